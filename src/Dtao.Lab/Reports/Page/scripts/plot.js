// Lines, bands, stacked areas and points over a common axis.
import { bandColor, colorOf, colors, printing } from "./theme.js";
import { element, swatch } from "./dom.js";
import { fill, isNumber, moment, number, tick, withUnit } from "./numbers.js";
import { logSteps } from "./ticks.js";
import { axisStyle, FONT, gridOf, nameStyle, tipStyle, valueStyle, zoomOf } from "./parts.js";

const TIP_ROWS = 12;
const MANY_BANDS = 8;
const FEW_PLACES = 12;

export function placesOf(plot, series) {
  return series.places || plot.places;
}

export function colorIn(plot, index) {
  const series = plot.series[index];
  const bands = plot.series.filter((one) => one.kind === "stacked-area");
  if (series.kind === "stacked-area" && bands.length >= MANY_BANDS && series.tone === "next") {
    return bandColor(bands.indexOf(series), bands.length);
  }
  return colorOf(series, plot.series.slice(0, index).filter((one) => one.tone === "next").length);
}

function extentOf(plot) {
  let low = Infinity;
  let high = -Infinity;
  for (const series of plot.series) {
    for (const place of placesOf(plot, series)) {
      low = Math.min(low, place);
      high = Math.max(high, place);
    }
  }
  return [low, high];
}

function isLog(axis, state, key) {
  if (!axis.switchable || state.log[key] === undefined) return axis.scale === "log";
  return state.log[key];
}

const DAY = 86400000;

function timeTick(value, span) {
  const text = moment(value);
  if (span > 900 * DAY) return text.slice(0, 4);
  if (span > 60 * DAY) return text.slice(0, 10);
  return text.slice(5, 16).replace(" 00:00", "");
}

// The values that are shown on an axis while the reader looks at a part of the plot.
function shownRange(plot, state, axisIndex) {
  const [low, high] = extentOf(plot);
  const zoom = state.zoom || { start: 0, end: 100 };
  const from = low + ((high - low) * zoom.start) / 100;
  const to = low + ((high - low) * zoom.end) / 100;
  let least = Infinity;
  let most = 0;
  plot.series.forEach((series, index) => {
    if (state.hidden.has(index) || (series.axis || 0) !== axisIndex) return;
    placesOf(plot, series).forEach((place, at) => {
      if (place < from || place > to) return;
      for (const values of [series.values, series.lower, series.upper]) {
        if (!values || !isNumber(values[at]) || values[at] <= 0) continue;
        least = Math.min(least, values[at]);
        most = Math.max(most, values[at]);
      }
    });
  });
  return [least, most];
}

// Whether the axes must be drawn anew when another part of the plot is looked at.
export function followsZoom(plot, state) {
  return plot.marks.length > 0 || plot.y.some((axis, index) => isLog(axis, state, "y" + index));
}

function setSteps(style, steps) {
  style.axisLabel.customValues = steps;
  style.axisTick = { ...style.axisTick, customValues: steps };
}

function isStep(span, value) {
  const power = Math.pow(10, Math.floor(Math.log10(span || 1)) - 1);
  return Math.abs(value / power - Math.round(value / power)) < 1e-6;
}

function xAxisOf(plot, state) {
  const [low, high] = extentOf(plot);
  const axis = plot.x;
  const isTime = axis.scale === "time";
  const type = isTime ? "time" : isLog(axis, state, "x") ? "log" : "value";
  const style = axisStyle();
  style.axisLabel.formatter = isTime
    ? (value) => timeTick(value, high - low)
    : (value) => tick(value, axis.unit);
  // The end of the axis is named only where it falls on a step.
  if (type === "value" && !isStep(high - low, high)) style.axisLabel.showMaxLabel = false;
  const steps = type === "log" ? logSteps(low, high) : null;
  if (steps) setSteps(style, steps.filter((step) => step >= low && step <= high));
  style.axisLine.onZero = false;
  const hasPoints = plot.series.every((series) => series.kind === "points");
  const symbol = axis.unit.symbol ? " (" + axis.unit.symbol + ")" : "";
  return {
    type: type, ...style, name: axis.name + symbol, nameLocation: "middle", nameGap: 26,
    nameTextStyle: nameStyle(), scale: true,
    min: axis.from ?? (hasPoints ? undefined : low),
    max: axis.to ?? (hasPoints ? undefined : high),
  };
}

function yAxesOf(plot, state) {
  return plot.y.map((axis, index) => {
    const style = valueStyle();
    style.axisLabel.formatter = (value) => tick(value, axis.unit);
    if (index > 0) style.splitLine = { show: false };
    const isLogarithmic = isLog(axis, state, "y" + index);
    const steps = isLogarithmic ? logSteps(...shownRange(plot, state, index)) : null;
    if (steps) setSteps(style, steps);
    return {
      type: isLogarithmic ? "log" : "value", ...style, position: index ? "right" : "left",
      inverse: axis.reversed === true, minInterval: axis.unit.decimals === 0 ? 1 : undefined,
      scale: axis.from === undefined,
      min: isLogarithmic ? steps?.[0] : axis.from,
      max: isLogarithmic ? steps?.[steps.length - 1] : axis.to,
    };
  });
}

// What cannot stand on a logarithmic axis is a gap.
function pointsOf(plot, state, series, values) {
  const places = placesOf(plot, series);
  const xIsLog = isLog(plot.x, state, "x");
  const yIsLog = isLog(plot.y[series.axis || 0], state, "y" + (series.axis || 0));
  return places.map((place, index) => {
    const value = values[index];
    const isGap = !isNumber(value) || (yIsLog && value <= 0) || (xIsLog && place <= 0);
    return [place, isGap ? null : value];
  });
}

function bandOf(plot, state, series, index) {
  const color = colorIn(plot, index);
  const common = {
    type: "line", stack: "band-" + index, stackStrategy: "all", symbol: "none", silent: true,
    yAxisIndex: series.axis || 0, lineStyle: { opacity: 0 }, z: 1,
  };
  const width = series.upper.map((upper, at) => upper - series.lower[at]);
  return [
    { ...common, data: pointsOf(plot, state, series, series.lower) },
    {
      ...common, data: placesOf(plot, series).map((place, at) => [place, width[at]]),
      areaStyle: { color: color, opacity: 0.18 },
    },
  ];
}

// Where few places were measured, the reader sees which.
function symbolOf(plot, series, isArea) {
  const isFew = !isArea && !series.reference && placesOf(plot, series).length <= FEW_PLACES;
  return isFew ? { symbol: "circle", symbolSize: 7, showAllSymbol: true } : { symbol: "none" };
}

function seriesOf(plot, state, series, index) {
  const color = colorIn(plot, index);
  const data = pointsOf(plot, state, series, series.values);
  const common = { name: series.name, data: data, yAxisIndex: series.axis || 0 };
  if (series.kind === "points") {
    return {
      ...common, type: "scatter", symbolSize: data.length > 400 ? 5 : 8,
      itemStyle: { color: color, opacity: data.length > 100 ? 0.65 : 0.85 },
    };
  }
  const isArea = series.kind === "stacked-area";
  return {
    ...common, type: "line", ...symbolOf(plot, series, isArea), step: series.kind === "steps" ? "end" : false,
    stack: isArea ? "areas" : undefined, z: isArea ? 1 : series.reference ? 2 : 3,
    lineStyle: isArea
      ? { color: colors().paper, width: 0.5 }
      : { color: color, width: series.reference ? 1.6 : 2.4,
        type: series.reference ? [6, 4] : "solid" },
    areaStyle: isArea ? { color: color, opacity: 1 } : undefined,
    itemStyle: { color: color }, emphasis: { disabled: true },
  };
}

// Events that lie too close to tell apart share one mark.
export function gatherMarks(plot, state) {
  const [low, high] = extentOf(plot);
  const range = state.zoom || { start: 0, end: 100 };
  const from = low + ((high - low) * range.start) / 100;
  const to = low + ((high - low) * range.end) / 100;
  const found = [];
  plot.marks.forEach((mark, index) => {
    if (mark.place < from || mark.place > to) return;
    const last = found[found.length - 1];
    if (last && mark.place - last.place <= (to - from) * 0.018) {
      last.label = last.first + "–" + (index + 1);
      last.texts.push(mark.text);
      return;
    }
    const label = String(index + 1);
    found.push({ place: mark.place, first: label, label: label, texts: [mark.text] });
  });
  return found;
}

function markSeries(plot, state) {
  const palette = colors();
  return {
    type: "line", data: [], silent: true,
    markLine: {
      silent: true, symbol: "none", animation: false,
      lineStyle: { color: palette.soft, type: [2, 3], width: 1 },
      label: {
        position: plot.y[0].reversed ? "start" : "end", formatter: "{b}", color: palette.soft, fontSize: 11, fontFamily: FONT,
      },
      data: gatherMarks(plot, state).map((mark) => ({ name: mark.label, xAxis: mark.place })),
    },
  };
}

function targetSeries(plot, targets) {
  const palette = colors();
  return {
    type: "custom", silent: true, z: 5, data: targets.map((target) => [target.place, target.low]),
    renderItem: (params, api) => {
      const target = targets[params.dataIndex];
      const color = palette[target.tone] || palette.blue;
      const [x, bottom] = api.coord([target.place, target.low]);
      const top = api.coord([target.place, target.high])[1];
      const height = Math.max(bottom - top, 4);
      const middle = (top + bottom) / 2;
      const box = params.coordSys;
      const isRight = x > box.x + box.width * 0.62;
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { x: x - 6, y: middle - height / 2 - 2, width: 12, height: height + 4 },
            style: { fill: color, fillOpacity: 0.25, stroke: color, lineWidth: 1.5 },
          },
          {
            type: "text",
            style: {
              text: target.text, x: isRight ? x - 11 : x + 11,
              y: middle + (params.dataIndex % 2 ? 20 : -20), fill: palette.ink,
              font: "600 12px " + FONT, align: isRight ? "right" : "left",
              verticalAlign: "middle", stroke: palette.paper, lineWidth: 4,
            },
          },
        ],
      };
    },
  };
}

function nearest(places, value) {
  let best = -1;
  for (let index = 0; index < places.length; index++) {
    if (best < 0 || Math.abs(places[index] - value) < Math.abs(places[best] - value)) best = index;
  }
  return best;
}

export function placeText(plot, value) {
  return plot.x.scale === "time" ? moment(value) + " UTC" : withUnit(value, plot.x.unit);
}

function rowsAt(plot, state, value) {
  const [low, high] = extentOf(plot);
  const rows = [];
  plot.series.forEach((series, index) => {
    if (state.hidden.has(index)) return;
    const places = placesOf(plot, series);
    const at = nearest(places, value);
    // A series that says nothing near the pointer stays out.
    if (at < 0 || Math.abs(places[at] - value) > (high - low) * 0.02) return;
    if (!isNumber(series.values[at])) return;
    rows.push({ series, index, at, value: series.values[at], place: places[at] });
  });
  return rows;
}

function rowElement(plot, row, isStrong) {
  const unit = plot.y[row.series.axis || 0].unit;
  const range = row.series.lower
    ? " (" + number(row.series.lower[row.at], unit) + " – "
      + number(row.series.upper[row.at], unit) + ")"
    : "";
  const isLine = row.series.kind === "line" || row.series.kind === "steps";
  const label = row.series.labels ? row.series.labels[row.at] + " · " : "";
  return element(
    "div", { className: isStrong ? "strong" : "" },
    swatch(colorIn(plot, row.index), isLine, row.series.reference),
    element("span", {}, label + row.series.name),
    element("em", {}, withUnit(row.value, unit) + range));
}

// Of many bands, the one under the pointer and the largest are told.
function chosenRows(rows, level) {
  if (rows.length <= TIP_ROWS) return { shown: rows, strong: null };
  let below = 0;
  let strong = null;
  for (const row of rows) {
    below += row.value;
    if (strong === null && level !== undefined && level <= below) strong = row;
  }
  const largest = [...rows].sort((a, b) => b.value - a.value).slice(0, TIP_ROWS - 3);
  const shown = strong && !largest.includes(strong) ? [strong, ...largest] : largest;
  return { shown, strong };
}

function tipOf(plot, state, value, words) {
  const rows = rowsAt(plot, state, value);
  if (rows.length === 0) return "";
  const { shown, strong } = chosenRows(rows, state.level);
  const others = rows.length - shown.length;
  const marks = gatherMarks(plot, state)
    .filter((mark) => state.isNear && state.isNear(mark.place, value))
    .flatMap((mark) => mark.texts.map((text) => fill(words.mark, mark.label, text)));
  return element(
    "div", {}, element("b", {}, placeText(plot, rows[0].place)),
    ...shown.map((row) => rowElement(plot, row, row === strong)),
    others > 0 ? element("div", { className: "soft" }, fill(words.others, others)) : null,
    ...marks.map((text) => element("p", {}, text)));
}

function pointTip(plot, params) {
  const index = plot.series.findIndex((series) => series.name === params.seriesName);
  const series = plot.series[index];
  if (!series) return "";
  const row = { series, index, at: params.dataIndex, value: series.values[params.dataIndex] };
  return element(
    "div", {}, element("b", {}, plot.x.name + ": "
      + placeText(plot, placesOf(plot, series)[params.dataIndex])), rowElement(plot, row, false));
}

export function plotOption(plot, state, words) {
  const visible = plot.series
    .map((series, index) => ({ series, index }))
    .filter((item) => !state.hidden.has(item.index));
  const series = visible.flatMap(({ series, index }) => [
    ...(series.lower ? bandOf(plot, state, series, index) : []),
    seriesOf(plot, state, series, index),
  ]);
  const [low, high] = extentOf(plot);
  const targets = (plot.targets || []).filter((one) => one.place >= low && one.place <= high);
  if (plot.marks.length > 0) series.push(markSeries(plot, state));
  if (targets.length > 0) series.push(targetSeries(plot, targets));
  const isPoints = plot.series.every((one) => one.kind === "points");
  const isFixed = plot.y.some((axis) => axis.from !== undefined || axis.to !== undefined);
  return {
    animation: false, backgroundColor: "transparent", textStyle: { fontFamily: FONT },
    grid: gridOf(printing() ? 34 : 64, plot.y.length > 1 ? 4 : 18, plot.marks.length > 0 ? 26 : 10),
    xAxis: xAxisOf(plot, state), yAxis: yAxesOf(plot, state),
    dataZoom: zoomOf({ xAxisIndex: 0 }, state, isFixed || isPoints ? "none" : "filter"),
    tooltip: {
      ...tipStyle(), trigger: isPoints ? "item" : "axis",
      axisPointer: {
        type: "line", snap: false, lineStyle: { color: colors().soft, type: "solid" },
        label: { show: false },
      },
      formatter: (params) => (isPoints
        ? pointTip(plot, params)
        : tipOf(plot, state, params[0].axisValue, words)),
    },
    series: series,
  };
}

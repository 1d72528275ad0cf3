// Bars for categories.
import { colorOf, colors } from "./theme.js";
import { element, swatch } from "./dom.js";
import { number, tick, withUnit } from "./numbers.js";
import { axisStyle, FONT, gridOf, tipStyle, valueStyle, zoomOf } from "./parts.js";

const MANY = 24;

export function barColor(bars, index) {
  return colorOf(bars.series[index], index);
}

function whiskers(bars, series, visibleIndex, visibleCount) {
  const palette = colors();
  const isLying = bars.horizontal;
  return {
    type: "custom", silent: true, z: 5, data: series.lower.map((low, at) => [at, low]),
    encode: isLying ? { x: 1, y: 0 } : { x: 0, y: 1 },
    renderItem: (params, api) => {
      const at = params.dataIndex;
      const place = (value) => api.coord(isLying ? [value, at] : [at, value]);
      const size = api.size([1, 1])[isLying ? 1 : 0] * 0.7;
      const shift = bars.stacked ? 0
        : (visibleIndex - (visibleCount - 1) / 2) * (size / visibleCount);
      const [a, b] = [place(series.lower[at]), place(series.upper[at])];
      const shape = isLying
        ? { x1: a[0], x2: b[0], y1: a[1] + shift, y2: b[1] + shift }
        : { x1: a[0] + shift, x2: b[0] + shift, y1: a[1], y2: b[1] };
      return { type: "line", shape: shape, style: { stroke: palette.ink, lineWidth: 1.6 } };
    },
  };
}

function tipOf(bars, state, at) {
  const unit = bars.value.unit;
  return element(
    "div", {}, element("b", {}, bars.categories[at]),
    ...bars.series.map((series, index) => (state.hidden.has(index) ? null : element(
      "div", {}, swatch(barColor(bars, index)), element("span", {}, series.name),
      element("em", {}, withUnit(series.values[at], unit) + (series.lower
        ? " (" + number(series.lower[at], unit) + " – " + number(series.upper[at], unit) + ")"
        : ""))))));
}

function axesOf(bars, state) {
  const value = valueStyle();
  value.axisLabel.formatter = (shown) => tick(shown, bars.value.unit);
  const isLog = state.log.y0 ?? bars.value.scale === "log";
  const category = axisStyle();
  category.axisTick = { show: false };
  category.axisLabel.width = bars.horizontal ? 170 : 90;
  category.axisLabel.overflow = bars.horizontal ? "truncate" : "break";
  const values = {
    type: isLog ? "log" : "value", ...value,
    min: isLog ? undefined : bars.value.from, max: isLog ? undefined : bars.value.to,
  };
  const categories = {
    type: "category", data: bars.categories, inverse: bars.horizontal, ...category,
  };
  return bars.horizontal
    ? { xAxis: values, yAxis: categories }
    : { xAxis: categories, yAxis: values };
}

export function barsOption(bars, state) {
  const visible = bars.series
    .map((series, index) => ({ series, index }))
    .filter((item) => !state.hidden.has(item.index));
  const series = visible.flatMap(({ series, index }, order) => [
    {
      type: "bar", name: series.name, data: series.values, barMaxWidth: 46,
      barCategoryGap: "30%", barGap: "0%", stack: bars.stacked ? "bars" : undefined,
      itemStyle: { color: barColor(bars, index), borderRadius: bars.stacked ? 0 : 2 },
      emphasis: { disabled: true },
    },
    ...(series.lower ? [whiskers(bars, series, order, visible.length)] : []),
  ]);
  const isLong = bars.categories.length > MANY;
  const axis = bars.horizontal ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
  return {
    animation: false, backgroundColor: "transparent", textStyle: { fontFamily: FONT },
    grid: gridOf(isLong && !bars.horizontal ? 34 : 10, 22), ...axesOf(bars, state),
    dataZoom: isLong && !bars.horizontal ? zoomOf(axis, state, "filter") : undefined,
    tooltip: {
      ...tipStyle(), trigger: "axis", axisPointer: { type: "shadow" },
      formatter: (params) => tipOf(bars, state, params[0].dataIndex),
    },
    series: series,
  };
}

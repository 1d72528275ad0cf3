// The figures of a chart as a table, for those who cannot see or hover it.
import { element } from "./dom.js";
import { fill, number } from "./numbers.js";
import { placesOf, placeText } from "./plot.js";

const MOST_ROWS = 400;

function headed(name, unit) {
  return name + (unit && unit.symbol ? " (" + unit.symbol + ")" : "");
}

function seriesColumns(series, unit, words) {
  return series.lower
    ? [headed(series.name, unit), series.name + ", " + words.range]
    : [headed(series.name, unit)];
}

function seriesCells(series, unit, at) {
  if (at === undefined) return series.lower ? ["", ""] : [""];
  const cells = [number(series.values[at], unit)];
  if (series.lower) {
    cells.push(number(series.lower[at], unit) + " – " + number(series.upper[at], unit));
  }
  return cells;
}

function plotTable(plot, words) {
  const unitOf = (series) => plot.y[series.axis || 0].unit;
  const head = [plot.x.name, ...plot.series.flatMap((one) =>
    seriesColumns(one, unitOf(one), words))];
  const isPoints = plot.series.some((series) => series.kind === "points" || series.labels);
  if (isPoints) {
    const rows = plot.series.flatMap((series) => placesOf(plot, series).map((place, at) => [
      (series.labels ? series.labels[at] + " · " : "") + series.name,
      placeText(plot, place), ...seriesCells(series, unitOf(series), at)]));
    return [["", plot.x.name, headed(plot.y[0].name, plot.y[0].unit)], rows];
  }
  const indexes = plot.series.map((series) =>
    new Map(placesOf(plot, series).map((place, at) => [place, at])));
  const places = [...new Set(plot.series.flatMap((series) => placesOf(plot, series)))]
    .sort((a, b) => a - b);
  return [head, places.map((place) => [placeText(plot, place), ...plot.series.flatMap(
    (series, index) => seriesCells(series, unitOf(series), indexes[index].get(place)))])];
}

function barsTable(bars, words) {
  const unit = bars.value.unit;
  return [
    [bars.category, ...bars.series.flatMap((series) => seriesColumns(series, unit, words))],
    bars.categories.map((name, at) =>
      [name, ...bars.series.flatMap((series) => seriesCells(series, unit, at))]),
  ];
}

function heatTable(map) {
  const width = map.columns.length;
  return [
    [map.yName + " \\ " + map.xName, ...map.columns],
    map.rows.map((name, row) => [name, ...map.columns.map((_, column) =>
      number(map.values[row * width + column], map.unit))]),
  ];
}

export function figuresOf(chart, words) {
  const [head, rows] = chart.kind === "plot" ? plotTable(chart, words)
    : chart.kind === "bars" ? barsTable(chart, words) : heatTable(chart);
  const shown = rows.slice(0, MOST_ROWS);
  const cell = (name, text, column) => element(
    name, { className: column > 0 ? "number" : "", ...(name === "th" ? { scope: "col" } : {}) },
    text);
  const table = element(
    "table", {},
    element("thead", {}, element("tr", {}, ...head.map((text, at) => cell("th", text, at)))),
    element("tbody", {}, ...shown.map((row) =>
      element("tr", {}, ...row.map((text, at) => cell("td", text, at))))));
  const marks = (chart.marks || []).map((mark, index) => element(
    "li", {}, fill(words.mark, index + 1, mark.text) + " · " + placeText(chart, mark.place)));
  return element(
    "div", { className: "wide", tabIndex: 0 }, table,
    rows.length > shown.length
      ? element("p", { className: "soft" }, fill(words["first-rows"], shown.length, rows.length))
      : null,
    marks.length > 0 ? element("ul", { className: "marks" }, ...marks) : null);
}

// What a chart shows, for those who hear it: its axes, and from where to where its series go.
import { fill, isNumber, withUnit } from "./numbers.js";

const MOST_SERIES = 6;

function named(axis) {
  return axis.name + (axis.unit && axis.unit.symbol ? " (" + axis.unit.symbol + ")" : "");
}

function seriesText(chart, series, words) {
  const unit = chart.kind === "plot" ? chart.y[series.axis || 0].unit : chart.value.unit;
  const known = series.values.filter(isNumber);
  return known.length === 0 ? "" : fill(
    words["alt-series"], series.name, withUnit(known[0], unit),
    withUnit(known[known.length - 1], unit));
}

export function spokenOf(chart, words) {
  if (chart.kind === "heat") {
    return fill(words.alt, chart.title, chart.yName, chart.xName, "");
  }
  const [up, along] = chart.kind === "plot"
    ? [chart.y.map(named).join(", "), named(chart.x)]
    : [named(chart.value), chart.category];
  const isPath = chart.kind === "plot" && chart.series.length <= MOST_SERIES;
  const told = isPath ? chart.series.map((series) => seriesText(chart, series, words)) : [];
  return fill(words.alt, chart.title, up, along, told.join(" "));
}

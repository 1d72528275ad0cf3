// Draws the charts of a report from the facts in its page.
import * as echarts from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  DataZoomComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { Frame } from "./frame.js";
import { startTables } from "./tables.js";
import { onChange, setPrinting, startTheme } from "./theme.js";

echarts.use([
  BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, DataZoomComponent, GridComponent,
  MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer,
]);

const facts = JSON.parse(document.getElementById("facts").textContent);

// Puts lists and units in the places of their numbers.
function resolve(chart) {
  const list = (holder, name) => {
    if (typeof holder[name] === "number") holder[name] = facts.lists[holder[name]];
  };
  for (const name of ["places", "values", "marks"]) list(chart, name);
  for (const series of chart.series || []) {
    for (const name of ["values", "places", "lower", "upper"]) list(series, name);
  }
  for (const axis of [chart.x, chart.value, ...(chart.y || [])]) {
    if (axis && typeof axis.unit === "number") axis.unit = facts.units[axis.unit];
  }
  if (typeof chart.unit === "number") chart.unit = facts.units[chart.unit];
  return chart;
}

function start() {
  const frames = [];
  const frameFor = (id, chart) => {
    const frame = new Frame(document.getElementById(id), resolve(chart), facts.words);
    frames.push(frame);
    return frame;
  };
  for (const id in facts.charts) frameFor(id, facts.charts[id]);
  for (const choice of facts.choices) {
    const select = document.getElementById(choice.id);
    const chosen = () => choice.options[Number(select.value)];
    const own = choice.places.map((id, index) => frameFor(id, chosen()[index]));
    select.addEventListener("change", () =>
      own.forEach((frame, index) => frame.show(resolve(chosen()[index]))));
  }
  startTables(facts.words);
  startTheme(document.getElementById("theme"), facts.words);
  onChange(() => {
    for (const frame of frames) {
      frame.fit();
      frame.drawLegend();
      frame.drawChart();
    }
  });
  window.addEventListener("beforeprint", () => setPrinting(true));
  window.addEventListener("afterprint", () => setPrinting(false));
}

start();

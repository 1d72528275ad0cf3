// A chart in its frame: names of axes, switches, legend, and the figures as a table.
import * as echarts from "echarts/core";
import { barColor, barsOption } from "./bars.js";
import { element, swatch } from "./dom.js";
import { figuresOf } from "./figures.js";
import { heatOption } from "./heat.js";
import { fill } from "./numbers.js";
import { colorIn, followsZoom, plotOption } from "./plot.js";
import { spokenOf } from "./spoken.js";
import { printing } from "./theme.js";

const MANY_SERIES = 14;
const options = { plot: plotOption, bars: barsOption, heat: heatOption };

export class Frame {
  constructor(figure, chart, words) {
    this.figure = figure;
    this.words = words;
    this.state = { hidden: new Set(), log: {}, zoom: null, level: undefined };
    this.take(chart);
    this.place = figure.querySelector(".plot");
    this.height = this.place.clientHeight;
    this.drawing = echarts.init(this.place, null, { renderer: "svg" });
    this.listen();
    this.draw();
  }

  // Another chart in the same frame; what the reader has switched stays.
  show(chart) {
    const had = this.chart.series ? this.chart.series.length : 0;
    if ((chart.series ? chart.series.length : 0) !== had) this.state.hidden.clear();
    this.take(chart);
    this.draw();
  }

  take(chart) {
    const isFirst = !this.chart;
    this.chart = chart;
    if (!isFirst) return;
    (chart.series || []).forEach((series, index) => {
      if (series.hidden) this.state.hidden.add(index);
    });
  }

  listen() {
    this.drawing.on("datazoom", () => {
      const zoom = this.drawing.getOption().dataZoom[0];
      const isWhole = zoom.start <= 0 && zoom.end >= 100;
      this.state.zoom = isWhole ? null : { start: zoom.start, end: zoom.end };
      this.drawTools();
      if (this.chart.kind === "plot" && followsZoom(this.chart, this.state)) this.refreshSoon();
    });
    this.drawing.getZr().on("mousemove", (event) => {
      const at = [event.offsetX, event.offsetY];
      if (!this.drawing.containPixel("grid", at)) return;
      if (this.chart.kind !== "plot") return;
      this.state.level = this.drawing.convertFromPixel("grid", at)[1];
      this.state.isNear = (a, b) => Math.abs(this.pixelOf(a) - this.pixelOf(b)) < 8;
    });
    const details = this.figure.querySelector("details");
    details.addEventListener("toggle", () => this.drawFigures(details));
    this.details = details;
    new ResizeObserver(() => this.drawing.resize()).observe(this.place);
  }

  // On paper charts are lower, so that fewer of them leave half a page empty.
  fit() {
    this.place.style.height = Math.round(this.height * (printing() ? 0.72 : 1)) + "px";
    this.drawing.resize();
  }

  pixelOf(place) {
    return this.drawing.convertToPixel({ xAxisIndex: 0 }, place);
  }

  refreshSoon() {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.drawChart(), 120);
  }

  draw() {
    this.drawTools();
    this.drawLegend();
    this.drawChart();
    this.drawFigures(this.details);
  }

  drawChart() {
    const option = options[this.chart.kind](this.chart, this.state, this.words);
    this.drawing.setOption(option, { notMerge: true });
    const drawn = this.place.querySelector("svg");
    if (!drawn) return;
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", spokenOf(this.chart, this.words));
  }

  drawFigures(details) {
    const old = details.querySelector(".wide");
    if (old) old.remove();
    if (details.open) details.append(figuresOf(this.chart, this.words));
  }

  axes() {
    if (this.chart.kind === "plot") return this.chart.y;
    return this.chart.kind === "bars"
      ? [this.chart.value]
      : [{ name: this.chart.valueName, unit: this.chart.unit }];
  }

  drawTools() {
    const tools = this.figure.querySelector(".tools");
    const axes = this.axes();
    const nameOf = (axis) => element(
      "span", { className: "axis" },
      axis.name + (axis.unit.symbol ? " (" + axis.unit.symbol + ")" : ""));
    const names = axes.map(nameOf);
    const switches = axes.map((axis, index) => (axis.switchable
      ? this.switchFor(axis, "y" + index) : null));
    if (this.chart.x && this.chart.x.switchable) switches.push(this.switchFor(this.chart.x, "x"));
    const reset = this.state.zoom
      ? element("button", { type: "button", className: "reset" }, this.words["reset-zoom"])
      : null;
    if (reset) reset.addEventListener("click", () => this.resetZoom());
    tools.replaceChildren(...[
      names[0], ...switches, reset, element("span", { className: "space" }), names[1],
    ].filter(Boolean));
  }

  switchFor(axis, key) {
    const box = element("input", { type: "checkbox" });
    box.checked = this.state.log[key] ?? axis.scale === "log";
    box.addEventListener("change", () => {
      this.state.log[key] = box.checked;
      this.drawChart();
    });
    return element("label", {}, box, " " + fill(this.words["log-scale"], axis.name));
  }

  resetZoom() {
    this.state.zoom = null;
    this.drawTools();
    this.drawChart();
  }

  drawLegend() {
    const legend = this.figure.querySelector(".legend");
    const all = this.chart.series || [];
    if (all.length < 2) {
      legend.replaceChildren();
      return;
    }
    legend.classList.toggle("many", all.length > MANY_SERIES);
    legend.replaceChildren(...all.map((series, index) => {
      const color = this.chart.kind === "bars"
        ? barColor(this.chart, index) : colorIn(this.chart, index);
      const isLine = series.kind === "line" && this.chart.kind === "plot"
        || series.kind === "steps";
      const button = element(
        "button", { type: "button", title: this.words["show-hide"] },
        swatch(color, isLine, series.reference), series.name);
      button.setAttribute("aria-pressed", String(!this.state.hidden.has(index)));
      button.addEventListener("click", () => this.toggle(index, button));
      return button;
    }));
  }

  toggle(index, button) {
    if (this.state.hidden.has(index)) this.state.hidden.delete(index);
    else this.state.hidden.add(index);
    button.setAttribute("aria-pressed", String(!this.state.hidden.has(index)));
    this.drawChart();
  }
}

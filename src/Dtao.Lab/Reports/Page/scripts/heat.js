// A field of colored cells; the scale of colors is cividis, made for the color-blind.
import { colors } from "./theme.js";
import { element } from "./dom.js";
import { isNumber, number, tick, withUnit } from "./numbers.js";
import { axisStyle, FONT, gridOf, nameStyle, tipStyle } from "./parts.js";

const SCALE = ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74",
  "#c3b369", "#e1cc55", "#fee838"];
const MOST_LABELS = 150;

export function heatOption(map) {
  const palette = colors();
  const width = map.columns.length;
  const cells = map.values.map((value, index) =>
    [index % width, Math.floor(index / width), isNumber(value) ? value : "-"]);
  const known = map.values.filter(isNumber);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const style = axisStyle();
  style.axisTick = { show: false };
  return {
    animation: false, backgroundColor: "transparent", textStyle: { fontFamily: FONT },
    grid: { ...gridOf(78, 18), top: 8, outerBoundsContain: "all" },
    xAxis: {
      type: "category", data: map.columns, ...style, name: map.xName, nameLocation: "middle",
      nameGap: 26, nameTextStyle: nameStyle(),
    },
    yAxis: {
      type: "category", data: map.rows, ...style, name: map.yName, nameLocation: "middle",
      nameTextStyle: nameStyle(), nameGap: 46,
    },
    visualMap: {
      type: "continuous", min: low, max: high > low ? high : low + 1, calculable: true,
      orient: "horizontal", left: "center", bottom: 0, itemHeight: 160, itemWidth: 12,
      inRange: { color: SCALE }, textStyle: { color: palette.soft, fontFamily: FONT },
      formatter: (value) => tick(value, map.unit),
    },
    tooltip: {
      ...tipStyle(), trigger: "item",
      formatter: (params) => element(
        "div", {}, element("b", {}, map.xName + ": " + map.columns[params.value[0]]),
        element("div", {}, map.yName + ": " + map.rows[params.value[1]]),
        element("div", {}, element("span", {}, map.valueName),
          element("em", {}, withUnit(Number(params.value[2]), map.unit)))),
    },
    series: [{
      type: "heatmap", data: cells,
      label: {
        show: cells.length <= MOST_LABELS, fontSize: 11, fontFamily: FONT,
        formatter: (params) => (isNumber(params.value[2]) ? number(params.value[2], map.unit) : ""),
      },
      itemStyle: { borderColor: palette.paper, borderWidth: 1 },
      emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 1.5 } },
    }],
  };
}

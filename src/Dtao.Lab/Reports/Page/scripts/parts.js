// What plots, bars and fields have in common.
import { colors, printing } from "./theme.js";

export const FONT = getComputedStyle(document.body).fontFamily;

export function nameStyle() {
  return { color: colors().ink, fontSize: 12, fontFamily: FONT };
}

export function axisStyle() {
  const palette = colors();
  return {
    axisLine: { show: true, lineStyle: { color: palette.axis } },
    axisTick: { show: true, lineStyle: { color: palette.axis } },
    axisLabel: { color: palette.soft, fontSize: 12, fontFamily: FONT, hideOverlap: true },
    splitLine: { show: false },
  };
}

export function valueStyle() {
  const style = axisStyle();
  style.axisLine = { show: false };
  style.axisTick = { show: false };
  style.splitLine = { show: true, lineStyle: { color: colors().line } };
  return style;
}

export function gridOf(bottom, right, top = 10) {
  return {
    left: 4, right: right, top: top, bottom: bottom, outerBoundsMode: "same",
    outerBoundsContain: "axisLabel",
  };
}

export function tipStyle() {
  const palette = colors();
  return {
    confine: true, appendTo: undefined, transitionDuration: 0, backgroundColor: palette.paper,
    borderColor: palette.axis, padding: [7, 10], className: "tip",
    textStyle: { color: palette.ink, fontSize: 12.5, fontFamily: FONT },
  };
}

// A slider below the chart, and the wheel with Ctrl, so that the page still scrolls.
export function zoomOf(axis, state, filterMode) {
  const palette = colors();
  const range = state.zoom || { start: 0, end: 100 };
  const common = { ...axis, ...range, filterMode: filterMode };
  return [
    {
      type: "inside", ...common, zoomOnMouseWheel: "ctrl", moveOnMouseMove: "shift",
      moveOnMouseWheel: false, preventDefaultMouseMove: false,
    },
    {
      type: "slider", ...common, show: !printing(), height: 16, bottom: 4, left: 34, right: 34, showDetail: false,
      brushSelect: false, borderColor: palette.line, backgroundColor: "transparent",
      fillerColor: palette.fill, handleSize: "130%", showDataShadow: false,
      handleStyle: { color: palette.paper, borderColor: palette.soft },
      moveHandleSize: 0,
    },
  ];
}

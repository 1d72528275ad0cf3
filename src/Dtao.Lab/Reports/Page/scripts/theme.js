// Colors of charts, light and dark; the palette of Okabe and Ito, adjusted to its ground.
const TONES = ["blue", "orange", "green", "vermilion", "sky", "purple"];

const LIGHT = {
  ink: "#1d2430", soft: "#5b6472", line: "#e4e8ed", axis: "#aab1bb", paper: "#ffffff",
  fill: "#dfe8f2", blue: "#0068b0", orange: "#c98100", green: "#00875f", vermilion: "#d0530a",
  sky: "#2f93cf", purple: "#a84f92", grey: "#7c8490",
};

const DARK = {
  ink: "#e8ebf0", soft: "#a3acb9", line: "#2b323d", axis: "#596372", paper: "#171c24",
  fill: "#2a3646", blue: "#4b9dea", orange: "#f0b13c", green: "#2fc79b", vermilion: "#ff8a50",
  sky: "#a4dcf8", purple: "#e295c8", grey: "#8f99a6",
};

const MODES = ["auto", "light", "dark"];
const system = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = [];
let mode = "auto";
let isPrinting = false;

export function colors() {
  const isDark = !isPrinting && (mode === "dark" || (mode === "auto" && system.matches));
  return isDark ? DARK : LIGHT;
}

// The color of a series: the one it asks for, or the next of the palette.
export function colorOf(series, index) {
  const palette = colors();
  return palette[series.tone] || palette[TONES[index % TONES.length]];
}

// Neighbouring bands differ in lightness, distant ones in hue.
export function bandColor(rank, count) {
  const hue = Math.round(212 + (rank / count) * 140);
  const light = colors() === DARK ? [38, 56, 47, 64] : [44, 62, 53, 71];
  return "hsl(" + hue + ",45%," + light[rank % 4] + "%)";
}

export function onChange(listener) {
  listeners.push(listener);
}

// On paper: light colors, and a width that a page has.
export function printing() {
  return isPrinting;
}

export function setPrinting(isStarting) {
  isPrinting = isStarting;
  document.documentElement.classList.toggle("printing", isPrinting);
  for (const listener of listeners) listener();
}

export function startTheme(button, words) {
  function show() {
    button.textContent = words["theme-" + mode];
    if (mode === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = mode;
    for (const listener of listeners) listener();
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    mode = MODES[(MODES.indexOf(mode) + 1) % MODES.length];
    show();
  });
  system.addEventListener("change", show);
  show();
}

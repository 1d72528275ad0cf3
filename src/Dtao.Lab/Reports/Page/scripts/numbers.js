// Numbers as people read them: thousands set apart, few digits, and a unit.
const NO_NUMBER = "–";
const formats = new Map();

function formatOf(decimals, significant) {
  const key = decimals + "/" + significant;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat("en-US", significant
      ? { maximumSignificantDigits: significant }
      : { maximumFractionDigits: decimals }));
  }
  return formats.get(key);
}

export function isNumber(value) {
  return value !== null && value !== undefined && Number.isFinite(value);
}

// A value without its unit.
export function number(value, unit) {
  if (!isNumber(value)) return NO_NUMBER;
  const shown = value * unit.scale;
  const size = Math.abs(shown);
  // What would be rounded to almost nothing keeps four digits instead.
  const isTiny = size > 0 && size < 100 * Math.pow(10, -unit.decimals);
  return formatOf(unit.decimals, isTiny ? 4 : 0).format(shown);
}

export function withUnit(value, unit) {
  const text = number(value, unit);
  return unit.symbol && text !== NO_NUMBER ? text + " " + unit.symbol : text;
}

// A value at an axis.
export function tick(value, unit) {
  const shown = value * unit.scale;
  return formatOf(0, Math.abs(shown) >= 1000 ? 9 : 5).format(Number(shown.toPrecision(9)));
}

// A moment as 2025-03-14 09:26, UTC.
export function moment(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ");
}

export function fill(text, ...parts) {
  return text.replace(/\{(\d)\}/g, (_, index) => parts[Number(index)]);
}

// Steps of a logarithmic axis: enough that a value between two powers of ten can be read.
const FEW = [1, 2, 5];
const MANY = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function clean(value) {
  return Number(value.toPrecision(12));
}

function linearSteps(low, high) {
  const rough = (high - low) / 5;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((part) => part * power).find((one) => one >= rough);
  const steps = [];
  for (let at = Math.floor(low / step + 1e-9); at * step < high + step * (1 - 1e-9); at++) {
    if (at > 0) steps.push(clean(at * step));
  }
  return steps;
}

function powerSteps(low, high, parts) {
  const steps = [];
  for (let power = Math.floor(Math.log10(low) + 1e-9); Math.pow(10, power) < high * 10; power++) {
    for (const part of parts) steps.push(clean(part * Math.pow(10, power)));
  }
  return steps;
}

// The steps from the last one below the values to the first one above them.
export function logSteps(low, high) {
  if (!(low > 0) || !(high > low)) return null;
  const decades = Math.log10(high / low);
  const all = decades < 0.5 ? linearSteps(low, high)
    : powerSteps(low, high, decades < 1 ? MANY : decades < 4 ? FEW : [1]);
  const first = all.findLastIndex((step) => step <= low * (1 + 1e-9));
  const last = all.findIndex((step) => step >= high * (1 - 1e-9));
  if (last < 0) return null;
  return all.slice(Math.max(first, 0), last + 1);
}

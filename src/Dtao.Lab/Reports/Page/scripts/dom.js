// Elements with text in them; nothing is ever parsed as markup.
export function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const key in attributes || {}) {
    if (key in created && key !== "style") created[key] = attributes[key];
    else created.setAttribute(key, attributes[key]);
  }
  created.append(...children.filter((child) => child !== null && child !== undefined));
  return created;
}

export function swatch(color, isLine, isDashed) {
  const sample = element("i", { className: isLine ? "swatch line" : "swatch" });
  if (isLine) {
    sample.style.borderTop = "3px " + (isDashed ? "dashed " : "solid ") + color;
  } else {
    sample.style.background = color;
  }
  return sample;
}

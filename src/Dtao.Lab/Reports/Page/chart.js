"use strict";

// A small chart: lines, areas, marks and a cross-hair that tells the values under it.
const chart = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const MARGIN = { top: 36, right: 18, bottom: 40, left: 66 };

  function node(parent, name, attributes, text) {
    const created = document.createElementNS(SVG, name);
    for (const key in attributes) created.setAttribute(key, attributes[key]);
    if (text !== undefined) created.textContent = text;
    parent.appendChild(created);
    return created;
  }

  function niceStep(span, count) {
    const rough = span / Math.max(count, 1);
    const power = Math.pow(10, Math.floor(Math.log10(rough)));
    const lead = rough / power;
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
  }

  function linearTicks(low, high, count) {
    const step = niceStep(high - low || 1, count);
    const ticks = [];
    for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) {
      ticks.push(Number((at * step).toPrecision(12)));
    }
    return ticks;
  }

  function logTicks(low, high) {
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
      for (const lead of [1, 2, 5]) {
        const tick = Number((lead * Math.pow(10, power)).toPrecision(6));
        if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
      }
    }
    return ticks;
  }

  function format(value, digits) {
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (size >= 1000) return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
    return Number(value.toPrecision(digits || 4)).toString();
  }

  function extent(series, from, to) {
    let low = Infinity;
    let high = -Infinity;
    for (const line of series) {
      for (const value of line.values) {
        if (value === null || !isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return [from !== undefined ? from : low, to !== undefined ? to : high];
  }

  function scales(options, width, height) {
    const x = options.x;
    const left = options.xFrom !== undefined ? options.xFrom : x[0];
    const right = options.xTo !== undefined ? options.xTo : x[x.length - 1];
    let [low, high] = extent(options.series, options.yFrom, options.yTo);
    if (options.log) {
      low = Math.max(low, 1e-9);
      high = Math.max(high, low * 1.01);
    } else if (high === low) {
      high = low + (Math.abs(low) || 1) * 0.1;
    } else if (options.yTo === undefined) {
      high += (high - low) * 0.06;
    }
    const w = width - MARGIN.left - MARGIN.right;
    const h = height - MARGIN.top - MARGIN.bottom;
    const place = (value) => (options.log
      ? (Math.log(Math.max(value, 1e-12)) - Math.log(low)) / (Math.log(high) - Math.log(low))
      : (value - low) / (high - low));
    return {
      left, right, low, high, w, h,
      x: (value) => MARGIN.left + ((value - left) / (right - left || 1)) * w,
      y: (value) => MARGIN.top + (1 - place(value)) * h,
    };
  }

  function drawAxes(svg, options, scale) {
    const yTicks = options.log
      ? logTicks(scale.low, scale.high)
      : linearTicks(scale.low, scale.high, 5);
    const label = options.yFormat || ((value) => format(value));
    for (const tick of yTicks) {
      const y = scale.y(tick);
      node(svg, "line", {
        x1: MARGIN.left, x2: MARGIN.left + scale.w, y1: y, y2: y, class: "grid",
      });
      node(svg, "text", { x: MARGIN.left - 7, y: y + 4, class: "tick end" }, label(tick));
    }
    const bottom = MARGIN.top + scale.h;
    const xLabel = options.xFormat || ((value) => format(value));
    for (const tick of linearTicks(scale.left, scale.right, scale.w / 70)) {
      const x = scale.x(tick);
      node(svg, "line", { x1: x, x2: x, y1: bottom, y2: bottom + 4, class: "axis" });
      node(svg, "text", { x: x, y: bottom + 17, class: "tick middle" }, xLabel(tick));
    }
    node(svg, "line", {
      x1: MARGIN.left, x2: MARGIN.left + scale.w, y1: bottom, y2: bottom, class: "axis",
    });
    node(svg, "text", {
      x: MARGIN.left + scale.w / 2, y: bottom + 34, class: "label middle",
    }, options.xName);
    node(svg, "text", { x: 4, y: 12, class: "label" }, options.yName);
  }

  function drawMarks(svg, options, scale) {
    let last = -Infinity;
    for (const mark of options.marks || []) {
      const x = scale.x(mark.x);
      const isTight = x - last < 11;
      last = isTight ? -Infinity : x;
      if (x < MARGIN.left - 1 || x > MARGIN.left + scale.w + 1) continue;
      node(svg, "line", {
        x1: x, x2: x, y1: MARGIN.top, y2: MARGIN.top + scale.h, class: "mark",
      });
      const text = node(svg, "text", {
        x: x, y: MARGIN.top - (isTight ? 16 : 5), class: "tick middle marktext",
      }, mark.label);
      node(text, "title", {}, mark.text);
    }
  }

  function drawLine(svg, x, line, scale) {
    let path = "";
    let isDown = false;
    line.values.forEach((value, index) => {
      if (value === null || !isFinite(value)) { isDown = false; return; }
      const to = scale.x(x[index]).toFixed(1) + " " + scale.y(value).toFixed(1);
      path += (isDown ? "L" : "M") + to;
      isDown = true;
    });
    node(svg, "path", {
      d: path, fill: "none", stroke: line.color, "stroke-width": line.width || 2,
      "stroke-dasharray": line.dash || "none", "stroke-linejoin": "round",
    });
  }

  function drawArea(svg, x, line, below, scale) {
    let path = "";
    line.values.forEach((value, index) => {
      path += (index ? "L" : "M") + scale.x(x[index]).toFixed(1) + " "
        + scale.y(below[index] + value).toFixed(1);
    });
    for (let index = x.length - 1; index >= 0; index--) {
      path += "L" + scale.x(x[index]).toFixed(1) + " " + scale.y(below[index]).toFixed(1);
    }
    line.shape = node(svg, "path", {
      d: path + "Z", fill: line.color, stroke: "#fff", "stroke-width": 0.4,
    });
  }

  // The area under the pointer, found from the bottom up.
  function areaAt(series, index, value) {
    let below = 0;
    for (const line of series) {
      if (!line.fill) continue;
      below += line.values[index];
      if (value <= below) return line;
    }
    return null;
  }

  function drawTargets(svg, options, scale) {
    for (const target of options.targets || []) {
      const x = scale.x(target.x);
      const top = scale.y(target.high);
      const bottom = scale.y(target.low);
      const height = Math.max(bottom - top, 3);
      const box = node(svg, "rect", {
        x: x - 5, y: (top + bottom) / 2 - height / 2, width: 10, height: height,
        fill: target.color, "fill-opacity": 0.25, stroke: target.color, "stroke-width": 1.5,
      });
      node(box, "title", {}, target.text);
      const isRight = x > MARGIN.left + scale.w * 0.75;
      node(svg, "text", {
        x: isRight ? x - 10 : x + 10, y: (top + bottom) / 2 + (target.below ? 28 : -8),
        class: isRight ? "note end" : "note",
      }, target.text);
    }
  }

  function drawLegend(holder, series) {
    const legend = document.createElement("div");
    legend.className = "legend";
    for (const line of series) {
      const entry = document.createElement("span");
      const sample = document.createElement("i");
      sample.style.borderTopColor = line.color;
      sample.style.borderTopStyle = line.dash ? "dashed" : "solid";
      if (line.fill) sample.className = "box";
      if (line.fill) sample.style.background = line.color;
      entry.append(sample, line.name);
      legend.appendChild(entry);
    }
    holder.appendChild(legend);
  }

  function nearest(x, value) {
    let best = 0;
    for (let index = 1; index < x.length; index++) {
      if (Math.abs(x[index] - value) < Math.abs(x[best] - value)) best = index;
    }
    return best;
  }

  function addHover(holder, svg, options, scale, width) {
    const hair = node(svg, "line", {
      y1: MARGIN.top, y2: MARGIN.top + scale.h, class: "hair", visibility: "hidden",
    });
    const tip = document.createElement("div");
    tip.className = "tip";
    holder.appendChild(tip);
    function hide() {
      tip.style.display = "none";
      hair.setAttribute("visibility", "hidden");
      for (const line of options.series) {
        if (line.shape) line.shape.setAttribute("fill-opacity", 1);
      }
    }
    function show(event) {
      const box = svg.getBoundingClientRect();
      const at = ((event.clientX - box.left) / box.width) * width;
      const value = scale.left + ((at - MARGIN.left) / scale.w) * (scale.right - scale.left);
      if (value < scale.left - 1e-9 || value > scale.right + 1e-9) { hide(); return; }
      const index = nearest(options.x, value);
      const x = scale.x(options.x[index]);
      hair.setAttribute("x1", x);
      hair.setAttribute("x2", x);
      hair.setAttribute("visibility", "visible");
      tip.replaceChildren();
      const head = document.createElement("b");
      head.textContent = options.title(index);
      tip.appendChild(head);
      const up = ((event.clientY - box.top) / box.height) * options.size;
      const level = scale.low
        + (1 - (up - MARGIN.top) / scale.h) * (scale.high - scale.low);
      const area = areaAt(options.series, index, level);
      for (const line of options.series) {
        if (line.shape) line.shape.setAttribute("fill-opacity", !area || line === area ? 1 : 0.45);
        const found = line.values[index];
        if (line.fill && line !== area) continue;
        if (found === null || found === undefined || !isFinite(found)) continue;
        const row = document.createElement("div");
        const dot = document.createElement("i");
        dot.style.background = line.color;
        const name = document.createElement("span");
        name.textContent = line.name;
        const number = document.createElement("em");
        number.textContent = line.format(found);
        row.append(dot, name, number);
        tip.appendChild(row);
      }
      tip.style.display = "block";
      const left = (x / width) * box.width;
      const room = box.width - left;
      tip.style.left = room < tip.offsetWidth + 20
        ? Math.max(left - tip.offsetWidth - 12, 0) + "px"
        : left + 12 + "px";
      tip.style.top = MARGIN.top + "px";
    }
    svg.addEventListener("pointermove", show);
    svg.addEventListener("pointerleave", hide);
  }

  function draw(holder, options) {
    holder.replaceChildren();
    const width = Math.max(holder.clientWidth, 320);
    const height = options.height || 320;
    options.size = height;
    const scale = scales(options, width, height);
    const svg = node(holder, "svg", {
      viewBox: "0 0 " + width + " " + height, width: "100%", height: height, role: "img",
    });
    node(svg, "title", {}, options.yName + " over " + options.xName);
    drawAxes(svg, options, scale);
    const below = options.x.map(() => 0);
    for (const line of options.series) {
      if (!line.fill) continue;
      drawArea(svg, options.x, line, below, scale);
      line.values.forEach((value, index) => { below[index] += value; });
    }
    drawMarks(svg, options, scale);
    const clip = "clip-" + holder.id;
    const paths = node(node(svg, "defs", {}), "clipPath", { id: clip });
    node(paths, "rect", {
      x: MARGIN.left, y: MARGIN.top - 2, width: scale.w + 2, height: scale.h + 4,
    });
    const lines = node(svg, "g", { "clip-path": "url(#" + clip + ")" });
    for (const line of options.series) {
      if (!line.fill) drawLine(lines, options.x, line, scale);
    }
    drawTargets(svg, options, scale);
    addHover(holder, svg, options, scale, width);
    if (!options.noLegend) drawLegend(holder, options.series);
  }

  return { draw, format };
})();

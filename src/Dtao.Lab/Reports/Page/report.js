"use strict";

// Draws the charts of one run from the facts in the page.
(() => {
  const run = JSON.parse(document.getElementById("facts").textContent);
  const BLUE = "#0b62c4";
  const SKY = "#4aa3df";
  const RED = "#c8443a";
  const ORANGE = "#e69138";
  const GREY = "#8a8f98";
  const GREEN = "#2a8c5a";
  const PURPLE = "#7a4fb5";
  // Neighbouring bands differ in lightness, distant ones in hue.
  const band = (rank, count) =>
    "hsl(" + Math.round(212 + (rank / count) * 130) + " 48% " + [46, 62, 54, 70][rank % 4] + "%)";
  const byId = (id) => document.getElementById(id);
  const percent = (value) => (value * 100).toFixed(2) + " %";
  const tao = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 1 }) + " TAO";
  const alpha = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 1 }) + " alpha";
  const price = (value) => chart.format(value, 6) + " TAO/alpha";
  const DAYS = "days since the launch";

  const marks = gather(run.events, run.days[run.days.length - 1] * 0.004);
  const title = (index) => "day " + chart.format(run.days[index], 5) + " · block "
    + run.blocks[index].toLocaleString("en-US");

  // Events that lie too close to tell apart share one mark.
  function gather(events, distance) {
    const found = [];
    events.forEach((happening, index) => {
      const last = found[found.length - 1];
      if (last && happening.day - last.x <= distance) {
        last.label = last.first + "–" + (index + 1);
        last.text += "; " + happening.text;
        return;
      }
      const label = String(index + 1);
      found.push({ x: happening.day, first: label, label: label, text: happening.text });
    });
    return found;
  }

  function share(outside) {
    return run.days.map((day) => {
      const all = run.weightedRoot + outside * 7200 * day;
      return all === 0 ? 1 : run.weightedRoot / all;
    });
  }

  function drawShares() {
    const rest = (values) => values.map((value) => 1 - value);
    chart.draw(byId("shares"), {
      height: 400, x: run.days, xName: DAYS, yName: "share (per cent)", yFrom: 0, yTo: 1,
      yFormat: (value) => Math.round(value * 100) + " %", marks: marks, title: title,
      series: [
        { name: "root share (1), outstanding only: against staked alpha", color: BLUE, width: 2.6,
          values: run.root.staked, format: percent },
        { name: "root share (2), chain's formula: the pool's alpha included", color: SKY, width: 2.6,
          values: run.root.protocol, format: percent },
        { name: "alpha share (1)", color: RED, width: 2.2,
          values: rest(run.root.staked), format: percent },
        { name: "alpha share (2)", color: ORANGE, width: 2.2,
          values: rest(run.root.protocol), format: percent },
        { name: "rule of thumb: 1 alpha per block outside", color: GREY, dash: "2 4", width: 1.3,
          values: share(1), format: percent },
        { name: "rule of thumb: 2 alpha per block in all", color: GREY, dash: "7 4", width: 1.3,
          values: share(2), format: percent },
      ],
      targets: run.claims.filter((claim) => claim.day <= run.days[run.days.length - 1])
        .map((claim, index) => ({
          x: claim.day, low: claim.low, high: claim.high, color: index ? SKY : BLUE,
          text: claim.text, below: index > 0,
        })),
    });
  }

  function sums(choose) {
    return run.days.map((_, index) =>
      run.subnets.reduce((sum, subnet) => sum + choose(subnet)[index], 0));
  }

  function drawEmission() {
    const totals = sums((subnet) => subnet.moving);
    const last = run.days.length - 1;
    const shares = run.subnets.map((subnet) => ({
      name: "SN" + subnet.netuid + " " + subnet.name,
      values: subnet.moving.map((value, index) => value / (totals[index] || 1)),
    }));
    const order = shares.map((_, index) => index)
      .sort((a, b) => shares[b].values[last] - shares[a].values[last] || a - b);
    const series = order.map((index, rank) => ({
      name: shares[index].name, values: shares[index].values, format: percent, fill: true,
      color: band(rank, order.length),
    }));
    chart.draw(byId("emission"), {
      height: 460, x: run.days, xName: DAYS, yName: "share of the block's TAO emission",
      yFrom: 0, yTo: 1, yFormat: (value) => Math.round(value * 100) + " %", noLegend: true,
      marks: marks, title: title, series: series,
    });
  }

  function drawPrice() {
    const subnet = run.subnets[Number(byId("subnet").value)];
    const totals = sums((one) => one.moving);
    const rest = subnet.moving.map((value, index) =>
      (value / (totals[index] || 1)) / (1 + 2 * 0.41 * subnet.root[index]));
    const isLog = byId("log").checked;
    const skip = isLog ? 0 : 1;
    chart.draw(byId("price"), {
      height: 340, x: run.days.slice(skip), xName: DAYS, yName: "TAO per alpha", log: isLog,
      marks: marks, title: (index) => title(index + skip), yFrom: isLog ? undefined : 0,
      series: [
        { name: "price", color: GREEN, width: 2.4,
          values: subnet.price.slice(skip), format: price },
        { name: "moving price", color: PURPLE, width: 2.4,
          values: subnet.moving.slice(skip), format: price },
        { name: "price at rest: e / (1 + 2 · 0.41 · root share)", color: GREY, dash: "4 4",
          width: 1.4, values: rest.slice(skip), format: price },
      ],
    });
    chart.draw(byId("alpha"), {
      height: 300, x: run.days, xName: DAYS, yName: "alpha", yFrom: 0, marks: marks, title: title,
      series: [
        { name: "all alpha there is", color: BLUE, values: subnet.issuance, format: alpha },
        { name: "in the pool", color: GREEN, values: subnet.pool, format: alpha },
        { name: "staked", color: RED, values: subnet.staked, format: alpha },
        { name: "at most (2 per block)", color: GREY, dash: "4 4", width: 1.4,
          values: run.days.map((day) => Math.min(1 + 14400 * day, 21e6)), format: alpha },
      ],
    });
  }

  // Issuance of the halving curve, in TAO, a number of blocks after an issuance.
  function curveAfter(issued, blocks) {
    let left = blocks;
    let at = issued;
    for (let halvings = 0; halvings < 40 && left > 0; halvings++) {
      const border = 21e6 * (1 - Math.pow(0.5, halvings + 1));
      if (at >= border) continue;
      const rate = Math.pow(0.5, halvings);
      const steps = Math.min(left, (border - at) / rate);
      at += steps * rate;
      left -= steps;
    }
    return at;
  }

  function drawSupply() {
    const start = run.issuance[0];
    const perYear = 7200 * 365.25;
    const first = run.startYear;
    const runYears = run.days[run.days.length - 1] / 365.25;
    const years = [];
    for (let at = 0; at <= 20 + runYears; at += 0.1) years.push(at);
    for (const day of run.days) years.push(day / 365.25);
    years.sort((a, b) => a - b);
    const within = new Map(run.days.map((day, index) => [day / 365.25, run.issuance[index]]));
    chart.draw(byId("supply"), {
      height: 320, x: years.map((at) => first + at), xName: "year", yName: "million TAO",
      yFrom: 0, yTo: 22, xFormat: (value) => String(value),
      title: (index) => (first + years[index]).toFixed(2),
      series: [
        { name: "halving curve from the launch on", color: GREY, dash: "5 4", width: 1.8,
          values: years.map((at) => curveAfter(start, at * perYear) / 1e6),
          format: (value) => value.toFixed(3) + " million TAO" },
        { name: "cap", color: RED, dash: "2 3", width: 1.3, values: years.map(() => 21),
          format: () => "21 million TAO" },
        { name: "this run", color: BLUE, width: 5,
          values: years.map((at) => (within.has(at) ? within.get(at) / 1e6 : null)),
          format: (value) => value.toFixed(4) + " million TAO" },
      ],
    });
    chart.draw(byId("issuance"), {
      height: 320, x: run.days, xName: DAYS, yName: "TAO since the launch",
      marks: marks, title: title,
      series: [
        { name: "issued by the chain's counter", color: BLUE, width: 2.6,
          values: run.issuance.map((value) => value - start), format: tao },
        { name: "halving curve", color: GREY, dash: "5 4", width: 1.6,
          values: run.days.map((day) => curveAfter(start, day * 7200) - start), format: tao },
        { name: "root dividends so far", color: ORANGE, width: 2,
          values: run.rootStaked.map((value) => value - run.rootStaked[0]), format: tao },
      ],
    });
  }

  function sortTable(table) {
    const heads = table.querySelectorAll("th");
    heads.forEach((head, column) => {
      let isUp = false;
      head.addEventListener("click", () => {
        const body = table.tBodies[0];
        const rows = [...body.rows];
        const key = (row) => row.cells[column].dataset.value || row.cells[column].textContent;
        isUp = !isUp;
        rows.sort((a, b) => {
          const left = key(a);
          const right = key(b);
          const order = left !== "" && right !== "" && !isNaN(left) && !isNaN(right)
            ? Number(left) - Number(right)
            : left.localeCompare(right);
          return isUp ? order : -order;
        });
        body.append(...rows);
      });
    });
  }

  function drawAll() {
    drawShares();
    drawEmission();
    drawPrice();
    drawSupply();
  }

  const select = byId("subnet");
  run.subnets.forEach((subnet, index) => {
    const option = document.createElement("option");
    option.value = String(index);
    option.textContent = "SN" + subnet.netuid + " " + subnet.name + " (" + subnet.symbol + ")";
    select.appendChild(option);
  });
  const wanted = run.subnets.findIndex((subnet) => subnet.netuid === 28);
  select.value = String(wanted < 0 ? 0 : wanted);
  select.addEventListener("change", drawPrice);
  byId("log").addEventListener("change", drawPrice);
  sortTable(byId("subnets"));
  drawAll();
  let waiting = 0;
  window.addEventListener("resize", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(drawAll, 150);
  });
})();

// Tables that sort by a heading, with the mouse or the keyboard.
import { element } from "./dom.js";

function keyOf(row, column) {
  const cell = row.cells[column];
  if (cell.dataset.value === undefined) return cell.textContent;
  return cell.dataset.value === "" ? -Infinity : Number(cell.dataset.value);
}

function compare(left, right) {
  if (typeof left === "number" && typeof right === "number") return left - right || 0;
  return String(left).localeCompare(String(right), undefined, { numeric: true });
}

function sortBy(table, heads, column) {
  const head = heads[column];
  const isUp = head.getAttribute("aria-sort") !== "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  rows.sort((a, b) => (isUp ? compare(a.key, b.key) : compare(b.key, a.key)));
  body.append(...rows.map((item) => item.row));
}

export function startTables(words) {
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = element("button", { type: "button", title: words.sort });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(table, heads, column));
    });
  }
}

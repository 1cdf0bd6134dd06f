// Sorts and filters the tables of All grades. Everything is on the page without it.
(() => {
  "use strict";
  const tools = document.getElementById("matrix-tools");
  if (!tools) return;
  const byId = (id) => document.getElementById(id);
  const find = byId("find-provider"), overall = byId("by-overall");
  const order = byId("sort-by"), gap = byId("only-gap"), found = byId("matrix-found");
  const tables = [...document.querySelectorAll("table.matrix")];
  const name = new Intl.Collator("en-GB", { numeric: true });
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
  const rows = new Map(tables.map((table) => [table, [...table.tBodies[0].rows]]));
  const provider = (row) => row.cells[0].querySelector("a").textContent;

  // What a row is sorted by: unknown always stands last.
  const step = (row, column) => Number(row.cells[column + 1]?.dataset.step ?? -1);
  const compare = {
    provider: (a, b) => name.compare(provider(a), provider(b)),
    day: (a, b) => name.compare(b.dataset.day, a.dataset.day),
    gap: (a, b) => Number(b.dataset.gap || -99) - Number(a.dataset.gap || -99),
  };

  const put = (table, by) => {
    const sorted = [...rows.get(table)].sort((a, b) => by(a, b) || compare.provider(a, b));
    table.tBodies[0].append(...sorted);
  };

  const mark = (table, head, direction) => {
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    if (head) head.setAttribute("aria-sort", direction);
  };

  const markAll = () => {
    for (const table of tables) {
      mark(table, order.value === "provider" && table.tHead.rows[0].cells[0], "ascending");
    }
  };

  const sortAll = () => {
    for (const table of tables) put(table, compare[order.value]);
    markAll();
  };

  const filter = () => {
    const wanted = fold(find.value.trim());
    let shown = 0, all = 0;
    for (const table of tables) {
      let here = 0;
      for (const row of rows.get(table)) {
        const grade = row.querySelector('td[data-label="Overall"] .unseen');
        row.hidden = !fold(provider(row)).includes(wanted)
          || (overall.value !== "" && grade?.textContent !== overall.value)
          || (gap.checked && !(Number(row.dataset.gap) > 0));
        here += !row.hidden;
      }
      table.closest("section").hidden = here === 0;
      shown += here;
      all += rows.get(table).length;
    }
    found.textContent = shown === all ? `${all} providers` : `${shown} of ${all} providers`;
  };

  for (const table of tables) {
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const column = head.dataset.sort;
        const first = column === "provider" ? "ascending" : "descending";
        const other = first === "ascending" ? "descending" : "ascending";
        const direction = head.getAttribute("aria-sort") === first ? other : first;
        const sign = direction === "ascending" ? 1 : -1;
        put(table, column === "provider"
          ? (a, b) => sign * compare.provider(a, b)
          : (a, b) => {
            const one = step(a, Number(column)), two = step(b, Number(column));
            return (one < 0) - (two < 0) || sign * (one - two);
          });
        mark(table, head, direction);
      });
    }
  }
  for (const field of [find, overall, gap]) field.addEventListener("input", filter);
  order.addEventListener("input", sortAll);
  tools.hidden = false;
  markAll();
  filter();
})();

"use strict";
(() => {
  const words = JSON.parse(document.body.dataset.words);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const table of document.querySelectorAll("#tableaux table")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const original = new Map(rows.map((row, index) => [row, index]));
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const name = head.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      head.textContent = "";
      head.append(button);
      button.addEventListener("click", () => {
        const states = { none: "ascending", ascending: "descending", descending: "none" };
        const state = states[head.getAttribute("aria-sort") || "none"];
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        if (state !== "none") head.setAttribute("aria-sort", state);
        const sign = state === "descending" ? -1 : 1;
        const missing = (row) => row.cells[column].querySelector(":scope > .no") !== null;
        const key = (row) => row.cells[column].dataset.k ?? row.cells[column].textContent;
        const number = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null);
        rows.sort((one, other) => {
          if (state === "none") return original.get(one) - original.get(other);
          if (missing(one) !== missing(other)) return missing(one) ? 1 : -1;
          const [a, b] = [key(one), key(other)];
          const [x, y] = [number(a), number(b)];
          return sign * (x !== null && y !== null ? x - y : collator.compare(a, b)) || original.get(one) - original.get(other);
        });
        body.append(...rows);
      });
    });
    if (rows.length < 5) continue;
    const line = document.createElement("p");
    line.className = "filter";
    const label = document.createElement("label");
    label.textContent = words.filter;
    const field = document.createElement("input");
    field.type = "search";
    field.id = table.closest("details").id + "-filter";
    label.htmlFor = field.id;
    const left = document.createElement("output");
    left.setAttribute("role", "status");
    left.htmlFor = field.id;
    field.addEventListener("input", () => {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = plain(row.textContent);
        row.hidden = !wanted.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      left.textContent = wanted.length ? words.left.replace("{count}", shown).replace("{total}", rows.length) : "";
    });
    line.append(label, field, left);
    table.before(line);
  }
})();

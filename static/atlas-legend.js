/* Legend: classes, symbols, what absence means, and what is not on the map. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NARROW = 700; // px of map width under which the legend starts closed

  const swatchRow = (parent, fill, key) => {
    const row = atlas.make("div", "key", null, parent);
    const svg = atlas.node("svg", { width: 24, height: 14, "aria-hidden": "true" }, row);
    atlas.node("rect", { x: 0.5, y: 0.5, width: 23, height: 13, class: "swatch", fill }, svg);
    atlas.make("span", null, atlas.say(key), row);
  };

  /* Classes as one ruler of colours with their counts below. */
  const ruler = (parent, max) => {
    const bar = atlas.make("div", "ruler", null, parent);
    for (const step of atlas.classes(max)) {
      const cell = atlas.make("div", "step", null, bar);
      atlas.make("span", `colour shade-${step.shade}`, null, cell);
      atlas.make("span", "count", atlas.classWords(step, max), cell);
    }
  };

  /* Two or three counts worth showing as rings. */
  const samples = (max) => [...new Set([max, Math.round(max / 4), 1])].filter((n) => n >= 1);

  const ringRow = (parent, max, largest) => {
    const row = atlas.make("div", "key rings", null, parent);
    const radii = samples(max).map((n) => [n, atlas.radius(n, max, largest)]).filter(([, r]) => r > 1.2);
    const room = (n, r) => Math.max(2 * r, atlas.textWidth(atlas.number(n), "town")) + 8;
    const width = radii.reduce((sum, [n, r]) => sum + room(n, r), 0);
    const height = 2 * radii[0][1] + 14;
    const svg = atlas.node("svg", { width, height, "aria-hidden": "true" }, row);
    let x = 0;
    for (const [n, r] of radii) {
      const look = r < 5 ? "ring small" : "ring";
      const cx = x + room(n, r) / 2;
      atlas.node("circle", { cx, cy: height - 13 - r, r, class: look }, svg);
      const text = atlas.node("text", { x: cx, y: height - 2, class: "count" }, svg);
      text.textContent = atlas.number(n);
      x += room(n, r);
    }
    atlas.make("span", null, atlas.say("circle"), row);
  };

  const badgeRow = (parent) => {
    const row = atlas.make("div", "key", null, parent);
    const svg = atlas.node("svg", { width: 24, height: 18, "aria-hidden": "true" }, row);
    const badge = atlas.node("g", { class: "badge" }, svg);
    atlas.node("rect", { x: 3.5, y: 0.5, width: 17, height: 17, rx: 3 }, badge);
    const text = atlas.node("text", { x: 12, y: 13, class: "label number" }, badge);
    text.textContent = "n"; // no number: it would be read as a count
    atlas.make("span", null, atlas.say("badge"), row);
  };

  const notes = (parent) => {
    atlas.make("p", "note", atlas.say("several"), parent);
    atlas.make("p", "note", atlas.say("absence"), parent);
  };

  atlas.Legend = class {
    /* act.unplaced: the reader asks for what is not on the map; act.folded: the legend changed size. */
    constructor(parent, width, act) {
      this.act = act;
      this.rows = {};
      this.box = atlas.shield(atlas.make("section", "legend", null, parent));
      this.head = atlas.make("button", "legend-head", null, this.box, { type: "button" });
      this.title = atlas.make("span", null, "", this.head);
      atlas.icon("fold", this.head);
      this.body = atlas.make("div", "legend-body", null, this.box, { id: "atlas-legend" });
      this.head.setAttribute("aria-controls", "atlas-legend");
      this.head.addEventListener("click", () => {
        this.fold(!this.folded);
        this.act.folded();
      });
      this.fold(width < NARROW);
    }

    fold(folded) {
      const words = atlas.say(folded ? "legend" : "title");
      if (this.title.textContent === words) return; // to write the same again would cost a layout
      this.folded = folded;
      this.body.hidden = folded;
      this.box.classList.toggle("folded", folded);
      this.head.setAttribute("aria-expanded", String(!folded));
      this.title.textContent = words;
    }

    /* Says what the map shows now, for a largest count and a ring size in px. */
    show(max, largest, chosen) {
      this.fold(this.folded);
      this.write("ruler", max > 0 && [max], ruler);
      this.write("none", ["url(#atlas-hatch)", "no_reports"], swatchRow);
      this.write("outside", chosen && ["var(--land)", "outside"], swatchRow);
      this.write("rings", max > 0 && [max, largest], ringRow);
      this.write("badge", [], badgeRow);
      this.write("notes", [], notes);
    }

    /* Says how many of the reports shown are not on the map. */
    showUnplaced(count) {
      this.write("unplaced", count > 0 && [count], (row, n) => this.offerUnplaced(row, n));
    }

    /* Writes one row, or none for false; a row that would say the same again is left alone, so that
       the browser need not lay it out anew before the map is painted. */
    write(name, told, make) {
      const now = told && JSON.stringify([atlas.spoken(), ...told]);
      const row = (this.rows[name] ||= { box: atlas.make("div", "row", null, this.body) });
      if (row.told === now) return;
      row.told = now;
      row.box.replaceChildren();
      if (told) make(row.box, ...told);
    }

    offerUnplaced(row, count) {
      const told = atlas.say("unplaced", { n: count });
      const button = atlas.make("button", "unplaced", told, row, { type: "button" });
      button.title = atlas.say("unplaced_hint");
      button.addEventListener("click", this.act.unplaced);
    }
  };
})();

/* Symbols on the map: rings for districts and badges for provinces; the names take what room they leave. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const BADGE_HEIGHT = 17;
  const FINE = 10; // steps of radius in a px: finer ones nobody sees, but each costs the browser a ring
  const SOLID = 5; // px of radius under which dashes would read as dots

  /* Indexes of the longest part of the numbers that already rises. */
  const rising = (numbers) => {
    const ends = [];
    const before = numbers.map((n, i) => {
      const longer = ends.findIndex((end) => numbers[end] > n);
      const at = longer < 0 ? ends.length : longer;
      ends[at] = i;
      return at ? ends[at - 1] : -1;
    });
    const kept = new Set();
    for (let i = ends.at(-1); i >= 0; i = before[i]) kept.add(i);
    return kept;
  };

  /* Puts all nodes of a group into this order, moving as few as can be: what moves is drawn anew. */
  const arrange = (nodes) => {
    if (!nodes.length) return;
    const group = nodes[0].parentNode;
    const places = new Map([...group.children].map((node, i) => [node, i]));
    const kept = rising(nodes.map((node) => places.get(node)));
    nodes.forEach((node, i) => {
      if (!kept.has(i)) group.insertBefore(node, i ? nodes[i - 1].nextSibling : group.firstChild);
    });
  };

  const rewrite = (text, words) => {
    if (text.textContent !== words) text.textContent = words;
  };

  const resize = (ring, r) => {
    if (ring.r === r) return;
    ring.r = r;
    ring.node.setAttribute("r", r);
    ring.node.classList.toggle("small", r < SOLID);
  };

  const badgeWidth = (n) => Math.max(BADGE_HEIGHT, atlas.textWidth(atlas.number(n), "number") + 10);

  atlas.Marks = class extends atlas.Names {
    rings = new Map();
    badges = new Map();

    /* Gives every symbol its place; names come after, see name.
       view: {scale, zoom, largest, reserve, max, frame, narrow}; stays: badges are left in theirs. */
    layout(view, stays) {
      this.view = view;
      if (!stays) this.room = new atlas.Room();
      this.rings = this.renew(this.rings, this.placedRings());
      if (!stays) this.badges = this.renew(this.badges, this.placedBadges());
    }

    /* Symbols as placed now: those that stood before keep their nodes, which cost the browser most.
       placed: rows of {id, make, place, at, ...}, the lowest first. */
    renew(before, placed) {
      const now = new Map();
      for (const { id, make, place, at, ...told } of placed) {
        const symbol = before.get(id) || make();
        if (symbol.at !== at) {
          place(symbol);
          symbol.drawn = symbol.r = null;
        }
        Object.assign(symbol, told, { at });
        now.set(id, symbol);
      }
      for (const [id, symbol] of before) if (!now.has(id)) symbol.node.remove(), symbol.text.remove();
      arrange([...now.values()].map(({ node }) => node));
      return now;
    }

    placedRings() {
      const { reserve, max, largest } = this.view;
      const radius = (d) => atlas.radius(reserve.districts[d.id], max, largest);
      const size = (d) => Math.round(radius(d)); // in whole px: as large as another is above or below it
      const held = this.shapes.districts.filter((d) => reserve.districts[d.id] > 0);
      const numbers = new atlas.Room();
      held.sort((a, b) => size(b) - size(a));
      return held.map((d) => {
        const [x, y] = this.at(d.at);
        const r = radius(d);
        this.room.take([atlas.boxAround(x, y, 2 * r, 2 * r, 0)]);
        const width = atlas.textWidth(atlas.number(reserve.districts[d.id]), "number");
        const box = atlas.boxAround(x, y, width, 11, 1);
        const numbered = numbers.free([box]);
        if (numbered) numbers.take([box]);
        return this.ring(d, x, y, numbered);
      });
    }

    ring(d, x, y, numbered) {
      const look = this.view.chosen.has(d.id) ? "ring picked" : "ring";
      const make = () => ({
        node: atlas.node("circle", { "data-kind": "adm2", "data-id": d.id }, this.groups.rings),
        text: atlas.node("text", { class: "label number" }, this.groups.numbers) });
      const place = ({ node, text }) => {
        atlas.put(node, { cx: x, cy: y, class: look });
        atlas.put(text, { x, y: y + 3.5 });
      };
      return { id: d.id, make, place, at: `${x} ${y} ${look}`, numbered };
    }

    placedBadges() {
      const { reserve } = this.view;
      const placed = [];
      for (const p of this.shapes.provinces) {
        const n = reserve.provinces[p.id] || 0;
        if (!n) continue;
        const size = { width: badgeWidth(n), height: BADGE_HEIGHT };
        const spots = atlas.spiral(...this.at(p.at), 5, 14);
        const spot =
          atlas.fit(this.room, size, spots, 2, (x, y) => this.inside(p.id, x, y)) ||
          atlas.fit(this.room, size, spots, 1);
        if (!spot) continue;
        this.room.take([spot.box]);
        placed.push(this.badge(p, spot, size));
      }
      return placed;
    }

    badge(p, spot, { width, height }) {
      const make = () => {
        const data = { class: "badge", "data-kind": "adm1", "data-id": p.id };
        const node = atlas.node("g", data, this.groups.badges);
        const rect = atlas.node("rect", { rx: 3 }, node);
        return { node, rect, text: atlas.node("text", { class: "label number" }, node) };
      };
      const place = ({ rect, text }) => {
        atlas.put(rect, { x: spot.x - width / 2, y: spot.y - height / 2, width, height });
        atlas.put(text, { x: spot.x, y: spot.y + 4 });
      };
      return { id: p.id, make, place, at: `${spot.x} ${spot.y} ${width}` };
    }

    /* Draws the counts on the symbols placed by layout. */
    paint(counts) {
      const { max, largest } = this.view;
      for (const [id, ring] of this.rings) {
        const n = counts.districts[id] || 0;
        const r = Math.round(atlas.radius(n, max, largest) * FINE) / FINE;
        const drawn = `${n} ${r} ${ring.numbered}`;
        if (ring.drawn === drawn) continue;
        ring.drawn = drawn;
        resize(ring, r);
        const words = atlas.number(n);
        const roomy = ring.numbered && r >= 8 && r * 2 >= atlas.textWidth(words, "number") + 5;
        rewrite(ring.text, roomy ? words : "");
      }
      for (const [id, badge] of this.badges) {
        const n = counts.provinces[id] || 0;
        if (badge.drawn === n) continue;
        badge.drawn = n;
        rewrite(badge.text, atlas.number(n));
        badge.node.style.display = n ? "" : "none";
      }
    }
  };
})();

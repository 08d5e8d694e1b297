/* Symbols and names on the map: rings for districts, badges for provinces, labels that fit. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const BADGE_HEIGHT = 17;
  const NAMED_EARLY = 5; // districts named before there is room for all of them
  const ALL_NAMES = 7.9; // zoom from which every district is named if it fits
  const SECOND_SCRIPT = 7.4;
  const TOWNS = 8;

  const badgeWidth = (n) => Math.max(BADGE_HEIGHT, atlas.textWidth(atlas.number(n), "number") + 10);

  atlas.Marks = class {
    /* groups: {rings, badges, labels}; inside(province, x, y) in pixels of the fixed zoom. */
    constructor(groups, shapes, inside) {
      Object.assign(this, { groups, shapes, inside, rings: new Map(), badges: new Map() });
      this.names = new Map(shapes.provinces.map((p) => [p.id, p.name]));
    }

    /* Gives every symbol and word its place. view: {scale, zoom, largest, reserve, max}. */
    layout(view) {
      this.view = view;
      this.room = new atlas.Room();
      for (const group of Object.values(this.groups)) group.replaceChildren();
      this.rings.clear();
      this.badges.clear();
      this.placeRings();
      this.placeBadges();
      this.placeProvinces();
      this.placeWaters();
      this.placeDistricts();
      if (view.zoom >= TOWNS) this.placeTowns();
    }

    at(point) {
      return [point.x * this.view.scale, point.y * this.view.scale];
    }

    placeRings() {
      const { reserve, max, largest } = this.view;
      const held = this.shapes.districts.filter((d) => reserve.districts[d.id] > 0);
      held.sort((a, b) => reserve.districts[b.id] - reserve.districts[a.id]);
      for (const d of held) {
        const [x, y] = this.at(d.at);
        const r = atlas.radius(reserve.districts[d.id], max, largest);
        this.room.take([atlas.boxAround(x, y, 2 * r, 2 * r, 0)]);
        this.rings.set(d.id, this.drawRing(d, x, y));
      }
    }

    drawRing(d, x, y) {
      const data = { "data-kind": "adm2", "data-id": d.id };
      const circle = atlas.node("circle", { cx: x, cy: y, class: "ring", ...data }, this.groups.rings);
      const text = atlas.node("text", { x, y: y + 3.5, class: "label number" }, this.groups.labels);
      return { circle, text };
    }

    placeBadges() {
      const { reserve, scale } = this.view;
      for (const p of this.shapes.provinces) {
        const n = reserve.provinces[p.id] || 0;
        if (!n) continue;
        const size = { width: badgeWidth(n), height: BADGE_HEIGHT };
        const spots = atlas.spiral(...this.at(p.at), 5, 14);
        const spot =
          atlas.fit(this.room, size, spots, 2, (x, y) => this.inside(p.id, x / scale, y / scale)) ||
          atlas.fit(this.room, size, spots, 1);
        if (!spot) continue;
        this.room.take([spot.box]);
        this.badges.set(p.id, this.drawBadge(p, spot, size));
      }
    }

    drawBadge(p, spot, size) {
      const data = { class: "badge", "data-kind": "adm1", "data-id": p.id };
      const group = atlas.node("g", data, this.groups.badges);
      const [x, y] = [spot.x - size.width / 2, spot.y - size.height / 2];
      atlas.node("rect", { x, y, width: size.width, height: size.height, rx: 3 }, group);
      const text = atlas.node("text", { x: spot.x, y: spot.y + 4, class: "label number" }, group);
      return { group, text };
    }

    /* Writes the block at the first spot with room; says whether it found one. */
    put(lines, spots, attributes, allowed, pad = 2) {
      const spot = atlas.fit(this.room, atlas.blockSize(lines), spots, pad, allowed);
      if (!spot) return false;
      this.room.take([spot.box]);
      atlas.write(this.groups.labels, lines, spot.x, spot.y, attributes || {});
      return true;
    }

    placeProvinces() {
      const { scale, zoom } = this.view;
      const units = new Map();
      for (const d of this.shapes.districts) units.set(d.province, (units.get(d.province) || 0) + 1);
      const order = [...this.shapes.provinces].sort((a, b) => units.get(b.id) - units.get(a.id));
      this.named = new Set();
      for (const p of order) {
        const lines = [[p.name, "province"]];
        if (zoom >= SECOND_SCRIPT) lines.push([p.hangul, "hangul"]);
        const data = { "data-kind": "adm1", "data-id": p.id };
        const spots = atlas.spiral(...this.at(p.label), 6, 12);
        const own = (x, y) => this.inside(p.id, x / scale, y / scale);
        const abroad = (x, y) => !this.inside(null, x / scale, y / scale);
        if (this.put(lines, spots, data, own) || this.put(lines, spots, data, abroad)) this.named.add(p.name);
      }
    }

    placeWaters() {
      for (const label of this.shapes.labels) {
        const lines = atlas.words().places[label.key].map((text) => [text, label.kind]);
        if (label.kind === "river") this.placeRiver(label, lines[0]);
        else this.put(lines, atlas.spiral(...this.at(label.at), 10, 6), {}, null, 4);
      }
    }

    placeRiver(label, [text, kind]) {
      const [[ax, ay], [bx, by]] = [this.at(label.at), this.at(label.to)];
      const angle = Math.atan2(by - ay, bx - ax);
      const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
      const boxes = atlas.boxesAlong(x, y, angle, atlas.textWidth(text, kind), 11);
      if (!this.room.free(boxes)) return;
      this.room.take(boxes);
      const turn = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((angle * 180) / Math.PI).toFixed(1)})`;
      const node = atlas.node("text", { class: `label ${kind}`, transform: turn }, this.groups.labels);
      node.textContent = text;
    }

    placeDistricts() {
      const { reserve, zoom } = this.view;
      const count = (d) => reserve.districts[d.id] || 0;
      const order = [...this.shapes.districts].sort((a, b) => count(b) - count(a));
      const named = zoom >= ALL_NAMES ? order : order.slice(0, NAMED_EARLY).filter(count);
      for (const d of named) {
        if (this.named.has(d.name)) continue;
        const lines = [[d.name, "district"]];
        if (zoom >= ALL_NAMES + 0.8) lines.push([d.hangul, "hangul"]);
        this.put(lines, this.besides(d, count(d), lines), {}, null, 1);
      }
    }

    /* Spots for a district's name: below, above, right and left of its ring, or on its point. */
    besides(d, n, lines) {
      const [x, y] = this.at(n ? d.at : d.label);
      if (!n) return [[x, y], [x, y + 8], [x, y - 8]];
      const size = atlas.blockSize(lines);
      const r = atlas.radius(n, this.view.max, this.view.largest) + 2.5;
      const [dx, dy] = [r + size.width / 2, r + size.height / 2];
      return [[x, y + dy], [x, y - dy], [x + dx, y], [x - dx, y],
        [x + dx * 0.8, y + dy * 0.8], [x + dx * 0.8, y - dy * 0.8], [x - dx * 0.8, y + dy * 0.8]];
    }

    placeTowns() {
      for (const town of this.shapes.towns) {
        const [x, y] = this.at(town.at);
        const off = atlas.textWidth(town.name, "town") / 2 + 5;
        if (!this.put([[town.name, "town"]], [[x + off, y], [x - off, y], [x, y - 9], [x, y + 9]])) continue;
        atlas.node("circle", { cx: x, cy: y, r: 1.8, class: "town-dot" }, this.groups.labels);
      }
    }

    /* Draws the counts on the symbols placed by layout. */
    paint(counts) {
      const { max, largest } = this.view;
      for (const [id, ring] of this.rings) {
        const n = counts.districts[id] || 0;
        if (ring.n === n) continue;
        ring.n = n;
        const r = atlas.radius(n, max, largest);
        const words = atlas.number(n);
        ring.circle.setAttribute("r", r.toFixed(2));
        ring.text.textContent = r * 2 >= atlas.textWidth(words, "number") + 5 && r >= 8 ? words : "";
      }
      for (const [id, badge] of this.badges) {
        const n = counts.provinces[id] || 0;
        if (badge.n === n) continue;
        badge.n = n;
        badge.text.textContent = atlas.number(n);
        badge.group.style.display = n ? "" : "none";
      }
    }
  };
})();

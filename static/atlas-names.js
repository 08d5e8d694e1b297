/* Names on the map, each where it fits: provinces, seas and neighbours, rivers, districts, towns. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NAMED_EARLY = 5; // districts named before there is room for all of them
  const ALL_NAMES = 7.9; // zoom from which every district is named if it fits
  const SECOND_SCRIPT = 7.4;
  const TOWNS = 8;
  const CITY = 7; // provinces of fewer districts are cities: their names may stand beside them

  atlas.Names = class {
    /* groups: {rings, badges, numbers, names}; ground.province(id, x, y), ground.land(x, y) in px of
       the fixed zoom. */
    constructor(groups, shapes, ground) {
      Object.assign(this, { groups, shapes, ground, words: [] });
    }

    /* Gives the names the room that the symbols leave. */
    name() {
      const { view } = this;
      this.groups.names.replaceChildren();
      this.named = new Set();
      this.words = [];
      this.placeLeading();
      this.placeProvinces();
      this.placeWaters();
      if (view.zoom >= ALL_NAMES) this.placeDistricts(this.shapes.districts);
      if (view.zoom >= TOWNS) this.placeTowns();
    }

    /* Whether a point of the sheet lies in a province; null: in any. */
    inside(id, x, y) {
      return this.ground.province(id, x / this.view.scale, y / this.view.scale);
    }

    at(point) {
      return [point.x * this.view.scale, point.y * this.view.scale];
    }

    /* Writes the block at the first spot with room; says whether it found one. */
    put(lines, spots, attributes, allowed, pad = 2) {
      const spot = atlas.fit(this.room, atlas.blockSize(lines), spots, pad, allowed);
      if (!spot) return false;
      this.room.take([spot.box]);
      const node = atlas.write(this.groups.names, lines, spot.x, spot.y, attributes || {});
      this.words.push({ node, box: spot.box });
      return true;
    }

    placeProvinces() {
      const units = new Map();
      for (const d of this.shapes.districts) units.set(d.province, (units.get(d.province) || 0) + 1);
      const order = [...this.shapes.provinces].sort((a, b) => units.get(a.id) - units.get(b.id));
      for (const p of order) {
        const lines = this.provinceLines(p);
        const data = { "data-kind": "adm1", "data-id": p.id };
        const spots = atlas.spiral(...this.at(p.label), 5, 16);
        const own = (x, y) => this.inside(p.id, x, y);
        const half = atlas.blockSize(lines).width * 0.42;
        const parts = [-half, -half / 2, half / 2, half];
        const whole = (x, y) => own(x, y) && parts.every((off) => own(x + off, y));
        const clear = (offs) => (x, y) =>
          own(x, y) && offs.every((off) => own(x + off, y) || !this.inside(null, x + off, y));
        const abroad = (x, y) => this.framed(x, y, half) && this.nextTo(p, x, y)
          && [0, ...parts].every((off) => !this.inside(null, x + off, y));
        const near = (x, y) =>
          units.get(p.id) < CITY && this.framed(x, y, half) && this.close(p, x, y, half);
        const middle = clear([-half * 0.6, half * 0.6]); // its ends may reach into a neighbour
        const rules = [whole, clear(parts), middle, abroad, near, own];
        const placed = rules.some((allowed) => this.put(lines, spots, data, allowed));
        if (placed) this.named.add(p.name);
      }
    }

    /* Whether the way from a spot outside to the province crosses no other province. */
    nextTo(p, x, y) {
      const [px, py] = this.at(p.label);
      return [0.2, 0.4, 0.6, 0.8].every((part) => {
        const [atX, atY] = [x + (px - x) * part, y + (py - y) * part];
        return !this.inside(null, atX, atY) || this.inside(p.id, atX, atY);
      });
    }

    close(p, x, y, half) {
      const [px, py] = this.at(p.label);
      return Math.abs(x - px) < half + 22 && Math.abs(y - py) < 24;
    }

    provinceLines(p) {
      if (this.view.zoom >= SECOND_SCRIPT) return [[atlas.nameOf(p), "province"], [atlas.otherName(p), "hangul"]];
      const name = atlas.nameOf(p).replace(/ \(.*/, "");
      if (!this.view.narrow) return [[name, "province"]];
      return [[name.replace(/^(North|South) (.*)/, (all, side, rest) => atlas.say(side.toLowerCase(), { name: rest })), "short"]];
    }

    /* With the whole country in view, names of seas and neighbours stay inside the frame. */
    framed(x, y, half) {
      const frame = this.view.frame;
      return !frame || (x - half > frame[0] && x + half < frame[2] && y - 14 > frame[1] && y + 14 < frame[3]);
    }

    placeWaters() {
      const { scale } = this.view;
      const land = (x, y) => this.ground.land(x / scale, y / scale);
      for (const label of this.shapes.labels) {
        const lines = atlas.say(label.key).split("\n").map((text) => [text, label.kind]);
        if (label.kind === "river") {
          this.placeRiver(label, lines[0]);
          continue;
        }
        const half = atlas.blockSize(lines).width / 2;
        const wet = (x, y) => [x - half, x, x + half].every((at) => !land(at, y));
        const dry = (x, y) => [x - half, x, x + half].every((at) => land(at, y) && !this.inside(null, at, y));
        const fits = label.kind === "sea" ? wet : dry;
        const spots = atlas.spiral(...this.at(label.at), 10, 9);
        this.put(lines, spots, {}, (x, y) => this.framed(x, y, half + 4) && fits(x, y), 4);
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
      const node = atlas.node("text", { class: `label ${kind}`, transform: turn }, this.groups.names);
      node.textContent = text;
      this.words.push({ node, box: atlas.boxOf(boxes) });
    }

    count(d) {
      return this.view.reserve.districts[d.id] || 0;
    }

    /* The districts with most reports are named at every zoom, before anything else. */
    placeLeading() {
      const provinces = new Set(this.shapes.provinces.map((p) => p.name));
      const held = this.shapes.districts.filter((d) => this.count(d) && !provinces.has(d.name));
      held.sort((a, b) => this.count(b) - this.count(a));
      this.placeDistricts(held.slice(0, NAMED_EARLY));
    }

    placeDistricts(districts) {
      const second = this.view.zoom >= ALL_NAMES + 0.8;
      for (const d of districts) {
        if (this.named.has(d.name)) continue;
        const lines = [[atlas.nameOf(d), "district"], ...(second ? [[atlas.otherName(d), "hangul"]] : [])];
        if (this.put(lines, this.besides(d, this.count(d), lines), {}, null, 1)) this.named.add(d.name);
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
        const name = atlas.townName(town);
        const off = atlas.textWidth(name, "town") / 2 + 5;
        if (!this.put([[name, "town"]], [[x + off, y], [x - off, y], [x, y - 9], [x, y + 9]])) continue;
        atlas.node("circle", { cx: x, cy: y, r: 1.8, class: "town-dot" }, this.groups.names);
      }
    }
  };
})();

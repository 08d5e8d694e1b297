/* Symbols and names on the map: rings for districts, badges for provinces, labels that fit. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const BADGE_HEIGHT = 17;
  const NAMED_EARLY = 5; // districts named before there is room for all of them
  const ALL_NAMES = 7.9; // zoom from which every district is named if it fits
  const SECOND_SCRIPT = 7.4;
  const TOWNS = 8;
  const CITY = 7; // provinces of fewer districts are cities: their names may stand beside them
  const SOLID = 5; // px of radius under which dashes would read as dots

  /* Lets a node stand right after another of its group, moving it only if it does not. */
  const stand = (node, last) => {
    const next = last ? last.nextSibling : node.parentNode.firstChild;
    if (next !== node) node.parentNode.insertBefore(node, next);
  };

  const rewrite = (text, words) => {
    if (text.textContent !== words) text.textContent = words;
  };

  const badgeWidth = (n) => Math.max(BADGE_HEIGHT, atlas.textWidth(atlas.number(n), "number") + 10);

  atlas.Marks = class {
    /* groups: {rings, badges, numbers, names}; ground.province(id, x, y), ground.land(x, y) in px of
       the fixed zoom. */
    constructor(groups, shapes, ground) {
      Object.assign(this, { groups, shapes, ground, rings: new Map(), badges: new Map(), words: [] });
    }

    /* Gives every symbol its place; names come after, see name.
       view: {scale, zoom, largest, reserve, max, frame, narrow}. */
    layout(view) {
      this.view = view;
      this.room = new atlas.Room();
      this.rings = this.renew(this.rings, this.placedRings());
      this.badges = this.renew(this.badges, this.placedBadges());
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

    /* Symbols as placed now: those that stood before keep their nodes, which cost the browser most.
       placed: rows of {id, make, place, at, ...}, the lowest first. */
    renew(before, placed) {
      const now = new Map();
      let last = null;
      for (const { id, make, place, at, ...told } of placed) {
        const symbol = before.get(id) || make();
        if (symbol.at !== at) {
          place(symbol);
          symbol.drawn = null;
        }
        Object.assign(symbol, told, { at });
        stand(symbol.node, last);
        last = symbol.node;
        now.set(id, symbol);
      }
      for (const [id, symbol] of before) if (!now.has(id)) symbol.node.remove(), symbol.text.remove();
      return now;
    }

    placedRings() {
      const { reserve, max, largest } = this.view;
      const held = this.shapes.districts.filter((d) => reserve.districts[d.id] > 0);
      const numbers = new atlas.Room();
      held.sort((a, b) => reserve.districts[b.id] - reserve.districts[a.id]);
      return held.map((d) => {
        const [x, y] = this.at(d.at);
        const r = atlas.radius(reserve.districts[d.id], max, largest);
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
        const spots = atlas.spiral(...this.at(p.label), 6, 10);
        const own = (x, y) => this.inside(p.id, x, y);
        const half = atlas.blockSize(lines).width * 0.42;
        const whole = (x, y) => own(x, y) && own(x - half, y) && own(x + half, y);
        const abroad = (x, y) =>
          this.framed(x, y, half) && !this.inside(null, x, y) && this.nextTo(p, x, y);
        const near = (x, y) =>
          units.get(p.id) < CITY && this.framed(x, y, half) && this.close(p, x, y, half);
        const placed = [whole, own, abroad, near].some((allowed) => this.put(lines, spots, data, allowed));
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

    /* Draws the counts on the symbols placed by layout. */
    paint(counts) {
      const { max, largest } = this.view;
      for (const [id, ring] of this.rings) {
        const n = counts.districts[id] || 0;
        const r = atlas.radius(n, max, largest);
        const drawn = `${n} ${r.toFixed(2)} ${ring.numbered}`;
        if (ring.drawn === drawn) continue;
        ring.drawn = drawn;
        const words = atlas.number(n);
        ring.node.setAttribute("r", r.toFixed(2));
        ring.node.classList.toggle("small", r < SOLID);
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

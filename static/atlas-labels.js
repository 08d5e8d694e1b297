/* Where words may stand: every label, symbol and badge takes its room, and nothing overlaps. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", sans-serif';

  /* Type of each kind of label: weight and size in px, space between letters in px. */
  const TYPES = {
    province: { font: `600 11.5px ${FAMILY}`, size: 11.5, spacing: 0.2 },
    hangul: { font: `400 11px ${FAMILY}`, size: 11, spacing: 0 },
    district: { font: `400 11px ${FAMILY}`, size: 11, spacing: 0 },
    country: { font: `400 12.5px ${FAMILY}`, size: 12.5, spacing: 2.5 },
    sea: { font: `italic 400 12px ${FAMILY}`, size: 12, spacing: 0.6 },
    river: { font: `italic 400 11px ${FAMILY}`, size: 11, spacing: 0.4 },
    short: { font: `600 11px ${FAMILY}`, size: 11, spacing: 0 },
    town: { font: `400 11px ${FAMILY}`, size: 11, spacing: 0 },
    number: { font: `600 11px ${FAMILY}`, size: 11, spacing: 0 },
  };
  atlas.types = TYPES;

  atlas.textWidth = (text, kind) => {
    const key = `${kind}|${text}`;
    if (!widths.has(key)) {
      pen.font = TYPES[kind].font;
      widths.set(key, pen.measureText(text).width + text.length * TYPES[kind].spacing);
    }
    return widths.get(key);
  };

  const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /* The room already taken: boxes [left, top, right, bottom] in px. */
  atlas.Room = class {
    constructor() {
      this.boxes = [];
    }
    free(boxes) {
      return boxes.every((box) => this.boxes.every((taken) => !meet(box, taken)));
    }
    take(boxes) {
      this.boxes.push(...boxes);
    }
  };

  atlas.boxAround = (x, y, width, height, pad) => [
    x - width / 2 - pad, y - height / 2 - pad, x + width / 2 + pad, y + height / 2 + pad];

  /* Width and height of a block of lines, each [text, kind]. */
  atlas.blockSize = (lines) => ({
    width: Math.max(...lines.map(([text, kind]) => atlas.textWidth(text, kind))),
    height: lines.reduce((sum, [, kind]) => sum + TYPES[kind].size * 1.2, 0),
  });

  /* First of the spots [x, y] at which the block fits, or null. */
  atlas.fit = (room, size, spots, pad, allowed) => {
    for (const [x, y] of spots) {
      const box = atlas.boxAround(x, y, size.width, size.height, pad);
      if (room.free([box]) && (!allowed || allowed(x, y))) return { x, y, box };
    }
    return null;
  };

  /* Spots around a point, nearest first: rings of growing radius, every other turned by half a step. */
  atlas.spiral = (x, y, step, rings) => {
    const spots = [[x, y]];
    for (let ring = 1; ring <= rings; ring += 1) {
      for (let turn = 0; turn < 12; turn += 1) {
        const angle = ((turn + (ring % 2) / 2) * Math.PI) / 6;
        spots.push([x + Math.cos(angle) * ring * step * 1.4, y + Math.sin(angle) * ring * step]);
      }
    }
    return spots;
  };

  /* Draws a block of centred lines; returns its group. */
  atlas.write = (parent, lines, x, y, attributes) => {
    const block = atlas.node("g", {}, parent);
    let top = y - atlas.blockSize(lines).height / 2;
    for (const [text, kind] of lines) {
      const size = TYPES[kind].size;
      const node = atlas.node("text", { ...attributes, x: x.toFixed(1), class: `label ${kind}` }, block);
      node.setAttribute("y", (top + size * 0.95).toFixed(1));
      node.textContent = text;
      top += size * 1.2;
    }
    return block;
  };

  /* The one box around several. */
  atlas.boxOf = (boxes) => [
    Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))];

  /* Hides the names that the edge of the view would cut or a panel would cover. */
  atlas.cull = (names, view, panels) => {
    for (const { node, box } of names) {
      const whole = box[0] > view[0] && box[1] > view[1] && box[2] < view[2] && box[3] < view[3];
      const clear = whole && panels.every((panel) => !meet(box, panel));
      if (node.hidden === !clear) continue;
      node.hidden = !clear;
      node.style.display = clear ? "" : "none";
    }
  };

  /* Boxes along a slanted text, so that its room is not one huge box. */
  atlas.boxesAlong = (x, y, angle, width, height) => {
    const count = Math.max(2, Math.ceil(width / height));
    const boxes = [];
    for (let i = 0; i < count; i += 1) {
      const off = ((i + 0.5) / count - 0.5) * width;
      boxes.push(atlas.boxAround(
        x + Math.cos(angle) * off, y + Math.sin(angle) * off, height, height, 1));
    }
    return boxes;
  };
})();

/* Shapes of the map: fetched once, unpacked to SVG paths in pixels of one fixed zoom. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const SVG = "http://www.w3.org/2000/svg";
  const ZOOM = 8; // paths are written in pixels of this zoom and scaled from it
  const CORNER = { lat: 43.6, lng: 123.2 };

  atlas.node = (name, attributes, parent) => {
    const made = document.createElementNS(SVG, name);
    if (attributes) atlas.put(made, attributes);
    if (parent) parent.appendChild(made);
    return made;
  };

  atlas.put = (node, attributes) => {
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  };

  atlas.scale = (zoom) => Math.pow(2, zoom - ZOOM);
  atlas.origin = () => L.latLng(CORNER);

  /* Pixels at the fixed zoom, counted from the corner. */
  const place = (lng, lat) => {
    const crs = L.CRS.EPSG3857;
    const point = crs.latLngToPoint(L.latLng(lat, lng), ZOOM);
    return point.subtract(crs.latLngToPoint(atlas.origin(), ZOOM));
  };

  const written = (point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;

  const path = (flat, scale, closed) => {
    let [x, y] = [0, 0];
    const points = [];
    for (let i = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      points.push(written(place(x / scale, y / scale)));
    }
    return `M${points.join("L")}${closed ? "Z" : ""}`;
  };

  const paths = (lines, scale, closed) => lines.map((line) => path(line, scale, closed)).join("");

  const spot = (pair, scale) => place(pair[0] / scale, pair[1] / scale);

  const unit = (raw, scale) => ({
    ...raw,
    at: spot(raw.at, scale),
    label: spot(raw.label, scale),
    d: paths(raw.rings, scale, true),
    rings: null,
  });

  const label = (raw, scale) => ({
    ...raw,
    at: spot(raw.at, scale),
    to: raw.to ? spot(raw.to, scale) : null,
  });

  const unpack = (raw) => ({
    land: paths(raw.land, raw.scale, true),
    beyond: paths(raw.beyond, raw.scale, true),
    frontiers: paths(raw.frontiers, raw.scale, false),
    rivers: raw.rivers.map((r) => ({ name: r.name, d: paths(r.lines, raw.scale, false) })),
    towns: raw.towns.map((t) => ({ name: t.name, at: spot(t.at, raw.scale) })),
    labels: raw.labels.map((l) => label(l, raw.scale)),
    provinces: raw.provinces.map((p) => unit(p, raw.scale)),
    districts: raw.districts.map((d) => unit(d, raw.scale)),
  });

  atlas.fetchShapes = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return unpack(await answer.json());
  };

  /* Hatch of "no reports": the same pattern on the map and in the legend. */
  atlas.hatch = (svg, id) => {
    const frame = { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" };
    const pattern = atlas.node("pattern", frame, atlas.node("defs", {}, svg));
    atlas.node("rect", { width: 6, height: 6, class: "hatch-ground" }, pattern);
    atlas.node("path", { d: "M-1 1L1 -1M0 6L6 0M5 7L7 5", class: "hatch-line" }, pattern);
    return pattern;
  };

  /* The paths of the base map, drawn once into one group; returns the parts that change. */
  atlas.drawBase = (group, shapes) => {
    for (const d of [shapes.beyond, shapes.land]) atlas.node("path", { d, class: "land" }, group);
    atlas.node("path", { d: shapes.frontiers, class: "frontier" }, group);
    for (const river of shapes.rivers) atlas.node("path", { d: river.d, class: "river" }, group);
    const districts = new Map();
    for (const d of shapes.districts) {
      const shape = { d: d.d, class: "district", "data-kind": "adm2", "data-id": d.id };
      districts.set(d.id, atlas.node("path", shape, group));
    }
    for (const p of shapes.provinces) atlas.node("path", { d: p.d, class: "province" }, group);
    return { districts, chosen: atlas.node("g", { class: "chosen" }, group) };
  };
})();

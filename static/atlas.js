/* The map: starts Leaflet on fetched shapes, draws counts sent by the page, reports picks. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const COUNTRY_AREA = 564000; // square px at the fixed zoom of the shapes
  const CROWDED = 0.25; // part of the country the rings may cover before they shrink
  const ON_SCREEN = 25; // ms from the beginning of a frame until the browser is surely done with it
  const EMPTY = { districts: {}, provinces: {} };

  /* First of each row is what is drawn: reports in the district, reports naming only the province. */
  const firsts = (rows) => Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row[0]]));

  const { app } = atlas;

  /* Reports a pick to the page; the serial grows even across a reload of the frame. */
  const pick = (kind, id) => {
    app.picked = Math.max(Date.now(), (app.picked || 0) + 1);
    window.Streamlit.setComponentValue({ picked: { kind, id, serial: app.picked } });
  };
  atlas.pick = pick;

  const target = (event) => event.target.closest && event.target.closest("[data-kind]");

  const note = (found, box) => {
    const { kind, id } = found.dataset;
    const shapes = app.sheet.shapes;
    const { counts, rows } = app.drawn;
    const unit = shapes[kind === "adm2" ? "districts" : "provinces"].find((u) => u.id === id);
    if (kind === "adm1") {
      atlas.fillProvince(box, unit, { n: counts.provinces[id] || 0, row: rows && rows.provinces[id],
        outside: app.sent.chosen.length > 0 && !app.sent.chosen.includes(id) });
      return;
    }
    const province = shapes.provinces.find((p) => p.id === unit.province);
    const row = rows && rows.districts[id];
    atlas.fillDistrict(box, unit, province, {
      n: counts.districts[id] || 0, row, only: counts.provinces[province.id] || 0,
      outside: atlas.outside(id) });
  };

  const hover = (event) => {
    const found = target(event);
    if (!found || event.buttons) return app.hover.hide();
    const box = app.canvas.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const key = `${found.dataset.kind}|${found.dataset.id}|${app.serial}`;
    return app.hover.show(key, point, (inner) => note(found, inner));
  };

  const listen = (map) => {
    map.on("click", (event) => {
      const found = target(event.originalEvent);
      if (found) pick(found.dataset.kind, found.dataset.id);
    });
    map.on("movestart zoomstart", () => app.hover.hide());
    map.on("moveend", () => app.plan && cull());
    app.canvas.addEventListener("pointermove", hover);
    app.canvas.addEventListener("pointerleave", () => app.hover.hide());
    app.canvas.addEventListener("pointerdown", hover);
  };

  /* Starts the map in the element; returns the Leaflet map. shapesUrl: the packed shapes. */
  atlas.start = (id, shapesUrl) => {
    atlas.furnish(document.getElementById(id));
    atlas.fitFrame();
    app.map = L.map(app.canvas, atlas.options());
    app.canvas.setAttribute("role", "application");
    atlas.tell(app.canvas, "map", "name");
    if (window.frameElement) atlas.tell(window.frameElement, "frame", "name");
    app.map.setView([40.3, 127.4], 6.5);
    Promise.all([atlas.fetchShapes(shapesUrl), atlas.styled()]).then(([shapes]) => begin(shapes), fail);
    return app.map;
  };

  const begin = (shapes) => {
    app.hover = new atlas.Hover(app.canvas);
    app.legend = new atlas.Legend(app.canvas, app.canvas.clientWidth, 
      { unplaced: () => pick("unplaced", "unplaced"), folded: () => app.plan && cull() });
    app.map.invalidateSize({ animate: false });
    atlas.home();
    app.sheet = new atlas.Sheet(shapes, layout).addTo(app.map);
    atlas.controls(app.map);
    atlas.addPlayer(app.player, app.opener);
    atlas.resize();
    listen(app.map);
    atlas.watch(app.map);
    atlas.touch();
    app.ready = true;
    if (app.sent) draw();
  };

  const fail = (error) => {
    atlas.tell(atlas.make("p", "failed", null, app.canvas, { role: "alert" }), "failed");
    console.error(error);
  };

  /* Called by the page with every view. sent: see ui/map.py. */
  atlas.show = (sent) => {
    app.sent = sent;
    atlas.speak(sent.lang);
    atlas.keepOneTheme();
    const { dataset } = document.documentElement;
    if (dataset.theme !== sent.theme) dataset.theme = sent.theme;
    if (app.ready) draw();
  };

  const draw = () => {
    const { districts, provinces } = app.sent;
    app.still = {
      counts: { districts: firsts(districts), provinces: firsts(provinces) },
      rows: { districts, provinces },
    };
    const playing = atlas.feedPlayer(app.sent);
    outline();
    if (!playing) atlas.drawStill();
  };

  atlas.drawStill = () => {
    const counts = app.still.counts;
    atlas.prepare({ reserve: counts, max: Math.max(0, ...Object.values(counts.districts)) });
    atlas.paint({ ...app.still, mode: "still" });
  };

  /* Fixes the scale and the room of every symbol; paint, which must follow, changes numbers.
     keep: of the same view, whose names and badges stay where they are. */
  atlas.prepare = ({ reserve, max, keep = false }) => {
    const stays = keep && Boolean(app.plan) && app.plan.sent === app.sent;
    app.plan = { reserve, max, sent: app.sent, classes: atlas.classes(max) };
    app.legend.show(max, largest(), app.sent.chosen.length > 0);
    place(stays);
    if (!stays) afterPaint(name);
  };

  /* Calls when the next frame is on the screen, which what it starts would hold up; of several calls
     before it only the last counts. */
  const afterPaint = (call) => {
    app.waiting = call;
    requestAnimationFrame(() => setTimeout(() => app.waiting === call && call(), ON_SCREEN));
  };

  const largest = () => {
    const { x, y } = app.map.getSize(); // known to Leaflet; asking the page would make it lay out
    const size = Math.min(x, y);
    const closer = Math.max(0, app.map.getZoom() - app.home);
    const radius = Math.max(11, size * 0.036) * Math.min(1.9, Math.pow(1.3, closer));
    const fitting = radius * Math.min(1, Math.sqrt(CROWDED / covered(radius)));
    return Math.floor(fitting * 2) / 2; // in steps: or one report more would resize every ring
  };

  /* Part of the country that all rings together would cover. */
  const covered = (radius) => {
    const { max, reserve } = app.plan;
    const counts = Object.values(reserve.districts);
    const area = counts.reduce((sum, n) => sum + Math.PI * atlas.radius(n, max, radius) ** 2, 0);
    return Math.max(area, 1) / (COUNTRY_AREA * atlas.scale(app.map.getZoom()) ** 2);
  };

  /* Edges of the view in px of the sheet while the whole country is shown, else null. */
  const inFrame = (zoom) => {
    if (zoom > app.home + 0.1) return null;
    const corner = app.map.project(atlas.origin(), zoom);
    const half = app.map.getSize().divideBy(2);
    const middle = app.map.project(L.latLngBounds(atlas.COUNTRY).getCenter(), zoom).subtract(corner);
    return [middle.x - half.x, middle.y - half.y, middle.x + half.x, middle.y + half.y];
  };

  /* Symbols and names at once, as after a change of zoom. */
  const layout = () => {
    if (!app.plan) return;
    place(false);
    if (app.drawn) app.sheet.marks.paint(app.drawn.counts);
    name();
  };

  const place = (stays) => {
    const zoom = app.sheet.zoom;
    const narrow = app.map.getSize().x < atlas.NARROW;
    const view = { scale: atlas.scale(zoom), zoom, largest: largest(), narrow, frame: inFrame(zoom) };
    app.sheet.marks.layout({ ...view, ...app.plan, chosen: new Set(app.sent.chosen) }, stays);
  };

  const name = () => {
    app.waiting = null;
    app.sheet.marks.name();
    cull();
  };

  /* Names cut by the edge or covered by a panel are hidden, so that none is half to be read. */
  const cull = () => {
    const corner = app.map.latLngToContainerPoint(atlas.origin());
    const frame = app.canvas.getBoundingClientRect();
    const inSheet = (box) => [box.left - frame.left - corner.x, box.top - frame.top - corner.y,
      box.right - frame.left - corner.x, box.bottom - frame.top - corner.y];
    const panels = [...app.canvas.querySelectorAll(".tools, .legend, .leaflet-control-scale-line")];
    const boxes = panels.map((panel) => inSheet(panel.getBoundingClientRect()));
    atlas.cull(app.sheet.marks.words, inSheet(frame), boxes);
  };

  /* Whether the reader's own choice of places leaves a district out: then nothing is said of it. */
  atlas.outside = (id) => {
    const { chosen } = app.sent;
    const districts = chosen.filter((code) => code.length > 5);
    if (districts.length) return !districts.includes(id);
    return chosen.length > 0 && !chosen.includes(id.slice(0, 5));
  };

  const ground = (id, n) => {
    if (n) return `district shade-${atlas.shade(n, app.plan.classes)}`;
    return atlas.outside(id) ? "district outside" : "district";
  };

  /* drawn: {counts, rows, mode, first, last}; leaves a mark that tests can wait for. */
  atlas.paint = (drawn) => {
    app.drawn = drawn;
    app.serial = (app.serial || 0) + 1;
    for (const [id, path] of app.sheet.districts) {
      const look = ground(id, drawn.counts.districts[id] || 0);
      if (path.look === look) continue;
      path.look = look;
      path.setAttribute("class", look);
    }
    app.sheet.marks.paint(drawn.counts);
    app.legend.showUnplaced(unplaced());
    atlas.painted = { serial: app.serial, at: performance.now() };
    performance.clearMarks("atlas-painted");
    performance.mark("atlas-painted", { detail: app.serial });
    document.dispatchEvent(new CustomEvent("atlas-painted", { detail: atlas.painted }));
  };

  /* Reports not on the map: those of the player's step, or of the whole view. */
  const unplaced = () => app.drawn.counts.unplaced ?? app.sent.unplaced;

  const outline = () => {
    const chosen = new Set(app.sent.chosen);
    const units = [...app.sheet.shapes.provinces, ...app.sheet.shapes.districts];
    app.sheet.chosen.replaceChildren();
    for (const unit of units.filter((u) => chosen.has(u.id))) {
      atlas.node("path", { d: unit.d, class: "outline-under" }, app.sheet.chosen);
      atlas.node("path", { d: unit.d, class: "outline" }, app.sheet.chosen);
    }
  };

  /* What the map shows now, for tests and for the curious. */
  atlas.state = () => {
    const { counts, mode, first, last } = app.drawn || { counts: EMPTY, mode: "none" };
    const held = (rows) => Object.fromEntries(Object.entries(rows).filter(([, n]) => n > 0));
    return {
      mode,
      first: first ?? null,
      last: last ?? null,
      words: (app.drawn && app.drawn.words) || null,
      total: app.drawn && app.drawn.total !== undefined ? app.drawn.total : null,
      districts: held(counts.districts),
      provinces: held(counts.provinces),
      unplaced: app.drawn ? unplaced() : 0,
      chosen: app.sent ? app.sent.chosen : [],
      classes: app.plan ? app.plan.classes : [],
      zoom: app.map.getZoom(),
    };
  };
})();

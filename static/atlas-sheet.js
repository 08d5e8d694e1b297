/* The drawn sheet: one SVG that Leaflet moves and zooms, with shapes, symbols and names on it. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});

  /* One SVG above Leaflet: shapes scale with the zoom, symbols and names are placed anew. */
  atlas.Sheet = L.Layer.extend({
    initialize(shapes, onLayout) {
      this.shapes = shapes;
      this.onLayout = onLayout;
    },

    onAdd(map) {
      this.svg = atlas.node("svg", { class: "sheet leaflet-zoom-animated", role: "img" }, map.getPanes().overlayPane);
      this.svg.setAttribute("aria-label", atlas.words().map);
      this.pattern = atlas.hatch(this.svg, "atlas-hatch");
      this.base = atlas.node("g", { class: "base" }, this.svg);
      Object.assign(this, atlas.drawBase(this.base, this.shapes));
      const outlines = [...this.base.querySelectorAll(".province")];
      this.outlines = outlines.map((path) => ({ path, box: path.getBBox() }));
      this.land = [...this.base.querySelectorAll(".land")];
      const groups = {};
      for (const name of ["rings", "badges", "labels"]) groups[name] = atlas.node("g", { class: name }, this.svg);
      this.marks = new atlas.Marks(groups, this.shapes, {
        province: (id, x, y) => this.inside(id, x, y),
        land: (x, y) => this.land.some((path) => path.isPointInFill(new DOMPoint(x, y))),
      });
      this.reset();
    },

    onRemove() {
      this.svg.remove();
    },

    getEvents() {
      return { viewreset: this.reset, zoomend: this.reset, zoom: this.follow, zoomanim: this.animate };
    },

    /* Whether a point lies in a province; null: in any. The box is asked first, it is cheaper. */
    inside(id, x, y) {
      return this.outlines.some(({ path, box }, i) =>
        (id === null || this.shapes.provinces[i].id === id) &&
        x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height &&
        path.isPointInFill(new DOMPoint(x, y)));
    },

    follow() {
      this.shift(this._map.getZoom(), this._map.latLngToLayerPoint(atlas.origin()));
    },

    animate(event) {
      const corner = this._map._latLngToNewLayerPoint(atlas.origin(), event.zoom, event.center);
      this.shift(event.zoom, corner);
    },

    shift(zoom, corner) {
      L.DomUtil.setTransform(this.svg, corner, this._map.getZoomScale(zoom, this.zoom));
    },

    reset() {
      this.zoom = this._map.getZoom();
      const scale = atlas.scale(this.zoom);
      this.base.setAttribute("transform", `scale(${scale})`);
      this.pattern.setAttribute("patternTransform", `scale(${1 / scale})`);
      this.follow();
      this.onLayout();
    },
  });
})();

/* The drawn sheet: one SVG that Leaflet moves and zooms, with shapes, symbols and names on it. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const pen = document.createElement("canvas").getContext("2d");

  /* Whether a point lies in a path, worked out without the page having to be laid out. */
  const holds = (path, x, y) => pen.isPointInPath(path, x, y);

  /* One SVG above Leaflet: shapes scale with the zoom, symbols and names are placed anew. */
  atlas.Sheet = L.Layer.extend({
    initialize(shapes, onLayout) {
      this.shapes = shapes;
      this.onLayout = onLayout;
    },

    onAdd(map) {
      this.svg = atlas.node("svg", { class: "sheet leaflet-zoom-animated", role: "img" }, map.getPanes().overlayPane);
      atlas.tell(this.svg, "map", "name");
      this.pattern = atlas.hatch(this.svg, "atlas-hatch");
      this.base = atlas.node("g", { class: "base" }, this.svg);
      Object.assign(this, atlas.drawBase(this.base, this.shapes));
      const { provinces, land, beyond } = this.shapes;
      this.outlines = provinces.map(({ id, d }) => ({ id, path: new Path2D(d) }));
      this.land = [land, beyond].map((d) => new Path2D(d));
      const groups = {};
      for (const name of ["rings", "badges", "numbers", "names"]) {
        groups[name] = atlas.node("g", { class: name }, this.svg);
      }
      this.marks = new atlas.Marks(groups, this.shapes, {
        province: (id, x, y) => this.inside(id, x, y),
        land: (x, y) => this.land.some((path) => holds(path, x, y)),
      });
      this.reset();
    },

    onRemove() {
      this.svg.remove();
    },

    getEvents() {
      return { viewreset: this.reset, zoomend: this.reset, zoom: this.follow, zoomanim: this.animate };
    },

    /* Whether a point lies in a province; null: in any. */
    inside(id, x, y) {
      return this.outlines.some((one) => (id === null || one.id === id) && holds(one.path, x, y));
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

/* The map's frame: its parts and buttons, its height on the page, the whole country in view. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  atlas.COUNTRY = [[37.45, 124.12], [43.03, 130.72]];
  const THEME = /--secondary-background-color:/;
  atlas.NARROW = 560; // px of width under which there is room for little

  const app = {};
  atlas.app = app;

  /* On a narrow screen the map is no taller than the country needs; the player takes room below. */
  atlas.fitFrame = () => {
    const { Streamlit } = window;
    const set = Streamlit.setFrameHeight.bind(Streamlit);
    atlas.resize = () => {
      const foot = app.foot.offsetHeight;
      const narrow = window.innerWidth < atlas.NARROW;
      const map = narrow ? Math.round(window.innerWidth * 1.16) : app.held || app.height - foot;
      if (app.held) atlas.hold(map);
      set(map + foot + app.player.offsetHeight);
    };
    window.addEventListener("resize", resized);
    // The page asks on every run: to measure then would lay the map out before it is painted.
    Streamlit.setFrameHeight = (height) => {
      if (!height || height === app.height) return;
      app.height = height;
      atlas.resize();
    };
    new ResizeObserver(() => app.height && atlas.resize()).observe(app.foot); // as wide as the frame
  };

  /* Keeps the map as high as it is while the frame around it changes; 0: as high as there is room. */
  atlas.hold = (height) => {
    app.held = height;
    if (height) app.canvas.style.flex = `0 0 ${height}px`;
  };

  const resized = () => {
    if (!app.held) app.canvas.style.flex = "";
    if (app.opened) reveal(app.opened);
    app.opened = null;
  };

  /* Scrolls the page around the frame to the frame's end if it does not show the part of it. */
  const reveal = (part) => {
    const around = window.frameElement;
    if (!around) return;
    const end = around.getBoundingClientRect().top + part.getBoundingClientRect().bottom;
    if (end > window.parent.innerHeight) around.scrollIntoView({ block: "end" });
  };

  /* The whole country in view; kept while the frame changes size, until the reader moves the map. */
  atlas.home = (animate) => {
    if (app.zooming) { // Leaflet takes no other zoom until the one under way has ended
      app.map.once("zoomend", () => atlas.home(animate));
      return;
    }
    app.map.setMinZoom(0);
    const padding = app.canvas.clientWidth < atlas.NARROW ? [6, 10] : [16, 16];
    const { zoomSnap } = app.map.options;
    app.map.options.zoomSnap = 0.05; // the country fills the frame; the reader's own steps are coarser
    app.map.fitBounds(atlas.COUNTRY, { padding, animate: Boolean(animate) && !calm.matches });
    app.home = app.map.getBoundsZoom(atlas.COUNTRY, false, L.point(padding).multiplyBy(2));
    app.map.options.zoomSnap = zoomSnap;
    app.map.setMinZoom(app.home - 0.5);
    app.moved = false;
  };

  /* The map's own buttons and its scale. */
  atlas.controls = (map) => {
    const bar = atlas.shield(atlas.make("div", "tools", null, app.canvas));
    atlas.iconButton("plus", "zoom_in", bar, () => map.zoomIn());
    atlas.iconButton("minus", "zoom_out", bar, () => map.zoomOut());
    atlas.iconButton("reset", "reset", bar, () => atlas.home(true));
    L.control.scale({ imperial: false, position: "bottomleft", maxWidth: 90 }).addTo(map);
  };

  /* Notes what the reader does with the map, and follows the size of the frame. */
  atlas.watch = (map) => {
    const moved = () => { app.moved = true; };
    map.on("dragstart", moved);
    for (const kind of ["wheel", "keydown", "click", "touchmove"]) {
      app.canvas.addEventListener(kind, (event) => {
        if (kind !== "click" || event.target.closest(".tools .plus, .tools .minus")) moved();
      }, { passive: true });
    }
    map.on("zoomstart", () => { app.zooming = true; });
    map.on("zoomend", () => {
      app.zooming = false;
      atlas.touch();
    });
    new ResizeObserver(() => {
      map.invalidateSize({ animate: false, pan: app.moved });
      if (!app.moved) atlas.home();
    }).observe(app.canvas);
  };

  /* On a touch screen one finger scrolls the page until the reader has zoomed in. */
  atlas.touch = () => {
    const fits = app.map.getZoom() <= app.home + 0.01;
    app.map.dragging[L.Browser.mobile && fits ? "disable" : "enable"]();
  };

  /* streamlit-folium shows the first of its two maps by rules on any first and second child. While
     they stand, each node put into the map has all that stand beside it styled anew. */
  const unruled = () => {
    const sheet = [...document.querySelectorAll("style")].find((s) => s.textContent.includes(".single>"));
    const pair = document.querySelector(".single");
    if (!sheet || !pair) return;
    pair.children[0].style.width = "100%";
    pair.children[1].style.display = "none";
    sheet.remove();
  };

  /* The parts of the page: the map, the player and the credits below it. */
  atlas.furnish = (root) => {
    unruled();
    root.classList.add("atlas");
    app.canvas = atlas.make("div", "atlas-map", null, root);
    app.player = atlas.make("div", "atlas-player", null, root);
    app.foot = atlas.make("div", "atlas-foot", null, root);
    app.opener = atlas.make("div", "opener", null, app.foot);
    atlas.tell(atlas.make("p", "credit", null, app.foot), "credit");
  };

  /* How Leaflet is to behave. */
  atlas.options = () => ({
    attributionControl: false, zoomControl: false, doubleClickZoom: false, boxZoom: false,
    zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 120, maxZoom: 11, fadeAnimation: false,
    maxBounds: [[34, 117], [47, 138]], maxBoundsViscosity: 0.8,
    zoomAnimation: !calm.matches, inertia: !calm.matches,
  });

  /* On each view Streamlit's side of the frame adds its theme as one more style sheet, mostly the same
     again: with it the browser would style the whole map anew, and hold every one. The last is kept. */
  atlas.keepOneTheme = () => {
    const themes = [...document.querySelectorAll("style")].filter((sheet) => THEME.test(sheet.textContent));
    const last = themes.at(-1);
    const kept = themes.find((sheet) => sheet.textContent === last.textContent);
    for (const sheet of themes) if (sheet !== kept) sheet.remove();
  };

  /* Resolves when the style sheet has arrived. */
  atlas.styled = () => new Promise((resolve) => {
    const look = () => {
      const mark = getComputedStyle(document.documentElement).getPropertyValue("--atlas-styled");
      return mark ? resolve() : requestAnimationFrame(look);
    };
    look();
  });
})();

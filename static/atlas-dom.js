/* Small pieces of the page: elements with text, buttons, icons. Text is only ever textContent. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});

  /* Line icons on a 16 x 16 grid. */
  const ICONS = {
    plus: "M8 3v10M3 8h10",
    minus: "M3 8h10",
    reset: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
    play: "M5 3l8 5-8 5z",
    pause: "M5 3v10M11 3v10",
    back: "M10 3L5 8l5 5",
    on: "M6 3l5 5-5 5",
    close: "M4 4l8 8M12 4l-8 8",
    fold: "M4 6l4 4 4-4",
  };

  /* An element with a class, a text and attributes, appended to parent. */
  atlas.make = (tag, name, text, parent, attributes) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined && text !== null) made.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    if (parent) parent.appendChild(made);
    return made;
  };

  atlas.icon = (name, parent) => {
    const svg = atlas.node("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, parent);
    atlas.node("path", { d: ICONS[name] }, svg);
    return svg;
  };

  atlas.setIcon = (button, name) => button.querySelector("path").setAttribute("d", ICONS[name]);

  /* A button with an icon; the words of the key are read aloud and shown on hover. */
  atlas.iconButton = (name, key, parent, act) => {
    const button = atlas.make("button", `tool ${name}`, null, parent, { type: "button" });
    atlas.icon(name, button);
    atlas.tell(button, key, "label");
    button.addEventListener("click", act);
    return button;
  };

  /* Keeps clicks and wheels on a panel from reaching the map under it. */
  atlas.shield = (panel) => {
    L.DomEvent.disableClickPropagation(panel);
    L.DomEvent.disableScrollPropagation(panel);
    return panel;
  };
})();

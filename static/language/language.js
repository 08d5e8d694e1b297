/* Tells the browser in which language the page around this empty frame is written. */
(function () {
  "use strict";
  const KNOWN = ["en", "ko"];
  const page = window.parent;
  const say = (type, more) =>
    page.postMessage({ isStreamlitMessage: true, type: `streamlit:${type}`, ...more }, "*");

  window.addEventListener("message", ({ source, data }) => {
    if (source !== page || !data || data.type !== "streamlit:render") return;
    const { language } = data.args || {};
    if (KNOWN.includes(language)) page.document.documentElement.lang = language;
  });
  /* Nothing to see or to reach here: no stop for the keyboard, no word for a screen reader. */
  if (window.frameElement) {
    window.frameElement.setAttribute("aria-hidden", "true");
    window.frameElement.tabIndex = -1;
  }
  say("componentReady", { apiVersion: 1 });
  say("setFrameHeight", { height: 0 });
})();

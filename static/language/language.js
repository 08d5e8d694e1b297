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
  say("componentReady", { apiVersion: 1 });
  say("setFrameHeight", { height: 0 });
})();

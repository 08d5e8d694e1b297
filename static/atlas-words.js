/* Words and numbers of the map, by language; dates are whole days without a time zone. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const DAY = 86400000;

  const en = {
    map: "Map of North Korea: reported incidents by district. Arrow keys move the map, plus and minus zoom.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    reset: "Show the whole country",
    legend: "Legend",
    title: "Reported incidents by district",
    no_reports: "No reports",
    outside: "Outside the places chosen",
    circle: "Somewhere in this district",
    badge: "Province named, district not",
    several: "A report that names several districts counts in each of them.",
    absence: "No report does not mean that nothing happened.",
    unplaced: (n) => `${n} not on the map`,
    unplaced_hint: "Reports that name no province",
    reports: (n) => `${n} ${n === "1" ? "reported incident" : "reported incidents"}`,
    none: "No reports",
    province_only: (n, name) => `${n} more in ${name}, district not named`,
    in_province: (n) => `${n} in all of the province`,
    only_here: (n) => `${n} ${n === "1" ? "report names" : "reports name"} the province, not the district`,
    sure: "surely in the period",
    expected: "expected",
    possible: "possibly in it",
    failed: "The map could not be drawn: its shapes did not arrive. Reload the page to try again.",
    credit: "Boundaries: World Food Programme / OCHA ROAP (2019) via geoBoundaries (Runfola et al. 2020), CC BY 3.0 IGO, simplified and edge-matched. Names: GeoNames, CC BY 4.0. Base map: Natural Earth. Boundaries are not authoritative and imply no view on status.",
    places: {
      west_sea: ["Yellow Sea", "(West Sea)"],
      east_sea: ["East Sea", "(Sea of Japan)"],
      china: ["China"],
      russia: ["Russia"],
      south_korea: ["South Korea"],
      japan: ["Japan"],
      yalu: ["Yalu (Amnok)"],
      tumen: ["Tumen (Tuman)"],
    },
    play: {
      open: "Play through time",
      close: "Close the player",
      play: "Play",
      pause: "Pause",
      back: "One step back",
      on: "One step on",
      time: "Moment shown",
      length: "Window",
      lengths: { day: "Day", week: "Week", month: "Month", quarter: "Quarter" },
      speed: "Speed",
      speeds: { 0: "Slow", 1: "Normal", 2: "Fast" },
      mode: "Count reports",
      moving: "in the window",
      cumulative: "up to its end",
      axis: "Along",
      calendar: "the calendar",
      aligned: (name) => `days around ${name}`,
      use: "Use this window",
      count: (n) => `${n} ${n === "1" ? "report" : "reports"} possibly in it`,
      count_all: (n) => `${n} ${n === "1" ? "report" : "reports"} possibly in it, all years together`,
      many: (n) => `${n} reports are too many to play here: narrow the filter first.`,
      nothing: "No reports to play.",
      still: "Motion is reduced on this device: move step by step.",
      before: (n) => `${n} ${n === 1 ? "day" : "days"} before`,
      after: (n) => `${n} ${n === 1 ? "day" : "days"} after`,
      anchor: "the day itself",
      to: " to ",
    },
  };

  const words = { en };
  let lang = "en";

  atlas.words = () => words[lang];
  atlas.speak = (code) => {
    lang = words[code] ? code : "en";
    document.documentElement.lang = lang;
  };

  /* A whole number with separators; a share with one decimal. */
  atlas.number = (n) => new Intl.NumberFormat(lang).format(n);
  atlas.share = (n) =>
    new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n);

  /* ISO day <-> number of days since 1970-01-01, both in UTC. */
  atlas.day = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
  atlas.iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

  const format = (options) => new Intl.DateTimeFormat(
    lang === "en" ? "en-GB" : lang, { timeZone: "UTC", ...options });

  /* Days first..last in words: "19 Nov 2019", "4–10 Nov 2019", "November 2019", "Jul–Sept 2019". */
  atlas.dates = (first, last, unit) => {
    const month = unit === "month" ? "long" : "short";
    const day = unit === "month" || unit === "quarter" ? undefined : "numeric";
    const [from, to] = [new Date(first * DAY), new Date(last * DAY)];
    const written = format({ day, month, year: "numeric" });
    return first === last || unit === "month" ? written.format(from) : written.formatRange(from, to);
  };
})();

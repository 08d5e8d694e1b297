/* Written by `python -m incidents.words` from incidents/words/map_script.py. */
(window.atlas = window.atlas || {}).table = {
"en": {
"map": "Map of North Korea: reported incidents by district. Arrow keys move the map, plus and minus zoom. The list beside the map has the same numbers.",
"frame": "Map",
"zoom_in": "Zoom in",
"zoom_out": "Zoom out",
"reset": "Show the whole country",
"legend": "Legend",
"title": "Reported incidents by district",
"no_reports": "No reports",
"outside": "Outside the places chosen",
"circle": "Somewhere in this district",
"badge": "Province named, district not",
"several": "A report that names several districts counts in each of them.",
"absence": "No report does not mean that nothing happened.",
"unplaced": "{n:,} not on the map",
"unplaced_hint": "Reports that name no province",
"reports": "{n:,} reported {n:incident|incidents}",
"province_only": "{n:,} more in {name}, district not named",
"only_here": "{n:,} {n:report names|reports name} the province, not the district",
"sure": "surely in the period",
"expected": "expected",
"possible": "possibly in it",
"failed": "The map could not be drawn: its shapes did not arrive. Reload the page to try again.",
"credit": "Boundaries: World Food Programme / OCHA ROAP (2019) via geoBoundaries (Runfola et al. 2020), CC BY 3.0 IGO, simplified and edge-matched. Names: GeoNames, CC BY 4.0. Base map: Natural Earth. Boundaries are not authoritative and imply no view on status.",
"north": "N. {name}",
"south": "S. {name}",
"west_sea": "Yellow Sea\n(West Sea)",
"east_sea": "East Sea\n(Sea of Japan)",
"china": "China",
"russia": "Russia",
"south_korea": "South Korea",
"japan": "Japan",
"yalu": "Yalu (Amnok)",
"tumen": "Tumen (Tuman)",
"town.Tumen": "Tumen",
"town.Linjiang": "Linjiang",
"town.Langtoucun": "Langtoucun",
"town.Hunchun": "Hunchun",
"town.Dandong": "Dandong",
"town.Changbai": "Changbai",
"play.open": "Play through time",
"play.close": "Close the player",
"play.play": "Play",
"play.pause": "Pause",
"play.back": "One step back",
"play.on": "One step on",
"play.time": "Moment shown",
"play.length": "Window",
"play.day": "Day",
"play.week": "Week",
"play.month": "Month",
"play.quarter": "Quarter",
"play.speed": "Speed",
"play.slow": "Slow",
"play.normal": "Normal",
"play.fast": "Fast",
"play.mode": "Count reports",
"play.moving": "in the window",
"play.cumulative": "up to its end",
"play.axis": "Along",
"play.calendar": "the calendar",
"play.aligned": "days around {name}",
"play.use": "Use this window",
"play.count": "{n:,} of {all:,} {all:report|reports} possibly in it",
"play.count_all": "{n:,} of {all:,} {all:report|reports} possibly in it, all years together",
"play.many": "{n:,} reports are too many to play here: narrow the filter first.",
"play.asked": "Fetching {n:,} reports …",
"play.nothing": "No reports to play.",
"play.still": "Motion is reduced on this device: move step by step.",
"play.before": "{n:,} {n:day|days} before",
"play.after": "{n:,} {n:day|days} after",
"play.anchor": "the day itself",
"play.both_before": "{first:,} to {last:,} {last:day|days} before",
"play.both_after": "{first:,} to {last:,} {last:day|days} after",
"play.across": "{first} to {last}"
},
"ko": {
"map": "북한 지도: 시·군별 보고 사건. 화살표 키로 움직이고 더하기·빼기 키로 확대·축소합니다. 같은 수가 지도 옆의 목록에 있습니다.",
"frame": "지도",
"zoom_in": "확대",
"zoom_out": "축소",
"reset": "전국 보기",
"legend": "범례",
"title": "시·군별 보고 사건",
"no_reports": "보고 없음",
"outside": "선택하지 않은 곳",
"circle": "이 시·군 안 어딘가",
"badge": "도만 알려지고 시·군은 미상",
"several": "여러 시·군이 나오는 보고는 각 시·군에서 한 번씩 셉니다.",
"absence": "보고가 없다고 사건이 없었던 것은 아닙니다.",
"unplaced": "지도에 없는 보고 {n:,}건",
"unplaced_hint": "도가 밝혀지지 않은 보고",
"reports": "보고 사건 {n:,}건",
"province_only": "{name}에 시·군 미상 보고 {n:,}건 더 있음",
"only_here": "도만 알려지고 시·군은 미상인 보고 {n:,}건",
"sure": "확실히 포함",
"expected": "기대값",
"possible": "포함 가능",
"failed": "지도를 그릴 수 없습니다. 지도 도형을 받지 못했습니다. 페이지를 새로 고치십시오.",
"credit": "경계: World Food Programme / OCHA ROAP (2019), geoBoundaries (Runfola et al. 2020) 제공, CC BY 3.0 IGO, 단순화하고 맞닿게 고침. 지명: GeoNames, CC BY 4.0. 바탕 지도: Natural Earth. 경계는 공식적인 것이 아니며 그 지위에 대한 어떤 견해도 뜻하지 않습니다.",
"north": "{name}",
"south": "{name}",
"west_sea": "서해\n(황해)",
"east_sea": "동해",
"china": "중국",
"russia": "러시아",
"south_korea": "한국",
"japan": "일본",
"yalu": "압록강",
"tumen": "두만강",
"town.Tumen": "투먼",
"town.Linjiang": "린장",
"town.Langtoucun": "랑터우",
"town.Hunchun": "훈춘",
"town.Dandong": "단둥",
"town.Changbai": "창바이",
"play.open": "시간순 재생",
"play.close": "재생 닫기",
"play.play": "재생",
"play.pause": "일시 정지",
"play.back": "한 단계 뒤로",
"play.on": "한 단계 앞으로",
"play.time": "표시 시점",
"play.length": "구간",
"play.day": "하루",
"play.week": "한 주",
"play.month": "한 달",
"play.quarter": "분기",
"play.speed": "속도",
"play.slow": "느리게",
"play.normal": "보통",
"play.fast": "빠르게",
"play.mode": "집계",
"play.moving": "구간 안",
"play.cumulative": "구간 끝까지 누적",
"play.axis": "시간축",
"play.calendar": "달력",
"play.aligned": "{name} 전후 날짜",
"play.use": "이 구간으로 조건 설정",
"play.count": "보고 {all:,}건 가운데 포함 가능 {n:,}건",
"play.count_all": "보고 {all:,}건 가운데 포함 가능 {n:,}건(모든 연도 합계)",
"play.many": "보고 {n:,}건은 여기서 재생하기에 너무 많습니다. 먼저 조건을 좁히십시오.",
"play.asked": "보고 {n:,}건을 불러오는 중 …",
"play.nothing": "재생할 보고가 없습니다.",
"play.still": "이 기기는 움직임을 줄이도록 설정되어 있습니다. 한 단계씩 넘기십시오.",
"play.before": "{n:,}일 전",
"play.after": "{n:,}일 후",
"play.anchor": "당일",
"play.both_before": "{first:,}∼{last:,}일 전",
"play.both_after": "{first:,}∼{last:,}일 후",
"play.across": "{first}부터 {last}까지"
}
};

/* Words and numbers of the map, by language; dates are whole days without a time zone. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const DAY = 86400000;

  let lang = "en";

  /* Final consonants as the number they have in the block of Hangul; 8 is ㄹ, 0 none. */
  const HANGUL = [0xac00, 0xd7a3, 28, 8];
  const READ = { 0: 21, 1: 8, 3: 16, 6: 1, 7: 8, 8: 8, l: 8, m: 16, n: 4, g: 21, k: 1, t: 7, p: 17, b: 17, c: 1 };
  Object.assign(READ, { L: 8, M: 16, N: 4, R: 8 });

  const final = (word) => {
    const last = (word.match(/[\p{L}\p{N}]/gu) || [""]).pop();
    const code = last ? last.codePointAt(0) : 0;
    return code >= HANGUL[0] && code <= HANGUL[1] ? (code - HANGUL[0]) % HANGUL[2] : READ[last] || 0;
  };

  /* The particle after a word: the first of two after a final consonant, but 로 after ㄹ. */
  const particle = (word, closed, open) => {
    const end = final(word);
    return end === 0 || (end === HANGUL[3] && closed.startsWith("으")) ? open : closed;
  };

  const put = (value, form) => {
    if (form === ",") return atlas.number(value);
    const [first, second] = (form || "").split("|");
    if (second === undefined) return String(value);
    if (first.startsWith("+")) return value + particle(String(value), first.slice(1), second);
    return value === 1 ? first : second;
  };

  /* Words of the table, its templates filled as in incidents/words/form.py. */
  atlas.say = (key, values) => atlas.table[lang][key].replace(
    /\{(\w+)(?::([^}]*))?\}/g, (whole, name, form) => put(values[name], form));

  const SAID = {
    text: (node, words) => { node.textContent = words; },
    name: (node, words) => node.setAttribute("aria-label", words),
    label: (node, words) => {
      node.setAttribute("aria-label", words);
      node.title = words;
    },
  };

  /* Gives an element words that change with the language: its text, its name, or name and hint. */
  atlas.tell = (node, key, how = "text", values = {}) => {
    node.said = { ...node.said, [how]: [key, values] };
    node.setAttribute("data-said", "");
    SAID[how](node, atlas.say(key, values));
    return node;
  };

  /* The language spoken now. */
  atlas.spoken = () => lang;

  atlas.speak = (code) => {
    const known = atlas.table[code] ? code : "en";
    const page = document.documentElement;
    if (page.lang !== known) page.lang = known;
    if (known === lang) return;
    lang = known;
    const frame = window.frameElement; // of the page around: what it is called is ours to say
    for (const node of [...document.querySelectorAll("[data-said]"), ...(frame && frame.said ? [frame] : [])]) {
      for (const [how, [key, values]] of Object.entries(node.said)) SAID[how](node, atlas.say(key, values));
    }
  };

  /* The name of a place in the script of the language, and in the other one. */
  atlas.nameOf = (unit) => (lang === "ko" ? unit.hangul : unit.name);
  atlas.otherName = (unit) => (lang === "ko" ? unit.name : unit.hangul);

  atlas.townName = (town) => {
    const key = `town.${town.name}`;
    return atlas.table[lang][key] ? atlas.say(key) : town.name;
  };

  /* Making one takes the browser longer than writing fifty numbers with it. */
  const KINDS = { whole: {}, short: { notation: "compact" },
    share: { minimumFractionDigits: 1, maximumFractionDigits: 1 } };
  const writers = new Map();
  const writer = (kind) => {
    const key = `${lang} ${kind}`;
    if (!writers.has(key)) writers.set(key, new Intl.NumberFormat(lang, KINDS[kind]));
    return writers.get(key);
  };

  /* A whole number with separators; a share with one decimal. */
  atlas.number = (n) => writer("whole").format(n);
  atlas.short = (n) => writer("short").format(n);
  atlas.share = (n) => writer("share").format(n);

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

/* From counts to classes of colour and sizes of symbols; shared by map, legend and player. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const SHADES = 6;
  const LONG = 1000;

  /* Which of the six shades k classes use: one class is never the palest. */
  const SPREAD = [[], [3], [1, 4], [1, 3, 5], [0, 2, 3, 5], [0, 1, 3, 4, 5], [0, 1, 2, 3, 4, 5]];

  const nice = (value) => {
    const ten = Math.pow(10, Math.floor(Math.log10(value)));
    const step = [1, 2, 5, 10].reduce((best, s) =>
      Math.abs(Math.log(value / ten / s)) < Math.abs(Math.log(value / ten / best)) ? s : best, 1);
    return step * ten;
  };

  /* Lower bounds of at most six classes: 1, 2, 4, 8 .. while they suffice, then 1, 2, 5, 10 .. */
  atlas.bounds = (max) => {
    const lows = max < 1 ? [] : [1];
    const ratio = max < Math.pow(2, SHADES) ? 2 : Math.pow(max, 1 / SHADES);
    for (let i = 1; i < SHADES; i += 1) {
      const low = ratio === 2 ? Math.pow(2, i) : nice(Math.pow(ratio, i));
      if (low <= max && low > lows[lows.length - 1]) lows.push(low);
    }
    return lows;
  };

  /* Classes {from, to, shade} of counts up to max. */
  atlas.classes = (max) => {
    const lows = atlas.bounds(max);
    return lows.map((from, i) => ({
      from,
      to: i + 1 < lows.length ? lows[i + 1] - 1 : max,
      shade: SPREAD[lows.length][i],
    }));
  };

  /* Shade of a count: -1 for none. */
  atlas.shade = (n, classes) => {
    let shade = -1;
    for (const step of classes) if (n >= step.from) shade = step.shade;
    return shade;
  };

  /* Radius in px whose area is in proportion to n; a small maximum does not blow up one report. */
  atlas.radius = (n, max, largest) => (n > 0 ? largest * Math.sqrt(n / Math.max(max, 8)) : 0);

  /* A class in words; where counts are long, only from what number on, or they would run together. */
  atlas.classWords = (step, max) =>
    max >= LONG ? `${atlas.short(step.from)}+` :
    step.from >= step.to ? atlas.number(step.from) : `${atlas.number(step.from)}–${atlas.number(step.to)}`;
})();

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

/* Names on the map, each where it fits: provinces, seas and neighbours, rivers, districts, towns. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NAMED_EARLY = 5; // districts named before there is room for all of them
  const ALL_NAMES = 7.9; // zoom from which every district is named if it fits
  const SECOND_SCRIPT = 7.4;
  const TOWNS = 8;
  const CITY = 7; // provinces of fewer districts are cities: their names may stand beside them

  atlas.Names = class {
    /* groups: {rings, badges, numbers, names}; ground.province(id, x, y), ground.land(x, y) in px of
       the fixed zoom. */
    constructor(groups, shapes, ground) {
      Object.assign(this, { groups, shapes, ground, words: [] });
    }

    /* Gives the names the room that the symbols leave. */
    name() {
      const { view } = this;
      this.groups.names.replaceChildren();
      this.named = new Set();
      this.words = [];
      this.placeLeading();
      this.placeProvinces();
      this.placeWaters();
      if (view.zoom >= ALL_NAMES) this.placeDistricts(this.shapes.districts);
      if (view.zoom >= TOWNS) this.placeTowns();
    }

    /* Whether a point of the sheet lies in a province; null: in any. */
    inside(id, x, y) {
      return this.ground.province(id, x / this.view.scale, y / this.view.scale);
    }

    at(point) {
      return [point.x * this.view.scale, point.y * this.view.scale];
    }

    /* Writes the block at the first spot with room; says whether it found one. */
    put(lines, spots, attributes, allowed, pad = 2) {
      const spot = atlas.fit(this.room, atlas.blockSize(lines), spots, pad, allowed);
      if (!spot) return false;
      this.room.take([spot.box]);
      const node = atlas.write(this.groups.names, lines, spot.x, spot.y, attributes || {});
      this.words.push({ node, box: spot.box });
      return true;
    }

    placeProvinces() {
      const units = new Map();
      for (const d of this.shapes.districts) units.set(d.province, (units.get(d.province) || 0) + 1);
      const order = [...this.shapes.provinces].sort((a, b) => units.get(a.id) - units.get(b.id));
      for (const p of order) {
        const lines = this.provinceLines(p);
        const data = { "data-kind": "adm1", "data-id": p.id };
        const spots = atlas.spiral(...this.at(p.label), 5, 16);
        const own = (x, y) => this.inside(p.id, x, y);
        const half = atlas.blockSize(lines).width * 0.42;
        const parts = [-half, -half / 2, half / 2, half];
        const whole = (x, y) => own(x, y) && parts.every((off) => own(x + off, y));
        const clear = (offs) => (x, y) =>
          own(x, y) && offs.every((off) => own(x + off, y) || !this.inside(null, x + off, y));
        const abroad = (x, y) => this.framed(x, y, half) && this.nextTo(p, x, y)
          && [0, ...parts].every((off) => !this.inside(null, x + off, y));
        const near = (x, y) =>
          units.get(p.id) < CITY && this.framed(x, y, half) && this.close(p, x, y, half);
        const middle = clear([-half * 0.6, half * 0.6]); // its ends may reach into a neighbour
        const rules = [whole, clear(parts), middle, abroad, near, own];
        const placed = rules.some((allowed) => this.put(lines, spots, data, allowed));
        if (placed) this.named.add(p.name);
      }
    }

    /* Whether the way from a spot outside to the province crosses no other province. */
    nextTo(p, x, y) {
      const [px, py] = this.at(p.label);
      return [0.2, 0.4, 0.6, 0.8].every((part) => {
        const [atX, atY] = [x + (px - x) * part, y + (py - y) * part];
        return !this.inside(null, atX, atY) || this.inside(p.id, atX, atY);
      });
    }

    close(p, x, y, half) {
      const [px, py] = this.at(p.label);
      return Math.abs(x - px) < half + 22 && Math.abs(y - py) < 24;
    }

    provinceLines(p) {
      if (this.view.zoom >= SECOND_SCRIPT) return [[atlas.nameOf(p), "province"], [atlas.otherName(p), "hangul"]];
      const name = atlas.nameOf(p).replace(/ \(.*/, "");
      if (!this.view.narrow) return [[name, "province"]];
      return [[name.replace(/^(North|South) (.*)/, (all, side, rest) => atlas.say(side.toLowerCase(), { name: rest })), "short"]];
    }

    /* With the whole country in view, names of seas and neighbours stay inside the frame. */
    framed(x, y, half) {
      const frame = this.view.frame;
      return !frame || (x - half > frame[0] && x + half < frame[2] && y - 14 > frame[1] && y + 14 < frame[3]);
    }

    placeWaters() {
      const { scale } = this.view;
      const land = (x, y) => this.ground.land(x / scale, y / scale);
      for (const label of this.shapes.labels) {
        const lines = atlas.say(label.key).split("\n").map((text) => [text, label.kind]);
        if (label.kind === "river") {
          this.placeRiver(label, lines[0]);
          continue;
        }
        const half = atlas.blockSize(lines).width / 2;
        const wet = (x, y) => [x - half, x, x + half].every((at) => !land(at, y));
        const dry = (x, y) => [x - half, x, x + half].every((at) => land(at, y) && !this.inside(null, at, y));
        const fits = label.kind === "sea" ? wet : dry;
        const spots = atlas.spiral(...this.at(label.at), 10, 9);
        this.put(lines, spots, {}, (x, y) => this.framed(x, y, half + 4) && fits(x, y), 4);
      }
    }

    placeRiver(label, [text, kind]) {
      const [[ax, ay], [bx, by]] = [this.at(label.at), this.at(label.to)];
      const angle = Math.atan2(by - ay, bx - ax);
      const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
      const boxes = atlas.boxesAlong(x, y, angle, atlas.textWidth(text, kind), 11);
      if (!this.room.free(boxes)) return;
      this.room.take(boxes);
      const turn = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((angle * 180) / Math.PI).toFixed(1)})`;
      const node = atlas.node("text", { class: `label ${kind}`, transform: turn }, this.groups.names);
      node.textContent = text;
      this.words.push({ node, box: atlas.boxOf(boxes) });
    }

    count(d) {
      return this.view.reserve.districts[d.id] || 0;
    }

    /* The districts with most reports are named at every zoom, before anything else. */
    placeLeading() {
      const provinces = new Set(this.shapes.provinces.map((p) => p.name));
      const held = this.shapes.districts.filter((d) => this.count(d) && !provinces.has(d.name));
      held.sort((a, b) => this.count(b) - this.count(a));
      this.placeDistricts(held.slice(0, NAMED_EARLY));
    }

    placeDistricts(districts) {
      const second = this.view.zoom >= ALL_NAMES + 0.8;
      for (const d of districts) {
        if (this.named.has(d.name)) continue;
        const lines = [[atlas.nameOf(d), "district"], ...(second ? [[atlas.otherName(d), "hangul"]] : [])];
        if (this.put(lines, this.besides(d, this.count(d), lines), {}, null, 1)) this.named.add(d.name);
      }
    }

    /* Spots for a district's name: below, above, right and left of its ring, or on its point. */
    besides(d, n, lines) {
      const [x, y] = this.at(n ? d.at : d.label);
      if (!n) return [[x, y], [x, y + 8], [x, y - 8]];
      const size = atlas.blockSize(lines);
      const r = atlas.radius(n, this.view.max, this.view.largest) + 2.5;
      const [dx, dy] = [r + size.width / 2, r + size.height / 2];
      return [[x, y + dy], [x, y - dy], [x + dx, y], [x - dx, y],
        [x + dx * 0.8, y + dy * 0.8], [x + dx * 0.8, y - dy * 0.8], [x - dx * 0.8, y + dy * 0.8]];
    }

    placeTowns() {
      for (const town of this.shapes.towns) {
        const [x, y] = this.at(town.at);
        const name = atlas.townName(town);
        const off = atlas.textWidth(name, "town") / 2 + 5;
        if (!this.put([[name, "town"]], [[x + off, y], [x - off, y], [x, y - 9], [x, y + 9]])) continue;
        atlas.node("circle", { cx: x, cy: y, r: 1.8, class: "town-dot" }, this.groups.names);
      }
    }
  };
})();

/* Symbols on the map: rings for districts and badges for provinces; the names take what room they leave. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const BADGE_HEIGHT = 17;
  const FINE = 10; // steps of radius in a px: finer ones nobody sees, but each costs the browser a ring
  const SOLID = 5; // px of radius under which dashes would read as dots

  /* Indexes of the longest part of the numbers that already rises. */
  const rising = (numbers) => {
    const ends = [];
    const before = numbers.map((n, i) => {
      const longer = ends.findIndex((end) => numbers[end] > n);
      const at = longer < 0 ? ends.length : longer;
      ends[at] = i;
      return at ? ends[at - 1] : -1;
    });
    const kept = new Set();
    for (let i = ends.at(-1); i >= 0; i = before[i]) kept.add(i);
    return kept;
  };

  /* Puts all nodes of a group into this order, moving as few as can be: what moves is drawn anew. */
  const arrange = (nodes) => {
    if (!nodes.length) return;
    const group = nodes[0].parentNode;
    const places = new Map([...group.children].map((node, i) => [node, i]));
    const kept = rising(nodes.map((node) => places.get(node)));
    nodes.forEach((node, i) => {
      if (!kept.has(i)) group.insertBefore(node, i ? nodes[i - 1].nextSibling : group.firstChild);
    });
  };

  const rewrite = (text, words) => {
    if (text.textContent !== words) text.textContent = words;
  };

  const resize = (ring, r) => {
    if (ring.r === r) return;
    ring.r = r;
    ring.node.setAttribute("r", r);
    ring.node.classList.toggle("small", r < SOLID);
  };

  const badgeWidth = (n) => Math.max(BADGE_HEIGHT, atlas.textWidth(atlas.number(n), "number") + 10);

  atlas.Marks = class extends atlas.Names {
    rings = new Map();
    badges = new Map();

    /* Gives every symbol its place; names come after, see name.
       view: {scale, zoom, largest, reserve, max, frame, narrow}; stays: badges are left in theirs. */
    layout(view, stays) {
      this.view = view;
      if (!stays) this.room = new atlas.Room();
      this.rings = this.renew(this.rings, this.placedRings());
      if (!stays) this.badges = this.renew(this.badges, this.placedBadges());
    }

    /* Symbols as placed now: those that stood before keep their nodes, which cost the browser most.
       placed: rows of {id, make, place, at, ...}, the lowest first. */
    renew(before, placed) {
      const now = new Map();
      for (const { id, make, place, at, ...told } of placed) {
        const symbol = before.get(id) || make();
        if (symbol.at !== at) {
          place(symbol);
          symbol.drawn = symbol.r = null;
        }
        Object.assign(symbol, told, { at });
        now.set(id, symbol);
      }
      for (const [id, symbol] of before) if (!now.has(id)) symbol.node.remove(), symbol.text.remove();
      arrange([...now.values()].map(({ node }) => node));
      return now;
    }

    placedRings() {
      const { reserve, max, largest } = this.view;
      const radius = (d) => atlas.radius(reserve.districts[d.id], max, largest);
      const size = (d) => Math.round(radius(d)); // in whole px: as large as another is above or below it
      const held = this.shapes.districts.filter((d) => reserve.districts[d.id] > 0);
      const numbers = new atlas.Room();
      held.sort((a, b) => size(b) - size(a));
      return held.map((d) => {
        const [x, y] = this.at(d.at);
        const r = radius(d);
        this.room.take([atlas.boxAround(x, y, 2 * r, 2 * r, 0)]);
        const width = atlas.textWidth(atlas.number(reserve.districts[d.id]), "number");
        const box = atlas.boxAround(x, y, width, 11, 1);
        const numbered = numbers.free([box]);
        if (numbered) numbers.take([box]);
        return this.ring(d, x, y, numbered);
      });
    }

    ring(d, x, y, numbered) {
      const look = this.view.chosen.has(d.id) ? "ring picked" : "ring";
      const make = () => ({
        node: atlas.node("circle", { "data-kind": "adm2", "data-id": d.id }, this.groups.rings),
        text: atlas.node("text", { class: "label number" }, this.groups.numbers) });
      const place = ({ node, text }) => {
        atlas.put(node, { cx: x, cy: y, class: look });
        atlas.put(text, { x, y: y + 3.5 });
      };
      return { id: d.id, make, place, at: `${x} ${y} ${look}`, numbered };
    }

    placedBadges() {
      const { reserve } = this.view;
      const placed = [];
      for (const p of this.shapes.provinces) {
        const n = reserve.provinces[p.id] || 0;
        if (!n) continue;
        const size = { width: badgeWidth(n), height: BADGE_HEIGHT };
        const spots = atlas.spiral(...this.at(p.at), 5, 14);
        const spot =
          atlas.fit(this.room, size, spots, 2, (x, y) => this.inside(p.id, x, y)) ||
          atlas.fit(this.room, size, spots, 1);
        if (!spot) continue;
        this.room.take([spot.box]);
        placed.push(this.badge(p, spot, size));
      }
      return placed;
    }

    badge(p, spot, { width, height }) {
      const make = () => {
        const data = { class: "badge", "data-kind": "adm1", "data-id": p.id };
        const node = atlas.node("g", data, this.groups.badges);
        const rect = atlas.node("rect", { rx: 3 }, node);
        return { node, rect, text: atlas.node("text", { class: "label number" }, node) };
      };
      const place = ({ rect, text }) => {
        atlas.put(rect, { x: spot.x - width / 2, y: spot.y - height / 2, width, height });
        atlas.put(text, { x: spot.x, y: spot.y + 4 });
      };
      return { id: p.id, make, place, at: `${spot.x} ${spot.y} ${width}` };
    }

    /* Draws the counts on the symbols placed by layout. */
    paint(counts) {
      const { max, largest } = this.view;
      for (const [id, ring] of this.rings) {
        const n = counts.districts[id] || 0;
        const r = Math.round(atlas.radius(n, max, largest) * FINE) / FINE;
        const drawn = `${n} ${r} ${ring.numbered}`;
        if (ring.drawn === drawn) continue;
        ring.drawn = drawn;
        resize(ring, r);
        const words = atlas.number(n);
        const roomy = ring.numbered && r >= 8 && r * 2 >= atlas.textWidth(words, "number") + 5;
        rewrite(ring.text, roomy ? words : "");
      }
      for (const [id, badge] of this.badges) {
        const n = counts.provinces[id] || 0;
        if (badge.drawn === n) continue;
        badge.drawn = n;
        rewrite(badge.text, atlas.number(n));
        badge.node.style.display = n ? "" : "none";
      }
    }
  };
})();

/* Legend: classes, symbols, what absence means, and what is not on the map. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NARROW = 700; // px of map width under which the legend starts closed

  const swatchRow = (parent, fill, key) => {
    const row = atlas.make("div", "key", null, parent);
    const svg = atlas.node("svg", { width: 24, height: 14, "aria-hidden": "true" }, row);
    atlas.node("rect", { x: 0.5, y: 0.5, width: 23, height: 13, class: "swatch", fill }, svg);
    atlas.make("span", null, atlas.say(key), row);
  };

  /* Classes as one ruler of colours with their counts below. */
  const ruler = (parent, max) => {
    const bar = atlas.make("div", "ruler", null, parent);
    for (const step of atlas.classes(max)) {
      const cell = atlas.make("div", "step", null, bar);
      atlas.make("span", `colour shade-${step.shade}`, null, cell);
      atlas.make("span", "count", atlas.classWords(step, max), cell);
    }
  };

  /* Two or three counts worth showing as rings. */
  const samples = (max) => [...new Set([max, Math.round(max / 4), 1])].filter((n) => n >= 1);

  const ringRow = (parent, max, largest) => {
    const row = atlas.make("div", "key rings", null, parent);
    const radii = samples(max).map((n) => [n, atlas.radius(n, max, largest)]).filter(([, r]) => r > 1.2);
    const room = (n, r) => Math.max(2 * r, atlas.textWidth(atlas.number(n), "town")) + 8;
    const width = radii.reduce((sum, [n, r]) => sum + room(n, r), 0);
    const height = 2 * radii[0][1] + 14;
    const svg = atlas.node("svg", { width, height, "aria-hidden": "true" }, row);
    let x = 0;
    for (const [n, r] of radii) {
      const look = r < 5 ? "ring small" : "ring";
      const cx = x + room(n, r) / 2;
      atlas.node("circle", { cx, cy: height - 13 - r, r, class: look }, svg);
      const text = atlas.node("text", { x: cx, y: height - 2, class: "count" }, svg);
      text.textContent = atlas.number(n);
      x += room(n, r);
    }
    atlas.make("span", null, atlas.say("circle"), row);
  };

  const badgeRow = (parent) => {
    const row = atlas.make("div", "key", null, parent);
    const svg = atlas.node("svg", { width: 24, height: 18, "aria-hidden": "true" }, row);
    const badge = atlas.node("g", { class: "badge" }, svg);
    atlas.node("rect", { x: 3.5, y: 0.5, width: 17, height: 17, rx: 3 }, badge);
    const text = atlas.node("text", { x: 12, y: 13, class: "label number" }, badge);
    text.textContent = "n"; // no number: it would be read as a count
    atlas.make("span", null, atlas.say("badge"), row);
  };

  const notes = (parent) => {
    atlas.make("p", "note", atlas.say("several"), parent);
    atlas.make("p", "note", atlas.say("absence"), parent);
  };

  atlas.Legend = class {
    /* act.unplaced: the reader asks for what is not on the map; act.folded: the legend changed size. */
    constructor(parent, width, act) {
      this.act = act;
      this.rows = {};
      this.box = atlas.shield(atlas.make("section", "legend", null, parent));
      this.head = atlas.make("button", "legend-head", null, this.box, { type: "button" });
      this.title = atlas.make("span", null, "", this.head);
      atlas.icon("fold", this.head);
      this.body = atlas.make("div", "legend-body", null, this.box, { id: "atlas-legend" });
      this.head.setAttribute("aria-controls", "atlas-legend");
      this.head.addEventListener("click", () => {
        this.fold(!this.folded);
        this.act.folded();
      });
      this.fold(width < NARROW);
    }

    fold(folded) {
      const words = atlas.say(folded ? "legend" : "title");
      if (this.title.textContent === words) return; // to write the same again would cost a layout
      this.folded = folded;
      this.body.hidden = folded;
      this.box.classList.toggle("folded", folded);
      this.head.setAttribute("aria-expanded", String(!folded));
      this.title.textContent = words;
    }

    /* Says what the map shows now, for a largest count and a ring size in px. */
    show(max, largest, chosen) {
      this.fold(this.folded);
      this.write("ruler", max > 0 && [max], ruler);
      this.write("none", ["url(#atlas-hatch)", "no_reports"], swatchRow);
      this.write("outside", chosen && ["var(--land)", "outside"], swatchRow);
      this.write("rings", max > 0 && [max, largest], ringRow);
      this.write("badge", [], badgeRow);
      this.write("notes", [], notes);
    }

    /* Says how many of the reports shown are not on the map. */
    showUnplaced(count) {
      this.write("unplaced", count > 0 && [count], (row, n) => this.offerUnplaced(row, n));
    }

    /* Writes one row, or none for false; a row that would say the same again is left alone, so that
       the browser need not lay it out anew before the map is painted. */
    write(name, told, make) {
      const now = told && JSON.stringify([atlas.spoken(), ...told]);
      const row = (this.rows[name] ||= { box: atlas.make("div", "row", null, this.body) });
      if (row.told === now) return;
      row.told = now;
      row.box.replaceChildren();
      if (told) make(row.box, ...told);
    }

    offerUnplaced(row, count) {
      const told = atlas.say("unplaced", { n: count });
      const button = atlas.make("button", "unplaced", told, row, { type: "button" });
      button.title = atlas.say("unplaced_hint");
      button.addEventListener("click", this.act.unplaced);
    }
  };
})();

/* The note beside the pointer: name in both scripts, counts, and how sure they are. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const GAP = 14;

  const line = (parent, name, text) => atlas.make("div", name, text, parent);

  const triple = (parent, [within, expected, touches]) => {
    const list = atlas.make("dl", "triple", null, parent);
    const rows = [
      [atlas.number(within), atlas.say("sure")],
      [atlas.share(expected), atlas.say("expected")],
      [atlas.number(touches), atlas.say("possible")],
    ];
    for (const [count, meaning] of rows) {
      atlas.make("dt", null, count, list);
      atlas.make("dd", null, meaning, list);
    }
  };

  /* What is said about a count: the number in words, or that there is none. */
  const counted = (n) => atlas.say(n ? "reports" : "no_reports", { n });

  atlas.Hover = class {
    constructor(parent) {
      this.parent = parent;
      this.box = atlas.make("div", "hover", null, parent);
      this.hide();
    }

    hide() {
      this.box.hidden = true;
      this.key = null;
    }

    /* Shows a note built by fill(box) at a point in px of the map. */
    show(key, point, fill) {
      if (this.key !== key) {
        this.box.replaceChildren();
        fill(this.box);
        this.key = key;
      }
      this.box.hidden = false;
      this.move(point);
    }

    move(point) {
      const [width, height] = [this.box.offsetWidth, this.box.offsetHeight];
      const right = point.x + GAP + width < this.parent.clientWidth;
      const below = point.y + GAP + height < this.parent.clientHeight;
      const left = right ? point.x + GAP : Math.max(4, point.x - GAP - width);
      const top = below ? point.y + GAP : Math.max(4, point.y - GAP - height);
      this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }
  };

  /* Note on a district; drawn = {n, row, only} as the map shows it now. */
  atlas.fillDistrict = (box, district, province, drawn) => {
    const name = line(box, "hover-name", atlas.nameOf(district));
    atlas.make("span", "hover-hangul", atlas.otherName(district), name);
    line(box, "hover-place", `${atlas.nameOf(province)} (${atlas.otherName(province)})`);
    const silent = drawn.outside && !drawn.n;
    line(box, "hover-count", silent ? atlas.say("outside") : counted(drawn.n));
    if (drawn.row && drawn.row.length > 1) triple(box, drawn.row.slice(1));
    const more = atlas.say("province_only", { n: drawn.only, name: atlas.nameOf(province) });
    if (drawn.only) line(box, "hover-more", more);
  };

  /* Note on a province; drawn = {n, row}: n names the province only, row holds all of it. */
  atlas.fillProvince = (box, province, drawn) => {
    const name = line(box, "hover-name", atlas.nameOf(province));
    atlas.make("span", "hover-hangul", atlas.otherName(province), name);
    if (!drawn.row) {
      const none = atlas.say(drawn.outside ? "outside" : "no_reports");
      line(box, "hover-count", drawn.n ? atlas.say("only_here", { n: drawn.n }) : none);
      return;
    }
    line(box, "hover-count", counted(drawn.row[1]));
    if (drawn.row.length > 2) triple(box, drawn.row.slice(2));
    if (drawn.n) line(box, "hover-more", atlas.say("only_here", { n: drawn.n }));
  };
})();

/* Counting for the player: how many reports may lie in each window of time, for every unit at once.
   No drawing here. Days are whole numbers since 1970-01-01. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const AGAIN = 0x8000; // set on each further district of a report that names several
  const REACH = { before: 60, after: 30 }; // days around an anchor
  const LENGTHS = { day: 1, week: 7, month: 30, quarter: 91 };
  const MOST_STEPS = 30000;
  const MONTHS = { month: 1, quarter: 3 };

  atlas.LENGTHS = Object.keys(LENGTHS);
  atlas.REACH = REACH;

  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer;

  /* Sent track -> {units, code, start, end, from, to}: one entry for each unit of a report. */
  atlas.unpackTrack = (sent) => {
    const Days = sent.wide ? Int32Array : Uint16Array;
    const start = Int32Array.from(new Days(bytes(sent.starts)), (day) => day + sent.base);
    const end = Int32Array.from(new Days(bytes(sent.ends)), (day) => day + sent.base);
    return atlas.trackOf(sent.units, new Uint16Array(bytes(sent.codes)), start, end);
  };

  atlas.trackOf = (units, code, start, end) => {
    let [from, to] = [Infinity, -Infinity];
    for (let i = 0; i < start.length; i += 1) {
      if (start[i] < from) from = start[i];
      if (end[i] > to) to = end[i];
    }
    return { units, code, start, end, from, to };
  };

  /* First place in a sorted array whose value is at least (or, with above, more than) the value. */
  const search = (sorted, value, above) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value || (above && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  atlas.search = search;

  const monthStart = (year, month) => Math.round(Date.UTC(year, month, 1) / 86400000);

  const monthly = (from, to, size) => {
    const first = new Date(from * 86400000);
    const starts = [];
    let month = first.getUTCMonth() - (first.getUTCMonth() % size);
    for (let day = -Infinity; day <= to; month += size) {
      day = monthStart(first.getUTCFullYear(), month);
      starts.push(day);
    }
    return starts; // one more than there are steps: the last opens the month after
  };

  const regular = (from, to, size) => {
    const monday = from - ((((from + 3) % 7) + 7) % 7);
    const starts = [];
    for (let day = size === 7 ? monday : from; day <= to + size; day += size) starts.push(day);
    return starts;
  };

  /* Windows of the calendar, ISO weeks and whole months, as first and last days. */
  const calendarSteps = (length, from, to) => {
    const starts = MONTHS[length]
      ? monthly(from, to, MONTHS[length])
      : regular(from, to, LENGTHS[length]);
    const first = Int32Array.from(starts.slice(0, -1));
    const last = Int32Array.from(starts.slice(1), (day) => day - 1);
    return { first, last };
  };

  /* Windows that end on day -60 .. +30 around an anchor. */
  const alignedSteps = (length) => {
    const last = Int32Array.from({ length: REACH.before + REACH.after + 1 }, (_, i) => i - REACH.before);
    return { first: last.map((day) => day - LENGTHS[length] + 1), last };
  };

  /* The steps of a way of playing {length, aligned, cumulative}: first and last day of each. */
  atlas.steps = (track, how) => {
    const steps = how.aligned ? alignedSteps(how.length) : calendarSteps(how.length, track.from, track.to);
    if (how.cumulative) steps.first = steps.first.fill(how.aligned ? -REACH.before : steps.first[0]);
    return steps;
  };

  /* Whether a length gives few enough steps to hold them all. */
  atlas.playable = (track, length) => (track.to - track.from) / LENGTHS[length] < MOST_STEPS;

  /* Ranges of steps that an interval touches; anchors is null on the calendar. */
  const ranges = (steps, start, end, anchors) => {
    const found = [];
    const add = (from, to) => {
      const range = [search(steps.last, from, false), search(steps.first, to, true) - 1];
      if (range[0] <= range[1]) found.push(range);
    };
    if (!anchors) {
      add(start, end);
      return found;
    }
    const reach = steps.last[steps.last.length - 1];
    let i = search(anchors, start - reach, false);
    for (; i < anchors.length && end - anchors[i] >= steps.first[0]; i += 1) {
      add(start - anchors[i], end - anchors[i]);
    }
    return found.length > 1 ? joined(found) : found;
  };

  /* The same steps as ranges that do not overlap: a report counts once in a step. */
  const joined = (found) => {
    found.sort((a, b) => a[0] - b[0]);
    const kept = [found[0]];
    for (const range of found.slice(1)) {
      const last = kept[kept.length - 1];
      if (range[0] <= last[1] + 1) last[1] = Math.max(last[1], range[1]);
      else kept.push(range);
    }
    return kept;
  };

  const sumUp = (counts, width) => {
    for (let i = width; i < counts.length; i += 1) counts[i] += counts[i - width];
    return counts;
  };

  /* Reports that touch each step: counts[step * units + unit], totals[step] with each report once. */
  atlas.tally = (track, steps, anchors) => {
    const width = track.units.length;
    const size = steps.first.length;
    const counts = new Int32Array((size + 1) * width);
    const totals = new Int32Array(size + 1);
    for (let i = 0; i < track.code.length; i += 1) {
      const unit = track.code[i] & ~AGAIN;
      const once = track.code[i] & AGAIN ? 0 : 1;
      for (const [from, to] of ranges(steps, track.start[i], track.end[i], anchors)) {
        counts[from * width + unit] += 1;
        counts[(to + 1) * width + unit] -= 1;
        totals[from] += once;
        totals[to + 1] -= once;
      }
    }
    return { counts: sumUp(counts, width), totals: sumUp(totals, 1).subarray(0, size), width, size };
  };

  const isDistrict = (unit) => unit.length > 5;

  const split = (units, number) => {
    const found = { districts: {}, provinces: {}, unplaced: 0 };
    units.forEach((unit, i) => {
      const n = number(i);
      if (!unit) found.unplaced = n;
      else if (n) found[isDistrict(unit) ? "districts" : "provinces"][unit] = n;
    });
    return found;
  };

  /* Counts at one step, split as the map draws them. */
  atlas.countsAt = (track, tally, step) =>
    split(track.units, (i) => tally.counts[step * tally.width + i]);

  /* The highest count each unit ever reaches, and the highest of any district. */
  atlas.peaks = (track, tally) => {
    const peak = new Int32Array(tally.width);
    for (let at = 0; at < tally.size * tally.width; at += tally.width) {
      for (let i = 0; i < tally.width; i += 1) {
        if (tally.counts[at + i] > peak[i]) peak[i] = tally.counts[at + i];
      }
    }
    const reserve = split(track.units, (i) => peak[i]);
    return { reserve, max: Math.max(0, ...Object.values(reserve.districts)) };
  };
})();

/* The panel of the player: a strip under the map with the moment in words, a scrubber and choices. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const HIGH = 24; // px of the curve above the scrubber

  atlas.PlayPanel = class {
    constructor(root, opener, player) {
      Object.assign(this, { root, player });
      this.opener = atlas.make("button", "text-button", null, opener, { type: "button", "aria-expanded": "false" });
      atlas.icon("play", this.opener);
      atlas.tell(atlas.make("span", null, null, this.opener), "play.open");
      this.opener.addEventListener("click", () => player.show_panel(!player.open));
      this.box = atlas.tell(atlas.make("section", "player", null, root), "play.open", "name");
      this.box.hidden = true;
      this.head();
      this.scrubber();
      this.choices();
      this.keys();
      new ResizeObserver(() => atlas.resize()).observe(this.box);
    }

    head() {
      const row = atlas.make("div", "play-row", null, this.box);
      const { player } = this;
      const buttons = atlas.make("div", "play-buttons", null, row);
      atlas.iconButton("back", "play.back", buttons, () => player.go(-1));
      this.button = atlas.iconButton("play", "play.play", buttons, () => player.toggle());
      atlas.iconButton("on", "play.on", buttons, () => player.go(1));
      this.button.hidden = calm.matches;
      const said = atlas.make("div", "play-said", null, row);
      this.date = atlas.make("strong", null, "", said);
      this.count = atlas.make("span", null, "", said);
      this.useButton = atlas.make("button", "text-button", null, row, { type: "button" });
      atlas.tell(this.useButton, "play.use");
      this.useButton.addEventListener("click", () => player.use());
      atlas.iconButton("close", "play.close", row, () => this.close());
    }

    close() {
      this.player.show_panel(false);
      this.opener.focus();
    }

    scrubber() {
      const frame = atlas.make("div", "play-time", null, this.box);
      this.curve = atlas.node("svg", { class: "curve", preserveAspectRatio: "none", "aria-hidden": "true" }, frame);
      this.area = atlas.node("path", {}, this.curve);
      this.range = atlas.make("input", null, null, frame, {
        type: "range", min: 0, step: 1, value: 0 });
      atlas.tell(this.range, "play.time", "name");
      this.range.addEventListener("input", () => this.player.track && this.player.show(Number(this.range.value)));
    }

    choices() {
      const row = atlas.make("div", "play-row choices", null, this.box);
      const { player } = this;
      this.length = this.choice(row, "play.length", (value) => player.change({ length: value }));
      this.mode = this.choice(row, "play.mode", (value) => player.change({ cumulative: value === "cumulative" }));
      this.axis = this.choice(row, "play.axis", (value) => player.change({ aligned: value === "aligned" }));
      this.speed = this.choice(row, "play.speed", (value) => { player.speed = Number(value); });
      this.fill(this.mode, { moving: "play.moving", cumulative: "play.cumulative" });
      this.fill(this.speed, { 0: "play.slow", 1: "play.normal", 2: "play.fast" });
      this.speed.value = "1";
      this.speed.parentNode.hidden = calm.matches;
      if (calm.matches) atlas.tell(atlas.make("span", "play-note", null, row), "play.still");
    }

    choice(row, key, act) {
      const frame = atlas.make("label", "choice", null, row);
      atlas.tell(atlas.make("span", null, null, frame), key);
      const select = atlas.make("select", null, null, frame);
      select.addEventListener("change", () => act(select.value));
      return select;
    }

    fill(select, options, values) {
      select.replaceChildren();
      for (const [value, key] of Object.entries(options)) {
        atlas.tell(atlas.make("option", null, null, select, { value }), key, "text", values);
      }
    }

    /* Space plays, arrows step, Escape closes: anywhere in the panel or on the map while it is open. */
    keys() {
      const act = (event) => {
        if (this.box.hidden || event.target.closest("select, button")) return;
        if (event.key === " ") this.player.toggle();
        else if (event.target !== this.range && event.key === "ArrowLeft") this.player.go(-1);
        else if (event.target !== this.range && event.key === "ArrowRight") this.player.go(1);
        else return;
        event.preventDefault();
      };
      this.box.addEventListener("keydown", act);
      this.box.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
      atlas.app.canvas.addEventListener("keydown", (event) => event.key === " " && act(event));
    }

    /* Which choices there are for what was sent. */
    offer(player) {
      const lengths = atlas.LENGTHS.filter((l) => !player.track || player.how.aligned || atlas.playable(player.track, l));
      this.fill(this.length, Object.fromEntries(lengths.map((l) => [l, `play.${l}`])));
      this.length.value = player.how.length;
      this.mode.value = player.how.cumulative ? "cumulative" : "moving";
      this.axis.parentNode.hidden = !player.around;
      if (player.around) this.fill(this.axis, { calendar: "play.calendar", aligned: "play.aligned" }, player.around);
      this.axis.value = player.how.aligned ? "aligned" : "calendar";
      this.useButton.disabled = player.how.aligned || !player.track;
    }

    refuse(words) {
      this.date.textContent = "";
      this.count.textContent = words;
      this.range.disabled = true;
      this.area.removeAttribute("d");
      this.useButton.disabled = true;
    }

    /* The scrubber's length and the curve of reports over all steps. */
    measure(tally) {
      this.range.disabled = false;
      this.range.max = tally.size - 1;
      const width = Math.min(tally.size, 600);
      const bins = new Float64Array(width);
      tally.totals.forEach((n, i) => {
        const bin = Math.floor((i * width) / tally.size);
        bins[bin] = Math.max(bins[bin], n);
      });
      const top = Math.max(1, ...bins);
      const line = Array.from(bins, (n, i) => `V${(HIGH - (n / top) * HIGH).toFixed(1)}H${i + 1}`).join("");
      this.curve.setAttribute("viewBox", `0 0 ${width} ${HIGH}`);
      this.area.setAttribute("d", `M0 ${HIGH}${line}V${HIGH}Z`);
    }

    /* all: the reports of the view, the number in its headline. */
    tell(step, words, total, all) {
      const key = this.player.how.aligned ? "play.count_all" : "play.count";
      const said = atlas.say(key, { n: total, all });
      this.range.value = step;
      this.range.setAttribute("aria-valuetext", `${words}: ${said}`);
      this.date.textContent = words;
      this.count.textContent = said;
    }

    playing(on) {
      atlas.setIcon(this.button, on ? "pause" : "play");
      atlas.tell(this.button, on ? "play.pause" : "play.play", "label");
    }

    /* The map stays as it is; the frame grows, and what has opened is brought into view. */
    toggle(open) {
      atlas.hold(open ? atlas.app.canvas.offsetHeight : 0);
      atlas.app.opened = open ? this.box : null;
      this.box.hidden = !open;
      this.opener.setAttribute("aria-expanded", String(open));
      this.opener.parentNode.hidden = open;
      atlas.resize();
      if (open) this.range.focus({ preventScroll: true });
    }
  };
})();

/* The player: moves a window of time over the filtered reports inside the frame, without the server. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const SPEEDS = [2, 5, 12]; // steps a second
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  /* A day counted from the day itself: "3 days before". */
  const offset = (days) => {
    if (days === 0) return atlas.say("play.anchor");
    return atlas.say(days < 0 ? "play.before" : "play.after", { n: Math.abs(days) });
  };

  const offsets = (first, last) => {
    if (first === last) return offset(first);
    if (last < 0) return atlas.say("play.both_before", { first: -first, last: -last });
    if (first > 0) return atlas.say("play.both_after", { first, last });
    return atlas.say("play.across", { first: offset(first), last: offset(last) });
  };

  atlas.Player = class {
    constructor() {
      this.how = { length: "month", cumulative: false, aligned: false };
      this.speed = 1;
      this.open = false;
      this.step = 0;
    }

    /* Takes what was sent with a view; says whether the player is showing a moment of it. */
    feed(sent) {
      this.sent = sent.track;
      this.around = sent.anchors || null;
      this.track = null;
      if (!this.around) this.how.aligned = false;
      if (this.open) this.load();
      return this.open && Boolean(this.track);
    }

    /* Unpacks the track, or asks for it, then shows the moment shown before, or the first. */
    load() {
      this.panel.offer(this);
      if (this.sent && this.sent.later) return this.ask();
      if (!this.sent || !(this.sent.codes || this.sent.code)) return this.refuse("play.nothing");
      const { units, code, start, end } = this.sent;
      return this.take(code ? atlas.trackOf(units, code, start, end) : atlas.unpackTrack(this.sent));
    }

    /* Many rows come once they are wanted, with the next view that is sent. */
    ask() {
      this.refuse("play.asked");
      atlas.pick("track", "");
    }

    take(track) {
      if (!track.code.length) return this.refuse("play.nothing");
      if (!this.track && !this.chosen) this.how.length = this.fitting(track);
      this.track = track;
      return this.recount();
    }

    /* A window length that gives a play of some dozen to some hundred steps. */
    fitting(track) {
      const days = track.to - track.from;
      if (days > 1100) return "month";
      return days > 150 ? "week" : "day";
    }

    /* Nothing to play, or not yet; why is said in place of a moment. */
    refuse(why) {
      const rows = this.sent ? this.sent.rows : 0;
      this.stop();
      this.track = null;
      this.panel.refuse(atlas.say(why === "play.nothing" && rows ? "play.many" : why, { n: rows }));
      if (atlas.app.still) atlas.drawStill();
    }

    /* Counts all steps once for the present way of playing; each step is then only a look-up. */
    recount() {
      const day = this.steps && !this.how.aligned ? this.steps.last[this.step] : null;
      const anchors = this.how.aligned ? Int32Array.from(this.around.days.map(atlas.day)).sort() : null;
      this.steps = atlas.steps(this.track, this.how);
      this.tally = atlas.tally(this.track, this.steps, anchors);
      const at = day === null || this.how.aligned ? 0 : atlas.search(this.steps.last, day, false);
      this.step = Math.min(at, this.tally.size - 1);
      this.panel.measure(this.tally);
      this.panel.offer(this);
      atlas.prepare({ ...atlas.peaks(this.track, this.tally), keep: true });
      this.show(this.step);
    }

    change(how) {
      this.chosen = true;
      Object.assign(this.how, how);
      if (this.track) this.recount();
    }

    words(step) {
      const [first, last] = [this.steps.first[step], this.steps.last[step]];
      if (!this.how.aligned) return atlas.dates(first, last, this.how.cumulative ? "day" : this.how.length);
      return offsets(first, last);
    }

    /* Paints one step. */
    show(step) {
      this.step = Math.max(0, Math.min(this.tally.size - 1, step));
      const [first, last] = [this.steps.first[this.step], this.steps.last[this.step]];
      const counts = atlas.countsAt(this.track, this.tally, this.step);
      const words = this.words(this.step);
      const total = this.tally.totals[this.step];
      const days = this.how.aligned ? { first, last } : { first: atlas.iso(first), last: atlas.iso(last) };
      atlas.paint({ counts, rows: null, mode: "play", words, total, ...days });
      this.panel.tell(this.step, words, total, this.sent.rows);
    }

    go(by) {
      if (this.track) this.show(this.step + by);
    }

    toggle() {
      if (this.timer) this.stop();
      else if (this.track && !calm.matches) this.start();
    }

    start() {
      if (this.step >= this.tally.size - 1) this.show(0);
      let last = performance.now();
      const tick = (now) => {
        if (now - last >= 1000 / SPEEDS[this.speed]) {
          last = now;
          this.show(this.step + 1);
          if (this.step >= this.tally.size - 1) return this.stop();
        }
        this.timer = requestAnimationFrame(tick);
        return this.timer;
      };
      this.timer = requestAnimationFrame(tick);
      this.panel.playing(true);
    }

    stop() {
      cancelAnimationFrame(this.timer);
      this.timer = null;
      this.panel.playing(false);
    }

    use() {
      const iso = (days) => atlas.iso(days[this.step]);
      this.stop();
      atlas.pick("window", `${iso(this.steps.first)}/${iso(this.steps.last)}`);
    }

    show_panel(open) {
      this.open = open;
      this.panel.toggle(open);
      if (open) this.load();
      else {
        this.stop();
        this.track = null;
        if (atlas.app.still) atlas.drawStill();
      }
    }
  };

  atlas.addPlayer = (root, opener) => {
    const player = new atlas.Player();
    player.panel = new atlas.PlayPanel(root, opener, player);
    atlas.player = player;
    atlas.feedPlayer = (sent) => player.feed(sent);
  };
})();

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

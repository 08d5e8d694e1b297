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

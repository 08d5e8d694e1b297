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

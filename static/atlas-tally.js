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

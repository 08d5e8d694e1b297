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

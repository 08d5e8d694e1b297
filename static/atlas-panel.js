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

/* The panel of the player: a strip under the map with the moment in words, a scrubber and choices. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const HIGH = 24; // px of the curve above the scrubber

  atlas.PlayPanel = class {
    constructor(root, opener, player) {
      Object.assign(this, { root, player });
      const words = atlas.words().play;
      this.opener = atlas.make("button", "text-button", null, opener, { type: "button", "aria-expanded": "false" });
      atlas.icon("play", this.opener);
      atlas.make("span", null, words.open, this.opener);
      this.opener.addEventListener("click", () => player.show_panel(!player.open));
      this.box = atlas.make("section", "player", null, root, { "aria-label": words.open });
      this.box.hidden = true;
      this.head();
      this.scrubber();
      this.choices();
      this.keys();
      new ResizeObserver(() => atlas.resize()).observe(this.box);
    }

    head() {
      const words = atlas.words().play;
      const row = atlas.make("div", "play-row", null, this.box);
      const { player } = this;
      const buttons = atlas.make("div", "play-buttons", null, row);
      atlas.iconButton("back", words.back, buttons, () => player.go(-1));
      this.button = atlas.iconButton("play", words.play, buttons, () => player.toggle());
      atlas.iconButton("on", words.on, buttons, () => player.go(1));
      this.button.hidden = calm.matches;
      const said = atlas.make("div", "play-said", null, row);
      this.date = atlas.make("strong", null, "", said);
      this.count = atlas.make("span", null, "", said);
      this.useButton = atlas.make("button", "text-button", words.use, row, { type: "button" });
      this.useButton.addEventListener("click", () => player.use());
      atlas.iconButton("close", words.close, row, () => this.close());
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
        type: "range", min: 0, step: 1, value: 0, "aria-label": atlas.words().play.time });
      this.range.addEventListener("input", () => this.player.track && this.player.show(Number(this.range.value)));
    }

    choices() {
      const words = atlas.words().play;
      const row = atlas.make("div", "play-row choices", null, this.box);
      const { player } = this;
      this.length = this.choice(row, words.length, (value) => player.change({ length: value }));
      this.mode = this.choice(row, words.mode, (value) => player.change({ cumulative: value === "cumulative" }));
      this.axis = this.choice(row, words.axis, (value) => player.change({ aligned: value === "aligned" }));
      this.speed = this.choice(row, words.speed, (value) => { player.speed = Number(value); });
      this.fill(this.mode, { moving: words.moving, cumulative: words.cumulative });
      this.fill(this.speed, words.speeds);
      this.speed.value = "1";
      this.speed.parentNode.hidden = calm.matches;
      if (calm.matches) atlas.make("span", "play-note", words.still, row);
    }

    choice(row, label, act) {
      const frame = atlas.make("label", "choice", null, row);
      atlas.make("span", null, label, frame);
      const select = atlas.make("select", null, null, frame);
      select.addEventListener("change", () => act(select.value));
      return select;
    }

    fill(select, options) {
      select.replaceChildren();
      for (const [value, words] of Object.entries(options)) atlas.make("option", null, words, select, { value });
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
      const words = atlas.words().play;
      const lengths = atlas.LENGTHS.filter((l) => !player.track || player.how.aligned || atlas.playable(player.track, l));
      this.fill(this.length, Object.fromEntries(lengths.map((l) => [l, words.lengths[l]])));
      this.length.value = player.how.length;
      this.mode.value = player.how.cumulative ? "cumulative" : "moving";
      this.axis.parentNode.hidden = !player.around;
      if (player.around) this.fill(this.axis, { calendar: words.calendar, aligned: words.aligned(player.around.name) });
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

    tell(step, words, total) {
      const all = atlas.words().play;
      const say = this.player.how.aligned ? all.count_all : all.count;
      const said = say(atlas.number(total));
      this.range.value = step;
      this.range.setAttribute("aria-valuetext", `${words}: ${said}`);
      this.date.textContent = words;
      this.count.textContent = said;
    }

    playing(on) {
      const words = atlas.words().play;
      atlas.setIcon(this.button, on ? "pause" : "play");
      atlas.label(this.button, on ? words.pause : words.play);
    }

    toggle(open) {
      this.box.hidden = !open;
      this.opener.setAttribute("aria-expanded", String(open));
      this.opener.parentNode.hidden = open;
      atlas.resize();
      if (open) this.range.focus();
    }
  };
})();

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

/* The note beside the pointer: name in both scripts, counts, and how sure they are. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const GAP = 14;

  const line = (parent, name, text) => atlas.make("div", name, text, parent);

  const triple = (parent, [within, expected, touches]) => {
    const words = atlas.words();
    const list = atlas.make("dl", "triple", null, parent);
    const rows = [
      [atlas.number(within), words.sure],
      [atlas.share(expected), words.expected],
      [atlas.number(touches), words.possible],
    ];
    for (const [count, meaning] of rows) {
      atlas.make("dt", null, count, list);
      atlas.make("dd", null, meaning, list);
    }
  };

  /* What is said about a count: the number in words, or that there is none. */
  const counted = (n) => (n ? atlas.words().reports(atlas.number(n)) : atlas.words().none);

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
    const words = atlas.words();
    const name = line(box, "hover-name", district.name);
    atlas.make("span", "hover-hangul", district.hangul, name);
    line(box, "hover-place", `${province.name} (${province.hangul})`);
    const silent = drawn.outside && !drawn.n;
    line(box, "hover-count", silent ? words.outside : counted(drawn.n));
    if (drawn.row && drawn.row.length > 1) triple(box, drawn.row.slice(1));
    if (drawn.only) line(box, "hover-more", words.province_only(atlas.number(drawn.only), province.name));
  };

  /* Note on a province; drawn = {n, row}: n names the province only, row holds all of it. */
  atlas.fillProvince = (box, province, drawn) => {
    const words = atlas.words();
    const name = line(box, "hover-name", province.name);
    atlas.make("span", "hover-hangul", province.hangul, name);
    if (!drawn.row) {
      const none = drawn.outside ? words.outside : words.none;
      line(box, "hover-count", drawn.n ? words.only_here(atlas.number(drawn.n)) : none);
      return;
    }
    line(box, "hover-count", counted(drawn.row[1]));
    if (drawn.row.length > 2) triple(box, drawn.row.slice(2));
    if (drawn.n) line(box, "hover-more", words.only_here(atlas.number(drawn.n)));
  };
})();

"""The web shapes: built from the data, up to date, small, and complete."""

import json

import pytest

from geo import assets


def unpack(flat, scale):
    """Points of a packed line, as the browser reads them."""
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return points


@pytest.fixture(scope="module")
def shapes():
    """The shapes as the browser gets them."""
    return json.loads((assets.STATIC / assets.shapes_name()).read_text("utf-8"))


def test_the_shapes_in_static_are_those_of_the_data():
    """What the browser fetches is what `python -m geo.assets` would write today."""
    ((name, content),) = assets.build().items()
    assert assets.shapes_name() == name, "run: python -m geo.assets"
    assert (assets.STATIC / name).read_bytes() == content


def test_the_bundle_holds_every_script_as_it_stands():
    """A changed script without its bundle would never reach a reader."""
    written = (assets.STATIC / assets.BUNDLE).read_bytes()
    assert written == assets.bundle(), "run: python -m geo.assets"
    assert assets.links()[0][1].startswith("atlas-bundle.js?v=")


def test_there_is_one_file_of_shapes():
    """Rewriting the shapes leaves no older file behind."""
    assert len(list(assets.STATIC.glob("shapes.*.json"))) == 1


def test_writing_replaces_older_shapes(tmp_path):
    """Shapes of another version are removed when new ones are written."""
    (tmp_path / "shapes.old.json").write_text("{}")
    written = assets.write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {written.name, assets.BUNDLE}


def test_missing_shapes_are_told_with_the_way_out(tmp_path, monkeypatch):
    """Without shapes the error says how to build them."""
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    with pytest.raises(FileNotFoundError, match="python -m geo.assets"):
        assets.shapes_name.__wrapped__()


def test_every_unit_is_there_with_both_names(shapes):
    """13 provinces and 179 districts, each named in both scripts and drawn."""
    assert (len(shapes["provinces"]), len(shapes["districts"])) == (13, 179)
    for unit in shapes["provinces"] + shapes["districts"]:
        assert unit["name"] and unit["hangul"] and unit["rings"]


def test_a_symbol_stands_inside_its_unit(shapes):
    """The point of a district's symbol lies in its polygon, to the 11 m of the packing."""
    from shapely.geometry import Point, Polygon
    from shapely.ops import unary_union

    scale = shapes["scale"]
    for unit in shapes["districts"]:
        polygon = unary_union([Polygon(unpack(r, scale)).buffer(0) for r in unit["rings"]])
        assert polygon.contains(Point(unit["at"][0] / scale, unit["at"][1] / scale)), unit["id"]


def test_a_corner_of_kangdong_comes_back(shapes):
    """Kangdong's ring starts at 126.04232, 39.00805 in the data and here, to four decimals."""
    (kangdong,) = [unit for unit in shapes["districts"] if unit["id"] == "KP-01-01"]
    assert unpack(kangdong["rings"][0], shapes["scale"])[0] == (126.0423, 39.0080)
    assert kangdong["province"] == "KP-01"


def test_the_shapes_are_small():
    """A reader fetches less than 250 kB once."""
    assert (assets.STATIC / assets.shapes_name()).stat().st_size < 250_000


def test_every_listed_web_file_is_there_and_none_is_forgotten():
    """Each script and style has its hash in its link, and no script of ours is left out."""
    scripts, styles = assets.links()
    names = {link.partition("?v=")[0] for link in scripts + styles}
    assert all(len(link.partition("?v=")[2]) == 10 for link in scripts + styles)
    ours = {path.name for path in assets.STATIC.glob("atlas*")}
    assert ours == {*assets.SCRIPTS, *(name for name in names if name.startswith("atlas"))}


def test_leaflet_comes_with_its_licence():
    """The only foreign script says its version and carries its licence."""
    folder = assets.STATIC / "leaflet"
    assert "BSD 2-Clause" in (folder / "LICENSE").read_text("utf-8")
    assert "1.9.4" in (folder / "README.md").read_text("utf-8")
    assert b"1.9.4" in (folder / "leaflet.js").read_bytes()[:200]

"""What browser tests share: the frame of the map and what can be asked of it."""

import pytest

from tests.waiting import PATIENCE

MAP = 'iframe[title^="streamlit_folium"]'
NAMED = "!atlas.app.waiting"  # names are laid out after the frame that paints the numbers
STILL = "!document.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim')"

SPOT = """(id) => {
  const unit = atlas.app.sheet.shapes.districts.find((d) => d.id === id);
  const corner = atlas.app.map.latLngToContainerPoint(atlas.origin());
  const scale = atlas.scale(atlas.app.map.getZoom());
  const box = atlas.app.canvas.getBoundingClientRect();
  return [box.left + corner.x + unit.at.x * scale, box.top + corner.y + unit.at.y * scale];
}"""


class MapFrame:
    """The map of one reader; `frame` is its document, `sent` the messages to the server."""

    def __init__(self, reader, path):
        self.reader, self.sent = reader, []
        reader.page.on("websocket", lambda socket: socket.on("framesent", self._hear))
        reader.goto(path)
        self.frame = reader.page.wait_for_selector(MAP).content_frame()
        self.frame.wait_for_function(f"window.atlas && atlas.painted && {NAMED}")
        reader.settle()
        self.sent.clear()

    def _hear(self, message):
        self.sent.append(message)

    def ask(self, script, argument=None):
        """The value of a script in the frame."""
        return self.frame.evaluate(script, argument)

    @property
    def state(self):
        """What the map shows."""
        return self.ask("atlas.state()")

    def one(self, selector):
        """The first element of the frame that fits."""
        return self.frame.locator(selector).first

    def spot(self, district):
        """Where a district's symbol stands on the page."""
        box = self.reader.page.locator(MAP).bounding_box()
        x, y = self.ask(SPOT, district)
        return box["x"] + x, box["y"] + y

    def after(self, act):
        """Do something and wait until the map has painted anew."""
        serial = self.ask("atlas.painted.serial")
        act()
        self.frame.wait_for_function(f"(n) => atlas.painted.serial > n && {NAMED}", arg=serial)
        self.reader.settle()

    def told(self):
        """Wait until the server has been told something and has answered."""
        for _ in range(PATIENCE // 20):
            if self.sent:
                break
            self.reader.page.wait_for_timeout(20)
        self.reader.settle()

    def rest(self, zoom):
        """Wait until the map stands still at a zoom."""
        self.frame.wait_for_function(f"(n) => atlas.app.map.getZoom() === n && {STILL}", arg=zoom)


@pytest.fixture
def open_map():
    """Opens the map of a reader: `open_map(reader, "/?province=KP-10")`."""
    return MapFrame

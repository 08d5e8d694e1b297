"""What an export says of the view it came from, in words, as a link, with its licences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from incidents.dataset import DATA, data_as_of, readable_sidecars
from incidents.export import About
from incidents.faults import DataFaults
from incidents.selection import Selection
from incidents.sentence import sentence, triple_in_words
from incidents.view import View
from incidents.windows import anchor_years, effective_before
from incidents.words import say, speaking

OWN = "yours"


def permanent(view: View) -> Selection:
    """Return the selection with every default written out and the dataset version named."""
    selection = view.selection
    if selection.period:
        recurs = selection.period in view.calendar.occasions
        selection = replace(
            selection,
            before=effective_before(selection, view.calendar),
            after=selection.after or 0,
            years=anchor_years(selection, view.span) if recurs else selection.years,
        )
    return replace(selection, version=view.store.version or None)


@speaking("en")
def about_view(view: View, generated_at: str | None, link: str = "", folder: Path = DATA) -> About:
    """Return the facts that travel with the exported rows of a view, in English as those are.

    ``link`` is the address of the app; the view's own query is added to it.
    """
    query = permanent(view).to_query()
    words = " ".join(part for part in (sentence(view), triple_in_words(view)) if part)
    return About(
        query=query,
        words=words,
        link=f"{link}?{query}" if link else f"?{query}",
        dataset_version=view.store.version,
        data_as_of=_as_of(view, folder),
        generated_at=generated_at,
        row_count=view.rows_count,
        licences=_licences(folder, view.store.datasets),
    )


def _as_of(view: View, folder: Path) -> str:
    """The day the data shown reach up to (ISO); "" for a reader's own, or if nobody states it."""
    if view.store.as_of or view.store.datasets == (OWN,):
        return view.store.as_of
    try:
        return data_as_of(folder).isoformat()
    except DataFaults:
        return ""


def _licences(folder: Path, datasets: tuple[str, ...]) -> list[str]:
    used = ["prk_adm1.geojson", "prk_adm2.geojson", "prk_adm2_names.csv"]
    if datasets != (OWN,):
        used.insert(0, "incidents.csv")
    sidecars, _ = readable_sidecars(folder)
    own = ["Rows with dataset “yours”: the reader's own; no licence is stated."]
    stated = [
        f"{name}: {sidecars[name].licence}. {sidecars[name].credit}"
        if name in sidecars
        else say("data_files.licence_unread", file=name)
        for name in used
    ]
    return (own if OWN in datasets else []) + stated

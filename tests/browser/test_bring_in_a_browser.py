"""Bringing files in with a browser: a folder, what is sent and how far it is, the look, the store."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from browsing import Site
from playwright.sync_api import Error, Page, Route, expect

STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,"
    "Notes,Workout Notes,Workout Duration\n"
    '2024-03-01 10:00:00,"Legs","Deadlift (Barbell)",1,135.0,lbs,5,,,,0,"","",40m\n'
)
NIGHTS = "Day,Slept,Mood\n2024-03-03,7.5,good\n2024-03-04,6.25,\n"


@pytest.fixture
def page(morning: Site, visit: Any) -> Page:
    page: Page = visit(morning).new_page()
    page.goto(morning.url + "/import/")
    return page


def test_a_folder_goes_in_several_requests_and_is_looked_at_as_one(
    page: Page, morning: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "takeout"
    (folder / "deep").mkdir(parents=True)
    for number in range(60):
        (folder / "deep" / f"note-{number}.txt").write_text("nothing of use\n")
    (folder / "strong.csv").write_text(STRONG)
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    page.locator("#folder").set_input_files(folder)
    page.wait_for_url(lambda url: len(url.rstrip("/").rsplit("/", 1)[-1]) == 32)
    assert posts == [morning.url + "/import/"] * 2
    expect(page.locator("h1")).to_have_text("1 new entry, if you like")
    page.get_by_text("Other files in it: 1").click()
    expect(page.get_by_text("note-#.txt (60 files)")).to_be_visible()
    page.get_by_role("button", name="Store 1 entry").click()
    expect(page.get_by_text("Strong: 1 new entry.")).to_be_visible()
    assert [line for line in morning.diary() if line.startswith("2024-03-01")]


def test_a_table_is_dropped_and_asked_about_with_the_keyboard(page: Page, morning: Site) -> None:
    page.evaluate(
        """text => {
            const dropped = new DataTransfer();
            dropped.items.add(new File([text], "nights.csv", { type: "text/csv" }));
            document.querySelector(".drop").dispatchEvent(
                new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true })
            );
        }""",
        NIGHTS,
    )
    expect(page.locator("h1")).to_have_text("One question first")
    expect(page.get_by_label("Day")).to_have_value("date")
    expect(page.get_by_label("Slept")).to_have_value("asleep-hours")
    expect(page.get_by_label("Mood")).to_have_value("")
    page.get_by_role("button", name="Go on").press("Enter")
    expect(page.locator("h1")).to_have_text("2 new entries, if you like")
    page.get_by_role("button", name="Store 2 entries").press("Enter")
    expect(page.get_by_text("Table: 2 new entries.")).to_be_visible()
    assert "2024-03-03 sleep 7h30" in morning.diary()


def test_sending_can_be_stopped_and_says_that_nothing_was_stored(page: Page) -> None:
    held: list[Route] = []
    page.route("**/import/", lambda route: held.append(route))  # noqa: PLW0108 - it asks for a function
    page.locator("#file").set_input_files(
        files=[{"name": "strong.csv", "mimeType": "text/csv", "buffer": STRONG.encode()}]
    )
    page.get_by_role("button", name="Look at it").click()
    stop = page.get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    stop.click()
    expect(page.get_by_role("alert").get_by_text("Stopped. Nothing was stored.")).to_be_visible()
    expect(page.get_by_role("button", name="Look at it")).to_be_enabled()
    with suppress(Error):  # the page has given it up already
        held[0].abort()


def test_while_a_large_file_is_stored_the_page_says_how_far_it_is(page: Page, tmp_path: Path) -> None:
    head, row = STRONG.splitlines(keepends=True)
    path = tmp_path / "strong.csv"
    path.write_text(head + "".join(row.replace("Deadlift", f"Lift {n % 1200}") for n in range(20_000)))
    page.locator("#file").set_input_files(path)
    page.get_by_role("button", name="Look at it").click()
    expect(page.locator("h1")).to_contain_text("new entries, if you like", timeout=60_000)
    # The heading is there before the rest of a long page is: the button and its line stand at the end.
    expect(page.get_by_role("button", name="Store 20,000 entries")).to_be_visible(timeout=60_000)
    page.wait_for_load_state()
    # While the next page is awaited, Playwright looks at nothing: the page notes what it says by itself.
    page.evaluate(
        """() => {
            const line = document.querySelector("[data-busy]");
            const before = () => sessionStorage.said ?? "";
            const note = () => sessionStorage.setItem("said", `${before()}${line.textContent}|`);
            const all = { childList: true, characterData: true, subtree: true };
            new MutationObserver(note).observe(line, all);
        }"""
    )
    page.get_by_role("button", name="Store 20,000 entries").click(no_wait_after=True)
    expect(page.get_by_text("Strong: 20,000 new entries.")).to_be_visible(timeout=60_000)
    said = page.evaluate("() => sessionStorage.said").split("|")
    assert said[0] == "Storing …"
    how_far = re.compile(r"Storing … [\d,]+ of 20,000 entries, [\d,]+/s, \d+ s left")
    assert any(how_far.fullmatch(one) for one in said)


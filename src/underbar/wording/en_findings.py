"""English of the pages around the findings: what they are, and what will be there in a new diary."""

from __future__ import annotations

from typing import Final

from underbar.insights.answers import DESCRIBED_FROM, LOOKS, WIDTH_FROM, Question

TITLE: Final = "What the diary can say"
LEAD: Final = "Three questions get a verdict, at declared numbers of mornings. The rest is counted."
EMPTY: Final = (
    f"Nothing yet. From {DESCRIBED_FROM} mornings on there are counts here, from {WIDTH_FROM} on how much "
    f"went with how much and how sure that is, and at {LOOKS[0]}, {LOOKS[1]} and {LOOKS[2]} mornings a "
    "verdict. Until then the best that can be done for it is the check-in."
)
WHEN: Final = (
    f"A verdict is given at {LOOKS[0]}, {LOOKS[1]} and {LOOKS[2]} mornings and at no others. Whoever looks "
    "every day and stops at the first good sign finds one in pure chance; so the picture is there each day, "
    "and the verdict is not."
)
MEANS: Final = {
    "Too little to say": "not mornings enough, or not enough of both sides",
    "Can’t tell": "the width still holds no link at all",
    "Leaning": "they went together, but not in every way of asking",
    "Consistent": "they went together, in every way of asking",
}
COUNTED: Final = "Counted, without a verdict"
VERDICTS: Final = "Three questions"
DESCRIBED: Final = "Bar load, injections, and the side that aches"
DESCRIBED_LINE: Final = "Described with their numbers; none of these can be judged from a diary."
FORECAST: Final = "When might I get there"
FORECAST_LINE: Final = "The ways ahead to your goal, from your own sessions, and how wide they are."
FORECAST_HINT: Final = "It takes some seconds: underbar insights forecast."
EXPERIMENT: Final = "Your own experiment"
EXPERIMENT_LINE: Final = "The one way to learn more than what went together: let chance choose the days."
ASK_FIRST: Final = "Which question is asked first"
FROM_TOMORROW: Final = "It counts for every verdict after today."
THIRDS: Final = "Load"
COLUMNS: Final[dict[Question, str]] = {"sleep": "Slept", "release": "The day before", "sitting": "Sat"}

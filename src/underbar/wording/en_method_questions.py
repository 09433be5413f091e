"""Questions beside the method: what is known of them, with what was read, and no advice."""

from __future__ import annotations

from typing import Final

from underbar.wording.en_method_parts import Asked, Read

_PEPTIDES: Final = Asked(
    slug="peptides",
    title="Peptides such as BPC-157",
    line="What has been tried in people. It is little.",
    short="Much in rats, almost nothing in people, and for this joint nothing that we found.",
    known=(
        "The author looked into it and calls the honest answer “more complicated than the marketing "
        "suggests”. Here is what we could find, by a search of public pages and not of every register.",
        "A review of the literature up to June 2024 sorted 544 articles and kept 36. Thirty-five were in "
        "animals or cells, and one was in people (Vasireddi 2025). A second review, of 2025, speaks of a few "
        "small human studies and no large, rigorous trial, and calls the substance investigational.",
        "The one that both rest on is a look back at a single clinic: seventeen people with knee pain of "
        "many causes, sixteen reached by telephone, twelve of them injected with BPC-157 alone. Eleven said "
        "that it had helped. There was no comparison, and nothing was measured but their memory (2021). The "
        "first review counts seven of the twelve as better for more than half a year (second hand).",
        "As for an infusion into a vein, a pilot in two healthy adults reported no changes in their blood "
        "values; both had taken it before. We know that one from others’ summaries only, and one site tells "
        "of 24 people in the same study, so read such summaries with care. A pilot in people with bladder "
        "pain is also talked of; we did not find its text, so we say nothing of it.",
        "We found no randomised trial with results for a tendon, a ligament or the SI joint in people. One "
        "in fresh strains of the hamstring is registered (NCT07437547) and was listed as recruiting in June "
        "2026. A page that already reports results of such a trial names no publication that we could find.",
        "In tested sport it is prohibited at all times: the World Anti-Doping Agency’s list names BPC-157 as "
        "an example of its group S0, substances that no authority has approved for use in people.",
    ),
    here=(
        "Underbar has no entry for it, no dose and no opinion. If you take anything, your doctor and the "
        "clinic that injects you are the ones to tell.",
    ),
    read=(
        Read(
            "Vasireddi and others, HSS Journal 2025.",
            "Review: 36 studies kept, one of them in people.",
            "https://doi.org/10.1177/15563316251355551",
            "[L]",
        ),
        Read(
            "Current Reviews in Musculoskeletal Medicine, December 2025.",
            "Review: a few small studies in people, no rigorous trial. Read as a summary.",
            "https://pubmed.ncbi.nlm.nih.gov/40789979/",
            "[L2]",
        ),
        Read(
            "Injections for knee pain, Altern Ther Health Med 2021.",
            "Seventeen charts of one clinic; abstract read.",
            "https://pubmed.ncbi.nlm.nih.gov/34324435/",
            "[L]",
        ),
        Read(
            "Infusion into a vein, pilot 2025.",
            "Two people; known from summaries alone.",
            "https://pubmed.ncbi.nlm.nih.gov/40131143/",
            "[L2]",
        ),
        Read(
            "Hamstring trial, registered as NCT07437547.",
            "No results seen; its state is known from a page of June 2026.",
            "https://clinicaltrials.gov/study/NCT07437547",
            "[L2]",
        ),
        Read(
            "German Sport University Cologne, on group S0.",
            "Quotes the list of January 2024 with BPC-157 in it. USADA says the same.",
            "https://www.dshs-koeln.de/en/universitaet/organisation/institute-einrichtungen/"
            "department-of-biochemistry/doping-substances/prohibited-classes-of-substances-and-methods/"
            "s0-active-ingredients-not-approved-for-medical-use",
            "[L]",
        ),
    ),
    related=("injections", "sleep"),
)

_TABLETS: Final = Asked(
    slug="tablets",
    title="Anti-inflammatory tablets after an injection",
    line="Clinics differ; ask yours.",
    short="Clinics differ; ask yours.",
    known=(
        "Prolotherapy sets off a small inflammation on purpose, so many clinics ask their people to stay off "
        "anti-inflammatory tablets. For how long, they do not agree: 3 to 7 days before, and anything from 7 "
        "days to 12 weeks after (second hand).",
        "The only direct look we found had five people with worn knees. They took ibuprofen for a week after "
        "each of three injections and still got better (Kim 2025). Five people, no comparison, another "
        "joint: custom stands against next to nothing.",
    ),
    here=(
        "Underbar gives no advice on any medicine. What the clinic told you can be entered in its words, and "
        "is shown on the days it belongs to.",
        "A painkiller within the day before a check-in makes a quiet morning say less, so it never raises a "
        "load. It is asked for that reason alone. One that is taken daily, declared, and unchanged for four "
        "weeks does not count.",
        "Never stop a blood thinner or any other medicine on the word of an app.",
    ),
    read=(
        Read(
            "A. R. Kim and others, 2025.",
            "Five knees, a week of ibuprofen after each injection; abstract read.",
            "https://doi.org/10.1177/11795441251330313",
            "[L]",
        ),
    ),
    related=("injections", "gate"),
)

_BELTS: Final = Asked(
    slug="belts",
    title="Belts",
    line="The one around the pelvis, and the one for lifting.",
    short="A pelvic belt added nothing to exercise in one small trial. Of lifting belts, no word.",
    known=(
        "The author mentions neither kind.",
        "A pelvic belt sits low and squeezes the two halves together. In seventeen people with pain of this "
        "joint, their general health scored better over six weeks with one, and pain came down a little; "
        "none of the seventeen went without (Hammer 2015). In a randomised trial of thirty people, a belt "
        "for four weeks on top of the same exercises made no difference to pain or disability, and both "
        "groups got better (Brizzolara, NCT01559948).",
        "A lifting belt raises the pressure in the belly: measured in nine people who deadlifted at 90 % "
        "(Harman 1989). We found nothing on what it does for somebody whose SI joint aches.",
    ),
    here=(
        "Underbar does not ask about belts and does not judge them. If you change from one to none, or back, "
        "change nothing else in that week, or the morning can’t say which it answers.",
    ),
    read=(
        Read(
            "Hammer and others, PLOS ONE 2015.",
            "Seventeen people with pelvic belts, seventeen without pain; abstract read.",
            "https://doi.org/10.1371/journal.pone.0136375",
            "[L]",
        ),
        Read(
            "Brizzolara, Texas Woman’s University.",
            "Randomised, thirty people; abstract read.",
            "https://clinicaltrials.gov/study/NCT01559948",
            "[L]",
        ),
        Read(
            "Harman and others, 1989.",
            "Nine people, deadlifts at 90 % with and without a belt; abstract read.",
            "https://pubmed.ncbi.nlm.nih.gov/2709981/",
            "[L]",
        ),
    ),
    related=("brace", "lifts"),
)

_JOINT: Final = Asked(
    slug="which-joint",
    title="Is it really the joint?",
    line="Hip and back can feel the same. What a test can and can’t say.",
    short="Often nobody can say for sure, and an app can’t at all.",
    known=(
        "The author felt something shift on the right of his pelvis under 405 lb, and a sports doctor took "
        "it from there. He does not say how the joint was found to be the one.",
        "Clinicians press, pull and twist the pelvis in several ways, and count how many of them bring back "
        "the familiar pain. One study made that look precise (Laslett 2005). A review of five studies did "
        "not: where one in five people has pain from this joint, a positive set of tests makes it about one "
        "in three, and a negative one about one in twelve (Saueressig 2021, very low certainty). So they are "
        "better at ruling it out than in.",
        "Pain mainly in the groin, a hip that locks or catches, or rotation that has gone, points to the "
        "hip. Pain, weakness or numbness down a leg points to the back. Pain that wakes you in the second "
        "half of the night and eases with movement is a pattern of its own.",
        "Words matter, too. Talk of joints that are loose, out or twisted is disputed, and some argue that "
        "it makes people worse (Palsson 2019). The author uses such words of himself; here they stand in his "
        "quotes alone.",
    ),
    here=(
        "Underbar takes the joint as you name it and follows the ache. It never scores a test done at home, "
        "and it never tells you what you have.",
        "Answers that point elsewhere are worth showing a clinician: groin pain holds the loads until then, "
        "and little change after six weeks is said as well.",
    ),
    read=(
        Read(
            "Saueressig and others, JOSPT 2021.",
            "Review of five studies of test clusters; abstract read.",
            "https://search.dita.org.au/results/2207",
            "[L]",
        ),
    ),
    related=("warning-signs", "time-away"),
)

QUESTIONS: Final = (_PEPTIDES, _TABLETS, _BELTS, _JOINT)

"""The stories of the test site: fictional news, and what its newsrooms really edit in it."""

from __future__ import annotations

from typing import NamedTuple

PLACES = ("Orrin", "Almery", "Port Ansel", "Velden", "Harrowby", "Quill Bay", "Marsk", "Tarn Hill")
PEOPLE = (
    "Ada Lind",
    "Marek Dolan",
    "Ines Varga",
    "Tobias Reed",
    "Noor Hale",
    "Pia Strand",
    "Omar Finch",
    "Lena Brandt",
)
SUBJECTS = ("Ferry", "School", "Bridge", "Hospital", "Library", "Harbour", "Market", "Mill")
SENTENCES = (
    "Officials in {place} said on Monday that {n} households had been without water since the weekend.",
    "{person}, who leads the town's works department, said the repair would cost $4.{d} million.",
    "A report that was seen by this newspaper says the pumps were last inspected {d} years ago.",
    "Neighbours described a loud bang shortly after midnight, and then silence.",
    "The council is expected to vote on the plan in March, although two members want to wait.",
    "\u201cWe were told about it far too late,\u201d said {person}, who runs a bakery on the square.",
    "Insurance will pay for about half of the damage, according to a letter from the county.",
    "The minister has not commented on the case and is due to visit {place} next week.",
    "Engineers closed the eastern lane, so buses have to take the long way through the valley.",
    "About {n} people signed a petition that asks for an independent inquiry.",
    "The company that built the plant, Brandt & Hale, said it followed every rule that applied at the time.",
    "Schools stayed open, but {d} classes were moved to the town hall for the rest of the month.",
    "Fishermen say the channel has not been dredged since the old pier was taken down.",
    "A spokesperson for the hospital said that no patient had been in danger at any moment.",
    "Prices at the market rose by {d} percent in the same week, traders said.",
    "The court in Marsk will hear the first witnesses in the autumn.",
    "Volunteers brought blankets and soup to the gymnasium, where the lights stayed on all night.",
    "The mayor promised that the results would be published before the end of the year.",
)


class StoryVersion(NamedTuple):
    """What a newsroom published, at an age in seconds since the story went out."""

    age: float
    headline: str
    paragraphs: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Whether a text shows all of this version, each part on a line, whatever its typography."""
        shown = {plain(line).removeprefix("# ") for line in text.splitlines()}
        return all(plain(part) in shown for part in (self.headline, *self.paragraphs))


class NewsStory(NamedTuple):
    """A story: when it goes out, and its versions; the last of them may be the notice that it was withdrawn."""

    number: int
    out: float
    by: str
    versions: tuple[StoryVersion, ...]

    def at(self, now: float) -> int:
        """Which version stands at a time; one that an edit restored has its first number."""
        stands = max(n for n, version in enumerate(self.versions) if n == 0 or self.out + version.age <= now)
        return next(n for n, one in enumerate(self.versions) if one[1:] == self.versions[stands][1:])

    def shown_in(self, text: str) -> int:
        """The number of the version that a text is, -1 where it is none."""
        fits = [n for n, one in enumerate(self.versions) if one.is_in(text)]
        best = max(fits, key=lambda n: len(self.versions[n].paragraphs), default=-1)
        return next((n for n, one in enumerate(self.versions) if n == best or one[1:] == self.versions[best][1:]), -1)


def plain(text: str) -> str:
    """Words and signs of a text in one typography."""
    for curly, straight in (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\\", "")):
        text = text.replace(curly, straight)
    return " ".join(text.split())


def story(outlet: int, number: int, out: float, ages: tuple[float, ...]) -> NewsStory:
    """The story of an outlet with a number, edited at some ages; always the same."""
    seed = outlet * 31 + number * 7
    place, person = PLACES[seed % len(PLACES)], PEOPLE[(seed // 3) % len(PEOPLE)]
    subject = SUBJECTS[(seed // 5) % len(SUBJECTS)]

    def said(n: int) -> str:
        form = SENTENCES[(seed + n * 5) % len(SENTENCES)]
        return form.format(place=place, person=person, n=40 + (seed + n) % 900, d=2 + (seed + n) % 7)

    headline = f"{subject} in {place} stays shut after night of repairs, town {outlet}.{number} says"
    lead = (
        f"At least {20 + seed % 50} people were moved from the {subject.lower()} in {place} on Monday, {person} said."
    )
    body = [f"{said(2 * n)} {said(2 * n + 1)}" for n in range(6)]
    versions = [StoryVersion(0.0, headline, (lead, *body))]
    for n, age in enumerate(ages):
        versions.append(_edited(versions[-1], age, (seed + n) % len(_EDITS), n))
    return NewsStory(number, out, person, tuple(versions))


def withdrawn(news: NewsStory, age: float) -> NewsStory:
    """The story as one that its newsroom takes back: hardly anything of it is left."""
    last = news.versions[-1]
    notice = "Correction: This article was withdrawn because its account of the night could not be confirmed."
    return news._replace(versions=(*news.versions, StoryVersion(age, last.headline, (last.paragraphs[0], notice))))


def _edited(before: StoryVersion, age: float, kind: int, n: int) -> StoryVersion:
    return _EDITS[kind](before, n)._replace(age=age)


def _another_toll(before: StoryVersion, n: int) -> StoryVersion:
    words = before.paragraphs[0].split(" ")
    words[2] = str(int(words[2]) + 3 + n)
    return before._replace(paragraphs=(" ".join(words), *before.paragraphs[1:]))


def _another_source(before: StoryVersion, n: int) -> StoryVersion:
    lead, _, _ = before.paragraphs[0].rpartition(", ")
    return before._replace(paragraphs=(f"{lead}, officials of shift {n} said.", *before.paragraphs[1:]))


def _another_headline(before: StoryVersion, n: int) -> StoryVersion:
    return before._replace(
        headline=before.headline.replace("stays shut", ("opens again", "closes again")[n % 2], 1) + f" ({n})"
    )


def _a_further_paragraph(before: StoryVersion, n: int) -> StoryVersion:
    new = f"A second inspection found {n + 2} cracks in the foundation, the works department said late on Tuesday."
    return before._replace(paragraphs=(*before.paragraphs, new))


def _a_paragraph_less(before: StoryVersion, n: int) -> StoryVersion:
    at = 2 + n % 3
    return before._replace(paragraphs=(*before.paragraphs[:at], *before.paragraphs[at + 1 :]))


def _one_word(before: StoryVersion, n: int) -> StoryVersion:
    swap = {"Monday": "Tuesday", "Tuesday": "Wednesday", "Wednesday": "Monday"}
    lead = before.paragraphs[0]
    old = next(day for day in swap if day in lead)
    return before._replace(paragraphs=(lead.replace(old, swap[old]), *before.paragraphs[1:]))


def _a_correction(before: StoryVersion, n: int) -> StoryVersion:
    notice = (
        f"Correction: An earlier version of this article misstated the number of inspections. It was {n + 3}, not two."
    )
    return before._replace(paragraphs=(*before.paragraphs, notice))


_EDITS = (
    _another_toll,
    _another_headline,
    _a_further_paragraph,
    _one_word,
    _another_source,
    _a_correction,
    _a_paragraph_less,
)

"""Made-up news prose to measure with: any number of words, the same for the same seed.

People, places and events are invented; the mix of figures, dates, quotations and names is that of a wire story.
`revised` gives the next version, in which about one paragraph in six was touched:

    The flood has killed at least 214 people.  ->  The flood has killed at least 231 people.
"""

from __future__ import annotations

import re
from random import Random

PEOPLE = [
    "Anneke Brandt",
    "Tomas Verhulst",
    "Ines Okafor",
    "Marek Dolan",
    "Ruth Calloway",
    "Selim Aydar",
    "Paula Whitcombe",
    "Jonas Eklund",
    "Dina Haddow",
    "Oskar Lindqvist",
]
TITLES = [
    "Interior Minister",
    "police chief",
    "Mayor",
    "hospital spokeswoman",
    "Transport Secretary",
    "Judge",
    "union leader",
    "the company's chief executive",
    "rescue coordinator",
]
PLACES = ["Port Almery", "the Varn valley", "Eastmoor", "Kessling", "Upper Tolland", "the Brackwater district"]
BODIES = [
    "the interior ministry",
    "the regional council",
    "Almery Water",
    "the statistics office",
    "a court in Kessling",
    "the United Relief Fund",
    "the fire brigade",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "March", "May", "June", "September", "October", "December"]
CUES = ["said", "told reporters", "announced", "warned", "added", "acknowledged"]
BOUNDS = ["at least", "more than", "about", "nearly", "up to"]
WORDS = [
    "We were not told the whole story",
    "The water came faster than anyone had expected",
    "Nobody should have to wait that long",
    "This is a loss for the whole valley",
    "We will publish every page",
]
TEMPLATES = [
    "{body} {cue} on {day} that {bound} {number} people had been moved from {place}.",
    "“{words},” {person} told reporters on {day}.",
    "{title} {person} {cue} that the cost would reach ${money} million by {month}.",
    "Unemployment in {place} rose to {percent}% in {month}, from {percent}% a year earlier.",
    "The two sides had met in {place} on {month} {date}, {year}, and agreed on little.",
    "According to {person}, {bound} {number} houses stand within five miles of the dam.",
    "{person}, {age}, who has lived in {place} for {age} years, called the plan “hasty and expensive”.",
    "It was not clear on {day} who had ordered the gates to be opened.",
    "The road between {place} and the coast stayed closed, and schools were shut.",
    "Shares in Almery Water fell {percent} percent to ${money} at 3.15 pm, the lowest since {year}.",
    "Officials may ask for another {number} tonnes of grain, an official familiar with the talks {cue}.",
    "“{words},” said {title} {person}, “and I cannot promise that it will be quick.”",
    "A panel of seven judges is expected to hear the case on {date} {month}.",
    "The report runs to {number} pages and names no one.",
    "Two thirds of those asked in {place} opposed the scheme, {body} {cue}.",
    "Traders said that the market had already priced in a slow spring, and few of them expected any relief.",
]
PARAGRAPH = (1, 1, 2, 2, 3)


def article(words: int, seed: int = 0) -> str:
    """An article of at least `words` words."""
    random = Random(seed)
    paragraphs, count = [f"PORT ALMERY, {random.choice(MONTHS)} {random.randint(1, 28)}"], 3
    while count < words:
        paragraph = " ".join(_sentence(random) for _ in range(random.choice(PARAGRAPH)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs) + "\n"


def revised(text: str, seed: int = 0) -> str:
    """The next version of an article: figures corrected, speakers and verbs changed, sentences dropped and added."""
    random = Random(seed + 1)
    paragraphs = [_touched(random, paragraph) for paragraph in text.rstrip("\n").split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _sentence(random: Random) -> str:
    slots = {
        "person": random.choice(PEOPLE),
        "title": random.choice(TITLES),
        "place": random.choice(PLACES),
        "body": random.choice(BODIES),
        "day": random.choice(DAYS),
        "month": random.choice(MONTHS),
        "cue": random.choice(CUES),
        "bound": random.choice(BOUNDS),
        "words": random.choice(WORDS),
        "number": f"{random.randint(11, 48000):,}",
        "money": f"{random.randint(11, 999) / 10:.1f}",
        "percent": f"{random.randint(11, 99) / 10:.1f}",
        "age": random.randint(19, 88),
        "date": random.randint(1, 28),
        "year": random.randint(1990, 2023),
    }
    sentence = random.choice(TEMPLATES).format(**slots)
    return sentence[0].upper() + sentence[1:]


def _touched(random: Random, paragraph: str) -> str:
    draw = random.random()
    if draw < 0.08:
        return re.sub(r"\d+(?=[ %])", lambda number: str(int(number[0]) + random.randint(1, 9)), paragraph, count=1)
    if draw < 0.16:
        return re.sub(r"\b(?:said|told|announced|warned|added)\b", "claimed", paragraph, count=1)
    if draw < 0.20:
        return f"{paragraph} {_sentence(random)}"
    return "" if draw < 0.23 else paragraph

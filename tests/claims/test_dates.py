"""What is a date, of which type, and what the text alone says of its value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.claims import dates
from revtrack.model import Date
from revtrack.text import read

NONE = [
    "They may march on the town hall.",
    "The march was led by Ann May.",
    "Theresa Orme and May spoke.",
    "A poll of 2047 registered voters was taken.",
    "More than 1999 homes were lost.",
    "The bus is number 2016/7.",
    "A 41-year-old driver was hurt.",
    "Her son, 8 years old, was safe.",
    "It polled 16- to 24-year-olds.",
    "It may be given at six weeks of age.",
    "Anyone 18 years or older may vote.",
    "He will run for a second term.",
    "They sell 100 a day, at 15 pounds an hour.",
    "She hopes one day to return.",
    "He told the Sunday Times so.",
    "It stood in the Mail on Sunday.",
    "Sheffield Wednesday lost again.",
    'She was on "This Week" with him.',
    "He was on CBS This Morning with her.",
    "To this day nobody knows.",
    "April Moss and June Carr spoke.",
    "Call 555-2015 for help.",
    "It is on the 5th floor.",
    "The spring broke, and the fall hurt.",
    "The Mar family and Jan Orme came.",
    "The ratio was 10.4.12 then.",
    "He sat in the second row for the third time.",
    "She was named the man of the year.",
    "He works in the day care centre.",
    "At the end of the day it is about trust.",
    "They bought it back in the day.",
    "The Halden Daily Post and the Weekly Echo closed.",
    "He wrote for a free daily.",
    "The council cut its quarterly dividend.",
    "Read Matthew 27:46 aloud.",
    "Temperatures were in the 80s.",
    "She is in her 70s.",
    "The firm ran 12 AD campaigns.",
    "The suite is called iWork '11.",
    "They sang under a Christmas tree.",
    "She read the first three-quarters of his report.",
    "The Good Friday Agreement held.",
    "The film Easter Hollow opened.",
]

ABSOLUTE = [
    ("It began on 31 October 2024.", "31 October 2024", "2024-10-31"),
    ("It began on Oct. 31, 2024.", "Oct. 31, 2024", "2024-10-31"),
    ("It began on OCTOBER 31.", "OCTOBER 31", "XXXX-10-31"),
    ("It began on the 31st of October, 2024.", "31st of October, 2024", "2024-10-31"),
    ("It began on February 28th, 2016.", "February 28th, 2016", "2016-02-28"),
    ("It began on 31.10.2024.", "31.10.2024", "2024-10-31"),
    ("It began on 31/10/2024.", "31/10/2024", "2024-10-31"),
    ("It began on 10/31/2024.", "10/31/2024", "2024-10-31"),
    ("It began on 3/4/2024.", "3/4/2024", None),
    ("It began on 2024-10-31.", "2024-10-31", "2024-10-31"),
    ("It began on Thursday, Oct. 31.", "Thursday, Oct. 31", "XXXX-10-31"),
    ("It began on Thursday 31 October.", "Thursday 31 October", "XXXX-10-31"),
    ("Fri 9 May 2025 at the docks", "Fri 9 May 2025", "2025-05-09"),
    ("It began on the 31st.", "the 31st", "XXXX-XX-31"),
    ("It began in June of 2006.", "June of 2006", "2006-06"),
    ("It began in May.", "May", "XXXX-05"),
    ("Prior to March, it fell.", "March", "XXXX-03"),
    ("It fell in April and May.", "May", "XXXX-05"),
    ("It began in early September.", "early September", "XXXX-09"),
    ("It began in mid-January.", "mid-January", "XXXX-01"),
    ("It began in 2008.", "2008", "2008"),
    ("The 2012 voters came back.", "2012", "2012"),
    ("By the last months of 2015 and has since grown.", "2015", "2015"),
    ("It began in late 2013.", "late 2013", "2013"),
    ("It began in the 1970s.", "the 1970s", "197X"),
    ("It began in the early 1990s.", "the early 1990s", "199X"),
    ("It began in the '80s.", "the '80s", None),
    ("It began in the 1990's.", "the 1990's", "199X"),
    ("It was carved in 1000BC.", "1000BC", "BC1000"),
    ("It was rebuilt in AD700.", "AD700", "0700"),
    ("It began in the 19th century.", "the 19th century", "18XX"),
    ("A twenty-first century city", "twenty-first century", "20XX"),
    ("It fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3"),
    ("It fell in Q3 2024.", "Q3 2024", "2024-Q3"),
    ("It fell in the second half of 2015.", "second half of 2015", "2015-H2"),
    ("It fell in spring 2000.", "spring 2000", "2000-SP"),
    ("It fell in FY2024-25.", "FY2024-25", "FY2024/2025"),
    ("It fell in fiscal 2016.", "2016", "2016"),
    ("The 2019-20 season ended.", "2019-20", "2019/2020"),
    ("The 2024/25 season ended.", "2024/25", "2024/2025"),
    ("She sat from 1998-2003.", "1998-2003", "1998/2003"),
]

SPELLED = [
    ("It began on 12-Dec-2014.", "12-Dec-2014", "2014-12-12"),
    ("It began on May 17,2019.", "May 17,2019", "2019-05-17"),
    ("She was born in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("It opened in March twenty nineteen.", "March twenty nineteen", "2019-03"),
    ("It was due by the year two thousand.", "the year two thousand", "2000"),
    ("It was the lowest since '82.", "'82", "1982"),
    ("It was built in 44 BC.", "44 BC", "BC0044"),
    ("The hill burst in AD 79.", "AD 79", "0079"),
    ("She grew up in the nineties.", "the nineties", "199X"),
    ("Cars of the 70s were boxy.", "the 70s", None),
    ("The yard closed on Christmas Eve.", "Christmas Eve", "XXXX-12-24"),
    ("The boat was found on Thanksgiving Day.", "Thanksgiving Day", None),
    ("It opens on New Year's Day.", "New Year's Day", "XXXX-01-01"),
    ("Shops close at Easter.", "Easter", None),
    ("It meets on April 24 and 25.", "April 24 and 25", None),
]

QUARTERS = [
    ("Third-quarter profit rose.", "Third-quarter", "XXXX-Q3"),
    ("Halden's fourth-quarter loss grew.", "fourth-quarter", "XXXX-Q4"),
    ("Profit for 2Q fell.", "2Q", "XXXX-Q2"),
    ("Profit fell in Q2 2024.", "Q2 2024", "2024-Q2"),
    ("Profit fell in 2Q24.", "2Q24", "2024-Q2"),
    ("Sales for 1H2024 rose.", "1H2024", "2024-H1"),
    ("Net income in the 1988 second quarter was flat.", "the 1988 second quarter", "1988-Q2"),
    ("In the 1988 period it earned more.", "the 1988 period", "1988"),
    ("In the fiscal first quarter orders fell.", "the fiscal first quarter", None),
    ("Sales fell in the third quarter of last year.", "the third quarter of last year", None),
    ("This year's third quarter was flat.", "This year's third quarter", None),
    ("Profit fell from the year-ago quarter.", "the year-ago quarter", None),
    ("It rose from a year-earlier loss.", "year-earlier", None),
    ("Revenue for the latest quarter was flat.", "the latest quarter", None),
    ("Revenue for the quarter ended Sept. 30 was flat.", "the quarter", None),
    ("It sold more in the same period last year.", "the same period last year", None),
    ("The last half of 1989 was slow.", "The last half of 1989", "1989-H2"),
]

PARTS = [
    ("The index closed the day at 8,017.", "the day", None),
    ("He left the day after the vote.", "the day", None),
    ("It closed years ago.", "years ago", None),
    ("The plant closes by the end of this year.", "the end of this year", None),
    ("The plant closes at the end of May.", "the end of May", "XXXX-05"),
    ("The mill closes at year-end.", "year-end", None),
    ("It began in January last year.", "January last year", None),
    ("The storm lasted through the night.", "the night", None),
]

RANGES = [
    ("It ran May 13-22.", "May 13-22", "XXXX-05-13/XXXX-05-22"),
    ("It ran 13–22 May 2024.", "13–22 May 2024", "2024-05-13/2024-05-22"),
    ("It ran between 5 and 7 March.", "5 and 7 March", "XXXX-03-05/XXXX-03-07"),
    ("It ran May 30-June 2, 2024.", "May 30-June 2, 2024", "2024-05-30/2024-06-02"),
    ("It ran May-June 2024.", "May-June 2024", "2024-05/2024-06"),
    ("It is open Monday-Friday.", "Monday-Friday", "XXXX-WXX-1/XXXX-WXX-5"),
]

RELATIVE = [
    ("It began yesterday.", "yesterday", None),
    ("It began last week.", "last week", None),
    ("It began earlier this month.", "earlier this month", None),
    ("It began late last week.", "late last week", None),
    ("It began this past weekend.", "this past weekend", None),
    ("It began over the weekend.", "the weekend", None),
    ("It began last August.", "last August", None),
    ("It begins next academic year.", "next academic year", None),
    ("It began the following day.", "the following day", None),
    ("It began two days later.", "two days later", None),
    ("It began a few days earlier.", "a few days earlier", None),
    ("It began twenty-one years ago.", "twenty-one years ago", None),
    ("It began nearly a quarter-century ago.", "a quarter-century ago", None),
    ("It began the day before yesterday.", "the day before yesterday", None),
    ("It began on Thursday.", "Thursday", "XXXX-WXX-4"),
    ("It began late Thursday.", "late Thursday", "XXXX-WXX-4"),
    ("It began on\nThursday.", "Thursday", "XXXX-WXX-4"),
]

TIMES = [
    ("It began at 3.15pm BST.", "3.15pm BST", "T15:15"),
    ("It began at 15:08 GMT.", "15:08 GMT", "T15:08"),
    ("It began at 6 p.m. ET.", "6 p.m. ET", "T18:00"),
    ("It began at 9 p.m. Eastern.", "9 p.m. Eastern", "T21:00"),
    ("It began at 12:05 a.m. on Monday.", "12:05 a.m.", "T00:05"),
    ("It began at noon.", "noon", "T12:00"),
    ("It began at 0600 hours.", "0600 hours", "T06:00"),
    ("It began at 1900 GMT.", "1900 GMT", "T19:00"),
    ("It began at six o'clock.", "six o'clock", None),
    ("It began at half past three.", "half past three", None),
    ("It ran 6-8 p.m.", "6-8 p.m.", "T18:00/T20:00"),
    ("It ran 9am to 5pm.", "9am to 5pm", "T09:00/T17:00"),
    ("It began on Tuesday night.", "Tuesday night", "XXXX-WXX-2TNI"),
    ("It began last night.", "last night", None),
    ("It begins tonight.", "tonight", None),
    ("It began the next morning.", "the next morning", None),
    ("The alarm rang at 7:49:10 PM.", "7:49:10 PM", "T19:49:10"),
    ("Police came at 10 p.m. Wednesday.", "10 p.m. Wednesday", "XXXX-WXX-3T22:00"),
    ("The offer ends at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6", "XXXX-11-06T17:00"),
    ("He spoke at 16:00 UTC today.", "16:00 UTC today", None),
    ("It landed at 6:40 p.m. (GMT +8).", "6:40 p.m. (GMT +8)", "T18:40"),
    ("They leave at 4 in the morning.", "4 in the morning", "T04:00"),
    ("The test was held overnight.", "overnight", None),
    ("It fell in mid-afternoon.", "mid-afternoon", None),
]

LENGTHS = [
    ("It took 17 years.", "17 years", "P17Y"),
    ("A six-month plan", "six-month", "P6M"),
    ("A 60-day notice", "60-day", "P60D"),
    ("A 30 second film", "30 second", "PT30S"),
    ("It took 90 minutes.", "90 minutes", "PT90M"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took a year and a half.", "a year and a half", "P1.5Y"),
    ("It took two and a half years.", "two and a half years", "P2.5Y"),
    ("It took two decades.", "two decades", "P20Y"),
    ("A holiday of seven (7) years was granted.", "seven (7) years", "P7Y"),
    ("He serves a 10-yr term.", "10-yr", "P10Y"),
    ("It took two fortnights.", "two fortnights", "P4W"),
    ("It lasted for a week.", "a week", "P1W"),
    ("It lasted for a few days.", "a few days", None),
    ("It took three to six months.", "three to six months", None),
    ("It took 35-plus hours.", "35-plus hours", None),
    ("It fell in the first 10 months.", "the first 10 months", None),
    ("It paid for her first two years.", "two years", "P2Y"),
    ("It fell over the past year.", "the past year", None),
    ("She ran it in 2:03.45.", "2:03.45", "PT2M3.45S"),
    ("He won in 3:07:35.", "3:07:35", "PT3H7M35S"),
    ("They held a day-long meeting.", "day-long", "P1D"),
    ("It was a weeklong strike.", "weeklong", "P1W"),
    ("It ended a decades-long dispute.", "decades-long", None),
    ("Talks went on for six straight days.", "six straight days", "P6D"),
    ("It shrank for two consecutive quarters.", "two consecutive quarters", "P6M"),
    ("He stays for one full week.", "one full week", "P1W"),
    ("They lease it for 20 more years.", "20 more years", "P20Y"),
    ("It took 2 1/2 years.", "2 1/2 years", "P2.5Y"),
    ("It hit a two-and-a-half-year high.", "two-and-a-half-year", "P2.5Y"),
    ("It lasts 3 min.", "3 min", "PT3M"),
    ("In the four days since, she has slept.", "the four days", None),
    ("Sales rose over the next three quarters.", "the next three quarters", None),
    ("He has been ill in recent days.", "recent days", None),
    ("It opens in the coming months.", "the coming months", None),
]

SETS = [
    ("They meet every Tuesday.", "every Tuesday"),
    ("They meet every other Tuesday.", "every other Tuesday"),
    ("They meet on Mondays.", "Mondays"),
    ("They meet on Sunday nights.", "Sunday nights"),
    ("They meet each month.", "each month"),
    ("They meet every two weeks.", "every two weeks"),
]

OFTEN = [
    ("The paper appears daily.", "daily", "P1D"),
    ("She gives a weekly address.", "weekly", "P1W"),
    ("The price is set quarterly.", "quarterly", "P3M"),
]


def found(text: str) -> list[Date]:
    return dates.find(read(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [date.text for date in found(text)] == []


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE + SPELLED + QUARTERS + PARTS + RANGES + RELATIVE)
def test_dates(text: str, words: str, value: str | None) -> None:
    assert (words, "date", value) in [(date.text, date.type, date.value) for date in found(text)]


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_times_of_day(text: str, words: str, value: str | None) -> None:
    assert (found(text)[0].text, found(text)[0].type, found(text)[0].value) == (words, "time", value)


@pytest.mark.parametrize(("text", "words", "value"), LENGTHS)
def test_lengths_of_time(text: str, words: str, value: str | None) -> None:
    assert [(date.text, date.type, date.value) for date in found(text)] == [(words, "duration", value)]


@pytest.mark.parametrize(("text", "words"), SETS)
def test_recurring_dates(text: str, words: str) -> None:
    assert [(date.text, date.type, date.value) for date in found(text)] == [(words, "set", None)]


@pytest.mark.parametrize(("text", "words", "value"), OFTEN)
def test_how_often(text: str, words: str, value: str) -> None:
    assert [(date.text, date.type, date.value) for date in found(text)] == [(words, "set", value)]


def test_the_dates_of_a_sentence_come_in_text_order() -> None:
    text = "At 3 p.m. on Tuesday, May 7, two days after the vote, it was 2024 again."
    assert [date.text for date in found(text)] == ["3 p.m.", "Tuesday, May 7", "two days", "2024"]
    assert [date.id for date in found(text)] == ["d1", "d2", "d3", "d4"]


_MATTER = """
May March Sun Monday Tuesdays Oct. 31 31st 2016 2019-20 the of a an every last next early to and - – , . 3 p.m.
15:08 GMT noon twenty one hundred half quarter years year-old ago later '80s 1990s FY24
daily end recent '82 2Q BC nineteen ninety-six Christmas Day 2:03.45 $5 5% ' 10,000
"""
_WORDS = st.sampled_from([*_MATTER.split(), "\n", '"'])


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map("".join)))
def test_dates_of_any_text_stand_in_it_and_never_overlap(text: str) -> None:
    end = 0
    for date in found(text.encode("utf-8", "ignore").decode()):
        assert date.start >= end
        assert date.start < date.end
        end = date.end
        assert date.text == text.encode("utf-8", "ignore").decode()[date.start : date.end]

"""Periods after a drip, as conditions that topics share."""

from quiz.conditions import named
from quiz.ivig.questions.drip import drip

running = named("while the drip is running", drip.is_("running"))
first_hours = named("during the drip or within 6 hours of it", drip.is_("running", "last-6-hours"))
first_day = named("on the first day", drip.is_("running", "last-6-hours", "last-24-hours"))
second_day = named("between 1 and 2 and a half days after the drip", drip.is_("1-2-days"))
third_day = named("about 3 days after the drip", drip.is_("about-3-days"))
first_two_weeks = named("between 4 and 14 days after the drip", drip.is_("4-14-days"))
late = named("from 4 days after the drip on", drip.is_("4-14-days", "15-days-6-weeks", "longer"))
had_a_drip = named("during or after a drip", drip.is_(*(step for step in drip.steps if step != "not-yet")))
up_to_6_weeks = named(
    "after the drip, for 6 weeks",
    drip.is_("last-6-hours", "last-24-hours", "1-2-days", "about-3-days", "4-14-days", "15-days-6-weeks"),
)
after_first_day = named(
    "after the first day", drip.is_("1-2-days", "about-3-days", "4-14-days", "15-days-6-weeks", "longer")
)

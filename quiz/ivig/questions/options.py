"""What options share: how one is written that reports, group headings, "not sure", signs that several questions ask."""

from quiz.model import Option

NOT_SURE = "Not sure"


def reported(name: str, text: str, *, named: str, cluster: str = "", said: str = "") -> Option:
    """Return an option that reports a symptom; `name` is its id, the rest is as `Option` has it."""
    return Option(id=name, text=text, reports=True, named=named, cluster=cluster, said=said)


def under(heading: str, *options: Option) -> tuple[Option, ...]:
    """Return the options with the group heading that they stand under."""
    return tuple(option._replace(group=heading) for option in options)


def folded(heading: str, *options: Option) -> tuple[Option, ...]:
    """Return the options with a group heading that opens: by it alone must people know whether theirs is below."""
    return tuple(option._replace(folded=True) for option in under(heading, *options))


def warning(name: str, text: str, *, named: str) -> Option:
    """Return a warning sign that is asked in a follow-up question; the parts are those of `reported`."""
    return reported(name, text, named=named)._replace(red_flag=True)


RASH_WITH_ILLNESS = warning(
    "rash-with-illness",
    "A rash, hives or welts with a wheeze, short breath, or a swelling face or throat."
    " Or with a faint or near-faint, being sick again and again, fever or a sore mouth",
    named="a rash with a wheeze, short breath, swelling, a faint, vomiting, fever or a sore mouth",
)
PURPLE_SPOTS = warning(
    "purple-spots",
    "New purple or red spots that stay when pressed with a glass",
    named="new purple or red spots that stay when pressed (purpura)",
)
UNTESTED_SPOTS = reported(
    "spots-untested",
    "New purple or red spots, not yet pressed with a glass",
    named="new purple or red spots, not yet pressed with a glass",
)
SHAKING = warning(
    "shaking",
    "Violent shaking, blotchy skin, or a feeling of dying",
    named="violent shaking (rigors), blotchy skin or a feeling of dying",
)
COUGHING_BLOOD = warning(
    "blood",
    "Coughing up blood or froth, or a newly hoarse voice",
    named="a cough with blood or froth (haemoptysis), or a newly hoarse voice",
)
BLOODY_STOOL = warning(
    "bloody-stool",
    "Black or bloody poo, or blood when being sick",
    named="black or bloody poo (melaena), or blood when being sick (haematemesis)",
)
COLD_LIMB = warning(
    "cold-limb",
    "An arm or leg suddenly turned cold, white or blue, and stays so",
    named="an arm or leg that suddenly turned cold, white or blue and stays so",
)
LEGS_GIVE_WAY = warning(
    "legs-give-way",
    "Legs or arms that fail within hours, or weakness that climbs upwards",
    named="legs or arms that fail within hours, or weakness that climbs",
)
SWALLOWING = warning(
    "swallowing",
    "New trouble swallowing, choking on drinks, or short breath when lying flat",
    named="new trouble swallowing, choking on drinks or short breath when lying flat (bulbar signs, orthopnoea)",
)
SADDLE_NUMB = warning(
    "saddle-numb",
    "New numbness between the legs, or pee or poo that cannot be passed or held",
    named="new numbness between the legs, or pee or poo that cannot be passed or held (cauda equina)",
)
UNSTEADY = warning(
    "unsteady",
    "Suddenly unable to stand or walk straight",
    named="a sudden loss of balance (ataxia)",
)
NEAR_FAINT_WITH_SIGN = warning(
    "near-faint-with-sign",
    "A near-faint with chest pain, short breath, a racing heart, a rash or black poo",
    named="a near-faint with chest pain, short breath, a racing heart, a rash or black poo",
)
NO_URINE = warning("no-urine", "No pee for 12 hours or more", named="no pee for 12 hours (anuria)")
SPELL_STAYS = warning(
    "stays",
    "A first fit, one longer than usual, or one after another; or a wheeze that is still there",
    named="a first, longer or repeated fit, or a wheeze that is still there",
)

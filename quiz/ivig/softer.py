"""What rules that are less strict than in version 0.3.2 gave then, for a clinician who signs or refuses them."""

KNOWN_DIP = "Version 0.3.2 gave this also to those who know such a dip from before each drip."
KNOWN_SPELL = "Version 0.3.2 gave this also to those who know the spell, or the dip, from other drips."
NOT_MADE_FOR = "Version 0.3.2 said to call today."

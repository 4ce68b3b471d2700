"""The page on reuse: what it says about a copy of one's own is true when somebody follows it."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
import yaml
import zxingcpp
from PIL import Image

from tests.conftest import ROOT, build
from tests.support.reading import read_page

PAGE = (ROOT / "content" / "reuse.md").read_text(encoding="utf-8")


@pytest.mark.whole
def test_a_clinic_that_follows_the_steps_gets_its_own_numbers_and_codes(tmp_path: Path) -> None:
    """The lines of the page, put where it says, show on pages, quiz and the missing page; codes lead to its address."""
    found = re.search(r"^    clinic:\n(?:      .+\n)+", PAGE, re.MULTILINE)
    assert found
    lines = textwrap.indent(textwrap.dedent(found[0]), "  ")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    changed, count = re.subn(r"^  clinic: .*\n", lines, settings, flags=re.MULTILINE)
    assert 1 == count
    changed, count = re.subn(r'^    - \{?number: "(?!112).*\n(?:      .*\n)*', "", changed, flags=re.MULTILINE)
    assert count > 1
    own = tmp_path / "mkdocs.yml"
    folders = r"^(docs_dir: |  custom_dir: |  - )(content|site_src\S*|quiz|CHANGELOG.md)$"  # named from where it is
    changed = re.sub(folders, rf"\1{ROOT}/\2", changed, flags=re.MULTILINE)
    own.write_text(changed, encoding="utf-8")
    step = re.search(r"Run `(\w+)=https://\.\.\. make site`", PAGE)
    assert step, "content/reuse.md: got no step that runs `make site` with an address, wanted one. Fix that step."
    home = "https://ward.example.org/drip/"
    site = build(tmp_path / "site", "--config-file", str(own), **{step[1]: home})
    clinic = yaml.safe_load(lines)["clinic"]
    for name in ("index.html", "after/index.html", "check/index.html", "404.html"):
        html = (site / name).read_text(encoding="utf-8")
        assert [] == [words for words in clinic.values() if words not in html], name
        assert {"112", "012345678", "012345679"} == set(re.findall(r'href="tel:([^"]+)"', html)), name
    assert f'<link rel="canonical" href="{home}after/">' in (site / "after" / "index.html").read_text(encoding="utf-8")
    with Image.open(site / "codes" / "after.png") as picture:
        (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert f"{home}after/" == code.text


def test_it_names_what_to_leave_alone() -> None:
    """The warning signs come first among what nobody should reword, and the licence is told as it is."""
    blocks = {section.title: [block.text for block in section.blocks] for section in read_page(PAGE).sections}
    keep = blocks["What to leave alone"]
    assert keep[0].startswith("The licence lets you change all of it.")
    assert keep[1].startswith("The warning signs: every one of them")
    assert any("who has reviewed a page" in text for text in keep)


def test_credit_names_what_the_licence_asks_for() -> None:
    """The line to copy has title, version, licence, place and changes."""
    (credit,) = (line for line in re.findall(r"(?:^    .+\n)+", PAGE, re.MULTILINE) if "CC BY" in line)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""), Loader=yaml.SafeLoader)
    assert settings["site_name"] in credit
    assert [] == [part for part in ("Version", "CC BY 4.0", "link to the page", "Changed by") if part not in credit]

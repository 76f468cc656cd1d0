"""How findings come out: their order, their sentences in both languages, the list of checks for the documentation."""

import tomllib
from pathlib import Path

import pytest
from written_report import Written, action, figure, part, person, when

from partnership_analysis.assessment import messages
from partnership_analysis.assessment.checks import CHECKS
from partnership_analysis.assessment.findings import check_title, checks_table, run_checks
from partnership_analysis.errors import ParameterError

LANGUAGES = [path.stem for path in sorted(messages.FOLDER.glob("*.toml"))]
AXIS = "Axe 1\n\n- un guide ;\n- un salon ;\n- un atelier."
ROWS = (part("Axe 1"), action("un guide"), action("un salon"), action("un atelier", "done", "2022-01-01", "2022-01-31"))

SENTENCES: list[tuple[str, str, Written, str]] = [
    ("fr", "actions_undated", Written(AXIS, ROWS), "2 des 3 actions de «\u202fAxe 1\u202f» ne sont pas datées\u00a0: un guide et un salon."),
    ("en", "actions_undated", Written(AXIS, ROWS), "2 of the 3 actions of “Axe 1” have no date: un guide and un salon."),
    ("fr", "actions_undated", Written(AXIS, ROWS[:2]), "La seule action de «\u202fAxe 1\u202f» n’est pas datée\u00a0: un guide."),
    ("fr", "actions_undated", Written(AXIS, ROWS[:3]), "Aucune des 2 actions de «\u202fAxe 1\u202f» n’est datée\u00a0: un guide et un salon."),
    ("fr", "actions_undated", Written(AXIS, (ROWS[0], ROWS[1], ROWS[3])), "Une des 2 actions de «\u202fAxe 1\u202f» n’est pas datée\u00a0: un guide."),
    (
        "fr",
        "target_missed",
        Written("Part du vélo | 9 % | 6,3 %", (figure("Part du vélo | 9 % | 6,3 %", 6.3, "%", target=9),)),
        "«\u202fPart du vélo\u202f»\u00a0: 6,3\u202f%, pour une cible de 9\u202f%.",
    ),
    (
        "fr",
        "target_missed",
        Written("1310 élèves pour un objectif de 1600", (figure("1310 élèves pour un objectif de 1600", 1310, "élèves", target=1600),)),
        "«\u202f1310 élèves pour un objectif de 1600\u202f»\u00a0: 1\u202f310, pour une cible de 1\u202f600.",
    ),
    (
        "en",
        "sum_wrong",
        Written(
            "£1.6 million, of which £1.2 million here and £700,000 there.",
            (figure("£1.6 million", 1.6e6, "£"), figure("£1.2 million", 1.2e6, "£"), figure("£700,000", 700000, "£")),
            language="en",
        ),
        "The total stated is £1.6 million, but its parts (£1.2 million and £700,000) make £1,900,000.",
    ),
    (
        "fr",
        "weekday_mismatch",
        Written("Le lundi 1er avril 2021.", (when("lundi 1er avril 2021", "2021-04-01"),)),
        "Le rapport écrit «\u202flundi 1er avril 2021\u202f», mais le 1er\u00a0avril 2021 est un jeudi.",
    ),
    ("fr", "person_spelt_two_ways", Written("Zoé Roux. Zoe Roux.", (person("Zoé Roux"),)), "Le nom d’une même personne est écrit de plusieurs façons\u00a0: Zoé Roux et Zoe Roux."),
    ("fr", "abandoned", Written("Le « salon vert » a été annulé.", (action("Le « salon vert » a été annulé.", "other"),)), "Une action n’a pas eu lieu\u00a0: «\u202fLe “salon vert” a été annulé\u202f»."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "check", "written", "sentence"), SENTENCES)
def test_sentences(language: str, check: str, written: Written, sentence: str) -> None:
    found = [finding.message for finding in run_checks(written.tables(), language=language) if finding.check == check]
    assert found == [sentence]


def test_actions_go_by_the_titles_that_are_given() -> None:
    written = Written("Axe 1\n\n- signé une charte.", (part("Axe 1"), action("signé une charte")))
    tables = written.tables()
    (asked,) = [
        one.message for one in run_checks(tables, titles={"signé une charte": "La Ville a signé une charte"}) if one.check == "actions_undated"
    ]
    assert asked.endswith("La Ville a signé une charte.")


def test_a_bracket_cut_off_is_closed() -> None:
    from partnership_analysis.assessment.messages import message

    assert "« 138 (objectif 150) »" in message("abandoned", {"words": "138 (objectif 150", "title": ""}, language="fr").replace("\u202f", " ")


def test_errors_come_first_and_the_order_is_the_same_on_every_run() -> None:
    written = Written("Du lundi 12 mai 2022 à Brive. Voir la MRES. Le 3/2.", (when("lundi 12 mai 2022", "2022-05-12"),))
    found = run_checks(written.tables())
    assert [finding.severity for finding in found] == ["error", "info", "info"]
    assert run_checks(written.tables()) == found


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ParameterError, match="use one of en, fr"):
        run_checks(Written("Axe").tables(), language="../fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_its_sentence_and_its_title(language: str) -> None:
    wording = tomllib.loads((messages.FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    assert set(wording) - {"language"} == {check.name for check in CHECKS}
    assert all(check_title(check.name, language=language) for check in CHECKS)


def test_words_of_a_report_are_data_in_a_sentence() -> None:
    hostile = "{{ 7 * 7 }} {% raw %} <script>alert(1)</script>"
    (finding,) = [
        f for f in run_checks(Written(f"# {hostile}\n\nun guide", (part(hostile), action("un guide"))).tables()) if f.check == "axis_without_figure"
    ]
    assert hostile in finding.message.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_list_of_checks_names_each_with_its_rule() -> None:
    lines = checks_table().splitlines()
    assert len(lines) == len(CHECKS) + 2
    assert all(check.rule.endswith(".") and "|" not in check.rule for check in CHECKS)


@pytest.mark.parametrize("place", ["README.md", "CONTRIBUTING.md"])
def test_the_documentation_lists_the_checks_as_the_code_does(place: str) -> None:
    text = (Path(__file__).parents[2] / place).read_text(encoding="utf-8") if (Path(__file__).parents[2] / place).exists() else ""
    if "| check | severity |" in text:
        assert checks_table() in text

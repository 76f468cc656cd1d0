"""Faults that users of other tools have met with PDF and Word files, through to the tables."""

from io import BytesIO
from typing import Any

from reading.builders import W, docx_of, lines_at, pdf_of
from reading.test_docx import FOOTNOTES, NUMBERING, STYLES, p
from reading.test_pdf import pieces

from partnership_analysis.extraction.records import Rows
from partnership_analysis.parsing import parse


def rows(data: bytes) -> Rows:
    return parse(BytesIO(data), language="fr").rows


def test_a_word_file_with_numbers_nested_tables_boxes_and_notes() -> None:
    def cell(content: str) -> str:
        return f"<w:tc><w:tcPr/>{content}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p('Ateliers'))}{cell(p('12'))}</w:tr></w:tbl><w:p/>"
    body = (
        p("Renforcer l'emploi des jeunes", "Titre1")
        + p('<w:r><w:t>Le guide est paru le 12 mars 2022 à Lyon</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r>')
        + p(f"<w:r><w:pict><w:txbxContent>{p('205 téléchargements')}</w:txbxContent></w:pict></w:r>")
        + p("Développer les mobilités douces", "Titre1")
        + p("Une visite a eu lieu le 3 mai 2022 à Nantes.")
        + f"<w:tbl><w:tr>{cell(p('Bilan'))}{cell(inner)}</w:tr></w:tbl>"
    )
    data = docx_of(body, numbering=NUMBERING, styles=STYLES, footnotes=FOOTNOTES)
    found = rows(data)
    assert [(row.number, row.title) for row in found.axes if row.kind == "axis"] == [
        ("1", "Renforcer l'emploi des jeunes"),
        ("2", "Développer les mobilités douces"),
    ]
    assert sorted(row.value for row in found.indicators if row.value is not None) == [12, 205, 500]
    text = parse(BytesIO(data)).document.text
    note = next(row for row in found.indicators if row.value == 500)
    assert "500 exemplaires imprimés." in text[text.rindex("\n", 0, note.start) : note.end + 30]


def test_kerned_and_letter_spaced_words() -> None:
    def draw(page: Any) -> None:
        lines_at(page, 60, 760, ["C O N V E N T I O N   2 0 2 0 - 2 0 2 3"], size=16)
        pieces(
            page,
            700,
            ("P", 0.22),
            ("aul ", 0),
            ("Mar", 0.2),
            ("tin, maire de ", 0),
            ("L", 0.25),
            ("yon, a réuni ", 0),
            ("1", 0.2),
            ("2 élus le 5 mai 2022.", 0),
        )

    found = rows(pdf_of(draw))
    assert [row.name for row in found.people] == ["Paul Martin"]
    assert [(row.value, row.unit) for row in found.indicators] == [(12, "élus")]
    assert [row.exact for row in found.dates] == ["2020-2023", "5 mai 2022"]


def test_ligatures_and_combined_accents() -> None:
    def draw(page: Any) -> None:
        lines_at(
            page, 60, 700, ["Paul Fi\ufb01eld, o\ufb03cier d'état civil, a co\ufb01nancé une visite à Orle\u0301ans le 5 mai 2022."], font="DejaVu"
        )

    found = rows(pdf_of(draw))
    plain = parse("Paul Fifield, officier d'état civil, a cofinancé une visite à Orléans le 5 mai 2022.", language="fr").rows
    assert [row.name for row in found.people] == [row.name for row in plain.people]
    assert [(row.name, row.latitude) for row in found.places] == [(row.name, row.latitude) for row in plain.places]
    assert [row.date_start for row in found.dates] == [row.date_start for row in plain.dates]


def test_columns_do_not_mix_who_did_what() -> None:
    left = [
        "- 12 mars 2022 : atelier à Lyon avec",
        "une trentaine de participants venus",
        "de toute la région pour parler de la",
        "suite à donner au travail engagé.",
    ]
    right = [
        "Paul Martin, maire de Nantes, a tenu",
        "une réunion avec les habitants dans la",
        "salle des fêtes de la commune, pour la",
        "première fois depuis la convention.",
    ]

    def draw(page: Any) -> None:
        lines_at(page, 60, 740, left)
        lines_at(page, 320, 740, right)

    found = rows(pdf_of(draw))
    people = {row.person_id for row in found.people if row.name == "Paul Martin"}
    workshops = {row.action_id for row in found.actions if row.kind == "workshop"}
    assert people
    assert workshops
    assert not [row for row in found.participations if row.action_id in workshops and row.actor_id in people]


def test_tracked_changes_and_comments() -> None:
    body = p(
        '<w:r><w:t>Un atelier a réuni 24 élus le </w:t></w:r><w:del w:id="1"><w:r><w:delText>11 mars 2021</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>12 mars 2022</w:t></w:r></w:ins><w:r><w:t> à Lyon.</w:t></w:r>'
    )
    comments = f'<w:comments {W}><w:comment w:id="1"><w:p><w:r><w:t>Vérifier : 30 élus ?</w:t></w:r></w:p></w:comment></w:comments>'
    found = rows(docx_of(body, comments=comments))
    assert [row.exact for row in found.dates] == ["12 mars 2022"]
    assert [row.value for row in found.indicators] == [24]

"""Blocks of plain text: each case is a text and the kind and words of its blocks, furniture left out unless it is what the case is about."""

import pytest

from partnership_analysis.document.structure import build_blocks

CASES = [
    ("heading by number", "1. Agir pour l'eau\n\nUn atelier a eu lieu.", [("heading", "1. Agir pour l'eau"), ("paragraph", "Un atelier a eu lieu.")]),
    ("heading by label", "Axe 2 – Former\n\nTexte du volet.", [("heading", "Axe 2 – Former"), ("paragraph", "Texte du volet.")]),
    ("heading in capitals", "LES RIVES\nTexte de la partie.", [("heading", "LES RIVES"), ("paragraph", "Texte de la partie.")]),
    ("underlined heading", "The river\n=========\nText here.", [("heading", "The river"), ("paragraph", "Text here.")]),
    (
        "an item cut by a page goes on with a name",
        "Un texte.\n\nBilan – Ville de Montclar          1\n\n• Le guide, écrit par Anne\n\nBilan – Ville de Montclar          2\n\n  Roux, est paru.\n\nLuc Noir dirige.",
        [("paragraph", "Un texte."), ("list_item", "Le guide, écrit par Anne Roux, est paru."), ("paragraph", "Luc Noir dirige.")],
    ),
    (
        "underlined heading over two lines",
        "Getting in, staying on: a review of the memorandum\nbetween the college and the council\n=======\n\nText here.",
        [("heading", "Getting in, staying on: a review of the memorandum\nbetween the college and the council"), ("paragraph", "Text here.")],
    ),
    (
        "a wrapped line that goes on with a year",
        "The agreement was made at the hall of the town in the\nautumn of that year, and it was signed there on 11 July\n2023 by the mayor, who\nhad waited for it.",
        [
            (
                "paragraph",
                "The agreement was made at the hall of the town in the\nautumn of that year, and it was signed there on 11 July\n2023 by the mayor, who\nhad waited for it.",
            )
        ],
    ),
    (
        "short line by itself",
        "Titre du bilan\n\nGouvernance\n\nLe comité se réunit.",
        [("heading", "Titre du bilan"), ("heading", "Gouvernance"), ("paragraph", "Le comité se réunit.")],
    ),
    (
        "a sentence is no heading",
        "Axe 1 a permis de progresser.\n\nSuite.",
        [("paragraph", "Axe 1 a permis de progresser."), ("paragraph", "Suite.")],
    ),
    (
        "a dateline is no heading",
        "Titre\n\nMontclar, le 3 mars 2022\n\nTexte de la note.",
        [("heading", "Titre"), ("paragraph", "Montclar, le 3 mars 2022"), ("paragraph", "Texte de la note.")],
    ),
    (
        "numbered lines that follow each other are a list",
        "Nous avons :\n\n1. signé la charte\n2. publié le guide",
        [("paragraph", "Nous avons :"), ("list_item", "signé la charte"), ("list_item", "publié le guide")],
    ),
    (
        "bullets of every sign",
        "- un\n• deux\n– trois\n* quatre\n(i) cinq\na) six",
        [("list_item", w) for w in ("un", "deux", "trois", "quatre", "cinq", "six")],
    ),
    (
        "a wide gap behind a bullet parts no columns, and the item goes on where its words are set in",
        "–  un accord sera signé d'ici le 30 septembre\n   2024 ;\n–  la chambre publiera un guide :\n   52 pages ;\n–  le réseau prépare une fête.",
        [
            ("list_item", "un accord sera signé d'ici le 30 septembre\n   2024 ;"),
            ("list_item", "la chambre publiera un guide :\n   52 pages ;"),
            ("list_item", "le réseau prépare une fête."),
        ],
    ),
    (
        "an item with a gap of its own is a row of a table",
        "-  Ateliers      12     15\n-  Guides         3      4",
        [("table_cell", w) for w in ("-  Ateliers", "12", "15", "-  Guides", "3", "4")],
    ),
    (
        "a title and the name in quotation marks under it",
        "Rapport d'évaluation du contrat\n« Haies des rives » 2019-2023\n\nUn texte suit ici.",
        [("heading", "Rapport d'évaluation du contrat\n« Haies des rives » 2019-2023"), ("paragraph", "Un texte suit ici.")],
    ),
    (
        "an item over two lines",
        "- un atelier\n  avec la Ville\n- un guide",
        [("list_item", "un atelier\n  avec la Ville"), ("list_item", "un guide")],
    ),
    (
        "a figure and its label",
        "205\n\ntéléchargements du guide\n\nUn texte suit ici.",
        [("call_out", "205\n\ntéléchargements du guide"), ("paragraph", "Un texte suit ici.")],
    ),
    (
        "words between lone marks",
        "“\n\nL'eau se partage.\n\n”\n\nAnne Roux, présidente de l'Alliance",
        [("quotation", "L'eau se partage."), ("paragraph", "Anne Roux, présidente de l'Alliance")],
    ),
    (
        "a line of front matter",
        "Compte rendu\n\nDate : 3 mars 2022\nLieu : Montclar\n\nLa séance est ouverte.",
        [
            ("heading", "Compte rendu"),
            ("front_matter", "Date : 3 mars 2022"),
            ("front_matter", "Lieu : Montclar"),
            ("paragraph", "La séance est ouverte."),
        ],
    ),
    (
        "a caption",
        "Un texte sur la rive.\n\nPhoto : le marais\n\nAutre texte.",
        [("paragraph", "Un texte sur la rive."), ("caption", "Photo : le marais"), ("paragraph", "Autre texte.")],
    ),
    (
        "a table of aligned columns",
        "Indicator      Target   Actual\nWorkshops      12       14",
        [("table_cell", w) for w in ("Indicator", "Target", "Actual", "Workshops", "12", "14")],
    ),
    ("a table between pipes", "| Action | Date |\n|---|---|\n| Guide | 2022 |", [("table_cell", w) for w in ("Action", "Date", "Guide", "2022")]),
    (
        "bullets with two spaces behind are items, no column",
        "–  le Club formera dix guides ;\n–  la Ville prépare un plan.",
        [("list_item", "le Club formera dix guides ;"), ("list_item", "la Ville prépare un plan.")],
    ),
    (
        "an item goes on in a line that is set in",
        "-  la charte sera signée le 30 mai\n   2024 ;\n-  un guide.",
        [("list_item", "la charte sera signée le 30 mai\n   2024 ;"), ("list_item", "un guide.")],
    ),
    ("a table with tabs", "Action\tDate\nGuide\t2022", [("table_cell", w) for w in ("Action", "Date", "Guide", "2022")]),
]


def read(text: str, *, furniture: bool = False) -> list[tuple[str, str]]:
    return [
        (block.kind, " ".join(text[span.start : span.end] for span in block.spans))
        for block in build_blocks(text)
        if furniture or block.kind != "furniture"
    ]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "The Council and the Trust have shared a waterfront since the port was\nopened. The agreement covers two themes and was renewed in the spring of\nthe year before last.\nSigned: Ann Lee"
    assert [words for _, words in read(text)] == [text.rsplit("\n", 1)[0], "Signed: Ann Lee"]


def test_a_figure_tied_to_its_unit_is_wrapped_as_one_word() -> None:
    text = (
        "Les dépenses du programme ont été payées par la Ville et ses\npartenaires de la vallée. Toute l'animation a mobilisé\n"
        "2,5\u00a0ETP en moyenne, et les bénévoles de la rive ont fait le\nreste du travail."
    )
    assert read(text) == [("paragraph", text)]


def test_a_title_broken_before_its_end_is_one_block_in_a_hard_wrapped_text() -> None:
    body = "The Council and the Trust have shared a waterfront since the port was\nopened. The agreement covers two themes and was renewed in the spring of\nthe year before last."
    title = "Memorandum of Agreement between Montclar City Council and the Rivers\nTrust of the Vale"
    assert next(words for _, words in read(f"{title}\n\n{body}")) == title
    assert [words for _, words in read(f"Annual report\nRivers Trust\n\n{body}")][:2] == ["Annual report", "Rivers Trust"]


def test_a_paragraph_cut_by_a_page_and_a_call_out_is_one_block_with_two_spans() -> None:
    text = "Le groupe a réuni les élus de la\n\n12\n\nateliers organisés\n\nvallée et de la plaine."
    first, second = build_blocks(text)
    assert [text[s.start : s.end] for s in first.spans] == ["Le groupe a réuni les élus de la", "vallée et de la plaine."]
    assert second.kind == "call_out"


FURNITURE = [
    ("page numbers", "Un texte assez long pour une page.\n\nPage 1 / 2\n\nUn autre texte.\n\nPage 2 / 2\n", ["Page 1 / 2", "Page 2 / 2"]),
    (
        "running headers with their numbers",
        "Un texte.\n\nBilan 2021 | Ville de Montclar\n2\n\nUn texte suit.\n\nBilan 2021 | Ville de Montclar\n3\n\nFin.",
        ["Bilan 2021 | Ville de Montclar", "2", "Bilan 2021 | Ville de Montclar", "3"],
    ),
    (
        "running headers a blank line after their numbers, and the last page's number",
        "Un texte.\n\n1\n\nPacte des rives 2020-2023 – Bilan\n\nUn texte suit.\n\n2\n\nPacte des rives 2020-2023 – Bilan\n\nFin.\n\n3\n",
        ["1", "Pacte des rives 2020-2023 – Bilan", "2", "Pacte des rives 2020-2023 – Bilan", "3"],
    ),
    (
        "running headers with their numbers on one line",
        "Un texte.\n\nBilan – Ville de Montclar          1\n\nUn texte suit.\n\nBilan – Ville de Montclar          2\n\nFin.",
        ["Bilan – Ville de Montclar          1", "Bilan – Ville de Montclar          2"],
    ),
    (
        "rows of a table that count",
        "Un texte.\n\nAtelier 1      12\nAtelier 2      13\nAtelier 3      14\n\nFin.",
        [],
    ),
    (
        "lines that count without a gap",
        "Un texte.\n\nAction 1\n\nUn texte suit.\n\nAction 2\n\nFin.",
        [],
    ),
    (
        "figures set apart over one caption",
        "Un texte.\n\n12\n\nateliers de quartier ouverts à tous\n\n14\n\nateliers de quartier ouverts à tous\n\nFin.",
        [],
    ),
    ("a list of contents", "Sommaire\n1. Agir ........ 2\n2. Former ...... 4\n\nTexte.", ["Sommaire", "1. Agir ........ 2", "2. Former ...... 4"]),
    ("a rule", "Texte.\n\n-----\n\nSuite du texte.", ["-----"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FURNITURE], ids=[case[0] for case in FURNITURE])
def test_furniture(text: str, expected: list[str]) -> None:
    assert [words for kind, words in read(text, furniture=True) if kind == "furniture"] == expected


def test_all_but_white_space_and_bullets_belongs_to_one_block() -> None:
    text = "TITRE\n\nAxe 1 : Agir\n\nUn texte.\n\n205\n\nexemplaires\n\nUn autre texte, coupé\n\npar rien.\n\nA | B | C\n1 | 2 | 3\n"
    covered = [False] * len(text)
    for block in build_blocks(text):
        for span in block.spans:
            assert not any(covered[span.start : span.end])
            covered[span.start : span.end] = [True] * (span.end - span.start)
    assert {c for c, inside in zip(text, covered, strict=True) if not inside} <= set(" \n|")


@pytest.mark.parametrize("line", ["a\n", "- a\n", "1. a\n", "a  b\n", "12\n\nabc\n\n", "a\n b"])
def test_blocks_take_a_time_that_grows_with_the_text(line: str) -> None:
    assert len(build_blocks(line * 3000)) <= 6000

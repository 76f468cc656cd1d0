"""From a notebook that has run to the page: one HTML file that needs nothing else, through our own nbconvert template."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from partnership_analysis.errors import OutputError
from partnership_analysis.presentation.labels import labels
from partnership_analysis.presentation.notebook import METADATA
from partnership_analysis.presentation.style import fingerprint, page_script, page_style

TEMPLATES = Path(__file__).parent / "templates" / "nbconvert"


def to_html(notebook: Any) -> str:
    """The page of a notebook that has run (an nbformat node).

    Raises: OutputError: the notebook has no header, so it is not an assessment that ran to its end.
    """
    page = page_parts(notebook)
    body, _ = _exporter().from_notebook_node(notebook, resources={"page": page})
    return str(body)


def page_parts(notebook: Any) -> dict[str, Any]:
    """What the template puts around the sections. Every text is HTML already."""
    outputs = list(_outputs(notebook))
    header = next((one for one in outputs if one[0]["part"] == "header"), None)
    if header is None:
        raise OutputError("notebook", "it holds no assessment", "run all its cells first")
    about, html = header
    own = labels(about["language"])
    script = page_script()
    running = json.dumps(own("running_head", title=about["title"]), ensure_ascii=False).replace("<", "\\3c ").replace("\\n", " ")
    style = f"{page_style()}:root{{--running-head:{running}}}"
    words = {"filter": own("filter"), "left": own("rows_left", count="{count}", total="{total}")}
    return {
        "language": escape(about["language"]),
        "title": escape(own("page_title", title=about["title"])),
        "header": Markup(html),
        "contents": [(escape(one["id"]), escape(one["name"])) for one, _ in outputs if one["part"] == "section"],
        "contents_name": escape(own("contents")),
        "skip": escape(own("skip")),
        "footer": escape(own("footer", version=about["version"])),
        "style": Markup(style),
        "style_hash": fingerprint(style),
        "script": Markup(script),
        "script_hash": fingerprint(script),
        "words": escape(json.dumps(words, ensure_ascii=False)),
    }


def _outputs(notebook: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """The parts of the page in the notebook's outputs, in order."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            about = output.get("metadata", {}).get(METADATA)
            if about:
                yield about, output["data"]["text/html"]


@cache
def _exporter() -> Any:
    from nbconvert.exporters.templateexporter import TemplateExporter
    from traitlets import default

    class AssessmentExporter(TemplateExporter):
        """Our template, without the stock HTML exporter's scripts and rewriting."""

        output_mimetype = "text/html"

        @default("file_extension")
        def _file_extension(self) -> str:
            return ".html"

        @default("template_name")
        def _template_name(self) -> str:
            return "assessment"

    exporter: Any = AssessmentExporter
    return exporter(extra_template_basedirs=[str(TEMPLATES)])

"""The page's style and script, as they stand in `templates/style`, and their fingerprints for the content security policy."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).parent / "templates" / "style"
COMMENT = re.compile(r"/\*.*?\*/\n?", re.S)
NOTEBOOK = ".jp-OutputArea-output"
"""The class that Jupyter and nbconvert give to what a cell shows."""
HIDDEN_CODE = (
    "body.jp-Notebook .jp-InputArea,body.jp-Notebook .jp-InputPrompt,body.jp-Notebook .jp-OutputPrompt,body.jp-Notebook .jp-Collapser,"
    "body.jp-Notebook .jp-Cell-inputWrapper:has(.jp-CodeMirrorEditor),body.jp-Notebook [data-mime-type='application/vnd.jupyter.stderr'],"
    "body .input,body .prompt,body .output_stderr{display:none!important}"
)
"""A notebook exported by other templates than ours shows no code, prompts or warnings either; JupyterLab itself still does."""


@cache
def page_style() -> str:
    """The style of the page."""
    return "".join(COMMENT.sub("", (FOLDER / f"{name}.css").read_text(encoding="utf-8")) for name in ("tokens", "content", "page"))


@cache
def notebook_style() -> Markup:
    """The style of the sections inside a notebook: it touches nothing else there."""
    tokens, content = (COMMENT.sub("", (FOLDER / f"{name}.css").read_text(encoding="utf-8")) for name in ("tokens", "content"))
    own = f"{NOTEBOOK}{{background:var(--bg);color:var(--ink);font:1.0625rem/1.6 var(--sans);\n{content}}}"
    return Markup(f"<style>{tokens.replace(':root', NOTEBOOK)}{own}\n{HIDDEN_CODE}</style>")


@cache
def page_script() -> str:
    """The script that sorts and filters tables."""
    return (FOLDER / "tables.js").read_text(encoding="utf-8")


def fingerprint(text: str) -> str:
    """What a content security policy knows an inline style or script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"

"""No code in an exported assessment, whoever exports it.

`jupyter nbconvert --to html` shows every cell's code with its stock template, that of the parameters too, with the paths in them. An
installed package puts a setting beside Jupyter's own (`etc/jupyter/jupyter_nbconvert_config.json`) that calls this preprocessor; it
acts only on notebooks that say in their metadata that they are ours, and leaves all others alone. Where the setting does not reach,
the notebook's style hides the same cells.
"""

from typing import Any

from nbconvert.preprocessors import Preprocessor

METADATA = "partnership_analysis"


class HideCode(Preprocessor):
    """Takes code, prompts' numbers and warnings out of an assessment before it is exported."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook without what its readers are not meant to see; any other notebook as it is."""
        if METADATA not in nb.metadata:
            return nb, resources
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.source = ""
                cell.metadata["transient"] = {"remove_source": True}
                cell.outputs = [output for output in cell.outputs if output.output_type not in ("stream", "error")]
        return nb, resources

"""Write floors.toml anew from the scores reached now: `python tests/golden/raise_floors.py`. Read the difference before you commit it."""

from math import floor

from test_golden import FOLDER, REPORTS, figures, reached

if __name__ == "__main__":
    lines = ["# The lowest score allowed of each table (F1), of the attributes, and of the findings; written by raise_floors.py.\n"]
    for name in REPORTS:
        lines.append(f"[{name}]\n" + "".join(f"{key} = {floor(value * 1000) / 1000}\n" for key, value in figures(reached(name)).items()))
    (FOLDER / "floors.toml").write_text("\n".join(lines), encoding="utf-8")

"""Reads what `isoeffect run` wrote, computes the power under each truth again from the simulated trials, and draws it.

    python3 read-a-result.py <folder of the run> [figure.pdf or figure.png]

Needs the standard library; the figure needs matplotlib (Debian: python3-matplotlib).
"""

import csv
import json
import math
import sys
import textwrap
from collections import defaultdict
from pathlib import Path


def read_power(folder):
    """The result, and by truth: trials, power and its Monte Carlo standard error from the trials, and the exact power."""
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    if "claims" not in result:
        sys.exit("this run makes no claim, so that it has no power")
    successes = defaultdict(list)
    with open(folder / "replicates.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            # Further worlds draw what is uncertain: they belong to assurance
            if row["world"] == "0":
                successes[row["truth"]].append(int(row["success"]))
    power = {}
    for truth in result["truths"]:
        name, written = truth["name"], truth["operatingCharacteristics"]["power"]
        n = len(successes[name])
        p = sum(successes[name]) / n
        if abs(p - written["estimate"]) > 1e-12:
            sys.exit(f"{name}: result.json says {written['estimate']}")
        power[name] = (n, p, math.sqrt(p * (1 - p) / n), written.get("exact"))
    return result, power


def draw(result, power, figure):
    """Draws the powers with their 95 % limits, the exact ones beside them."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    _, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    places = list(range(len(power), 0, -1))
    estimates = [p for _, p, _, _ in power.values()]
    limits = [1.96 * mcse for _, _, mcse, _ in power.values()]
    axes.errorbar(estimates, places, xerr=limits, fmt="o", color="black", label="simulated, with 95 % limits")
    exact = [(e, place) for (_, _, _, e), place in zip(power.values(), places) if e is not None]
    if exact:
        axes.plot(*zip(*exact), "x", color="black", markersize=11, label="exact")
    axes.set_yticks(places, list(power))
    axes.set_xlim(-0.03, 1.03)
    axes.set_ylim(0.5, len(power) + 0.5)
    axes.set_xlabel("Probability of success")
    axes.set_title(textwrap.fill(result["scenario"]["title"], 80), fontsize=10)
    axes.legend(frameon=False, ncols=2, loc="upper center", bbox_to_anchor=(0.5, -0.13))
    pyplot.savefig(figure)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python3 read-a-result.py <folder of the run> [figure.pdf or figure.png]")
    result, power = read_power(Path(sys.argv[1]))
    for name, (n, p, mcse, exact) in power.items():
        words = "none" if exact is None else f"{exact:.6f}"
        print(f"{name}: power {p:.6f}, Monte Carlo standard error {mcse:.6f}, exact {words}, {n} trials")
    if len(sys.argv) == 3:
        try:
            draw(result, power, sys.argv[2])
        except ImportError:
            print("no figure: matplotlib is not installed", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Assurance of the scenario sts-5x6-vs-25x2 in several sizes by brute force in numpy: worlds drawn, one trial in each, so
that the standard error is the least that so many trials can give; the trials of all sizes share their patients.

Usage: assurance.py patients|counts WORLDS SIZE,SIZE…
`patients` draws every patient; `counts` draws binomial counts, which only the absence of differing patients allows.
"""

import sys

import numpy as np
from peer import measure, proportion

Z = 1.6448536269514722
MARGIN = 0.07
CONTROL_LOGIT = np.log(0.93 / 0.07)  # the anchor: 93 % after 25 x 2 Gy
# gamma50 of 1.5: the logit is 6 (D / D50 - 1)
PER_GY = (6 + CONTROL_LOGIT) / 50


def draw_rates(random, worlds):
    """Local control of both arms in each world, from the world's alpha/beta."""
    alpha_beta = 4.9 * np.exp(0.45 * random.standard_normal(worlds))
    eqd2 = 30 * (6 + alpha_beta) / (2 + alpha_beta)
    experimental = 1 / (1 + np.exp(-CONTROL_LOGIT - PER_GY * (eqd2 - 50)))
    return np.full(worlds, 0.93), experimental


def count_patients(random, rates, sizes):
    """Counts of every size: the first patients of the largest."""
    controlled = random.random((rates.size, sizes[-1])) < rates[:, None]
    starts = np.concatenate(([0], sizes[:-1]))
    return np.cumsum(np.add.reduceat(controlled, starts, axis=1, dtype=np.int32), axis=1)


def count_binomial(random, rates, sizes):
    steps = np.diff(sizes, prepend=0)
    return np.cumsum(random.binomial(steps, rates[:, None]), axis=1)


def simulate(count, worlds, sizes, block):
    random = np.random.Generator(np.random.SFC64(1))
    successes = np.zeros(sizes.size, dtype=np.int64)
    for start in range(0, worlds, block):
        control, experimental = (
            count(random, rates, sizes) / sizes for rates in draw_rates(random, min(block, worlds - start))
        )
        error = np.sqrt((control * (1 - control) + experimental * (1 - experimental)) / sizes)
        successes += np.count_nonzero(experimental - control + MARGIN >= Z * error, axis=0)
    return {str(size): proportion(successes[s], worlds) for s, size in enumerate(sizes)}


count = {"patients": count_patients, "counts": count_binomial}[sys.argv[1]]
worlds = int(sys.argv[2])
sizes = np.array([int(size) for size in sys.argv[3].split(",")])
measure(lambda: simulate(count, worlds, sizes, 100 if count is count_patients else 5000), worlds)

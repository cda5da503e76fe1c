"""The reference workload in numpy: blocks of trials that stay in cache, the linear-quadratic part only for patients with
residual disease, one generator that is quick (SFC64), uniforms in place of dearer draws.

Usage: reference-workload.py TRIALS [TRIALS A BLOCK]
"""

import sys

import numpy as np
from peer import measure, proportion

SIZE = 150
SCHEDULES = ((50.0, 2.0), (30.0, 6.0))  # total dose, dose per fraction (Gy)
Z = 1.6448536269514722


def simulate(trials, block):
    random = np.random.Generator(np.random.SFC64(1))
    events = np.zeros((2, 2), dtype=np.int64)
    successes = 0
    for start in range(0, trials, block):
        rows = min(block, trials - start)
        controlled = []
        for arm, (dose, fraction) in enumerate(SCHEDULES):
            control = local_control(random, rows, dose, fraction)
            wounds = wound_complications(random, rows, dose, fraction)
            events[arm] += np.count_nonzero(control), np.count_nonzero(wounds)
            controlled.append(np.count_nonzero(control.reshape(rows, SIZE), axis=1) / SIZE)
        successes += np.count_nonzero(non_inferior(*controlled))
    return {
        "control": proportion(events[0, 0], trials * SIZE),
        "controlExperimental": proportion(events[1, 0], trials * SIZE),
        "wound": proportion(events[0, 1], trials * SIZE),
        "woundExperimental": proportion(events[1, 1], trials * SIZE),
        "power": proportion(successes, trials),
    }


def local_control(random, rows, dose, fraction):
    residual = np.flatnonzero(random.random(rows * SIZE) < 0.3)
    z = random.standard_normal((2, residual.size))
    alpha = np.exp(-1.6 + 0.35 * z[0])
    inverse_alpha_beta = np.exp(-1.59 - 0.15 * z[0] - 0.5 * 0.91**0.5 * z[1])
    log_surviving = 13.8 * random.random(residual.size)
    log_surviving -= alpha * (dose + dose * fraction * inverse_alpha_beta)
    control = np.ones(rows * SIZE, dtype=bool)
    # u < exp(-n) is n < -log(u), and an exponential variate costs less than a uniform and an exponential function
    control[residual] = np.exp(log_surviving) < random.standard_exponential(residual.size)
    return control


def wound_complications(random, rows, dose, fraction):
    patients = rows * SIZE
    # Minus the logit, by tumour size, dose and the three factors
    against = random.standard_normal(patients)
    against *= 0.5
    against += 2.2
    np.exp(against, out=against)
    against *= -0.03
    against += 1.6 - 0.15 * (dose * (fraction + 10) / 12 - 50) / 10
    against -= FACTORS[random.integers(0, CELLS, patients, dtype=np.uint16)]
    # u < 1 / (1 + exp(-logit))
    np.exp(against, out=against)
    against += 1
    against *= random.random(patients)
    return against < 1


def factor_table():
    """Lower limb, diabetes and smoking as one draw: their eight combinations have whole numbers of ten thousandths."""
    table = []
    for limb, diabetes, smoker in np.ndindex(2, 2, 2):
        share = (0.4, 0.6)[limb] * (0.88, 0.12)[diabetes] * (0.8, 0.2)[smoker]
        table += [0.9 * limb + 0.6 * diabetes + 0.5 * smoker] * round(share * CELLS)
    return np.array(table)


CELLS = 10000
FACTORS = factor_table()


def non_inferior(control, experimental):
    variance = control * (1 - control) + experimental * (1 - experimental)
    with np.errstate(divide="ignore"):
        return (experimental - control + 0.07) / np.sqrt(variance / SIZE) >= Z


trials = int(sys.argv[1])
block = int(sys.argv[2]) if len(sys.argv) > 2 else 500
measure(lambda: simulate(trials, block), trials * 2 * SIZE)

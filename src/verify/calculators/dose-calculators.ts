import { findRoot } from '../../numeric/find-root.ts';
import { overallTimeDays } from '../../radiobiology/course.ts';
import { alphaFromRsi, gard } from '../../radiobiology/gard.ts';
import { cumulativeEquivalentMinutes43, radiosensitivityAt } from '../../radiobiology/hyperthermia.ts';
import { pairedQuadraticSumGy2, protractionFactor } from '../../radiobiology/incomplete-repair.ts';
import {
  alphaFromSf2,
  bed,
  effect,
  eqdx,
  equalFractions,
  survivingFraction,
} from '../../radiobiology/linear-quadratic.ts';
import { fractionBedLinearQuadraticLinear } from '../../radiobiology/linear-quadratic-linear.ts';
import { repopulatedEffect, repopulationGyPerDay } from '../../radiobiology/repopulation.ts';
import { createPhase, createSchedule } from '../../radiobiology/schedule.ts';
import {
  fractionBedUniversal,
  singleFractionEquivalentDoseGy,
  transitionDoseGy,
  universalEffect,
} from '../../radiobiology/universal-survival-curve.ts';
import type { Calculators, Inputs } from './reference-inputs.ts';

const curveOf = ({ alpha, D0, Dq }: Inputs) => ({
  alphaPerGy: alpha,
  finalSlopeGy: D0,
  quasiThresholdGy: Dq,
});
/** h_m: what m equal fractions of one day add to their own squares. */
const thamesOf = ({ m, deltaT_h, Thalf_h }: Inputs): number => {
  const day = Array.from({ length: m }, (_, k) => ({ hours: k * deltaT_h, doseGy: 1 }));
  return pairedQuadraticSumGy2(day, Thalf_h) / m - 1;
};

/** Models of dose, effect and time. */
export const doseCalculators: Calculators = {
  'LQ surviving fraction': ({ n, d, alpha, beta }) =>
    survivingFraction(equalFractions(n, d), alpha, alpha / beta),
  'alpha from SF2 and alpha/beta': ({ sf2, ab }) => alphaFromSf2(sf2, ab),
  'beta from SF2 and alpha/beta': ({ sf2, ab }) => alphaFromSf2(sf2, ab) / ab,
  'dose in one fraction for a surviving fraction of 1/e': ({ sf2, ab }) =>
    findRoot((d) => effect(equalFractions(1, d), alphaFromSf2(sf2, ab), ab) - 1, 1e-9, 10),
  BED: ({ n, d, ab, alpha, beta }) => bed(equalFractions(n, d), ab ?? alpha / beta),
  EQDX: ({ n, d, ab, x }) => eqdx(equalFractions(n, d), ab, x),
  'overall time in elapsed days': ({ start, n, skip, every }) =>
    overallTimeDays(
      createSchedule([createPhase(n, 2, { everyDays: every ?? 1 })], { start, skip: skip ?? [] }),
    ),
  'LQ-L BED': ({ n, d, ab, dT, gammaOverAlpha }) => {
    // Stated beside the default, so that both are checked
    const stated = n * fractionBedLinearQuadraticLinear(d, ab, dT, gammaOverAlpha);
    const tangent = n * fractionBedLinearQuadraticLinear(d, ab, dT);
    return Math.abs(stated - tangent) < 1e-12 * stated ? tangent : Number.NaN;
  },
  'universal survival curve, transition dose': (inputs) => transitionDoseGy(curveOf(inputs)),
  'universal survival curve, ln SF of one fraction': (inputs) => -universalEffect(inputs.d, curveOf(inputs)),
  'universal survival curve, BED': (inputs) => inputs.n * fractionBedUniversal(inputs.d, curveOf(inputs)),
  'universal survival curve, single fraction equivalent dose': (inputs) =>
    singleFractionEquivalentDoseGy(inputs.n, inputs.d, curveOf(inputs)),
  'incomplete repair, h_m of one day': thamesOf,
  'incomplete repair, BED with full overnight repair': (inputs) => {
    const { n, d, ab } = inputs;
    return bed({ doseGy: n * d, doseSquaredGy2: n * d * d * (1 + thamesOf(inputs)) }, ab);
  },
  'incomplete repair, BED over all pairs': ({ times_h, d, ab, Thalf_h }) => {
    const fractions = times_h.map((hours) => ({ hours, doseGy: d }));
    return bed({ doseGy: times_h.length * d, doseSquaredGy2: pairedQuadraticSumGy2(fractions, Thalf_h) }, ab);
  },
  'Lea-Catcheside factor at constant dose rate': ({ T_h, Thalf_h }) => protractionFactor(T_h, Thalf_h),
  'BED of one protracted dose': ({ D, d, T_h, Thalf_h, ab }) => {
    const doseGy = D ?? d;
    return bed({ doseGy, doseSquaredGy2: protractionFactor(T_h, Thalf_h) * doseGy * doseGy }, ab);
  },
  'repopulation in Gy a day': ({ alpha, Td }) => repopulationGyPerDay(alpha, Td),
  'BED with repopulation': ({ n, d, ab, alpha, Td, Tk, T }) => {
    const gross = bed(equalFractions(n, d), ab);
    const byEffect = gross - repopulatedEffect(T, Tk, Td) / alpha;
    const byDay = gross - repopulationGyPerDay(alpha, Td) * (T - Tk);
    return Math.abs(byEffect - byDay) < 1e-12 * gross ? byEffect : Number.NaN;
  },
  GARD: ({ rsi, n, d, beta }) => gard([{ count: n, doseGy: d }], rsi, beta),
  'RSI from the GARD of 25 x 2 Gy': (inputs) => rsiFromGard(inputs.gard),
  'beta from the GARD of 25 x 2 Gy and alpha/beta': (inputs) =>
    findRoot((beta) => alphaFromRsi(rsiFromGard(inputs.gard), beta) - inputs.ab * beta, 1e-6, 1),
  'alpha/beta from the GARD of 25 x 2 Gy and beta': (inputs) =>
    alphaFromRsi(rsiFromGard(inputs.gard), inputs.beta) / inputs.beta,
  'effect with an enhancement ratio on dose': ({ n, d, ser, alpha, ab }) =>
    effect(equalFractions(n, ser * d), alpha, ab),
  'effect with an enhancement ratio on alpha': ({ n, d, ser, alpha, ab }) =>
    effect(equalFractions(n, d), ser * alpha, ser * ab),
  'alpha under hyperthermia': ({ alpha37, alpha41, T }) => radiosensitivityAt(T, alpha37, alpha41),
  'CEM43 of one heating': ({ T, t_min }) =>
    cumulativeEquivalentMinutes43([{ minutes: t_min, temperatureC: T }]),
};

/** The index at which 25 × 2 Gy has this GARD. */
const rsiFromGard = (target: number): number =>
  findRoot((rsi) => gard([{ count: 25, doseGy: 2 }], rsi) - target, 1e-6, 1 - 1e-6);

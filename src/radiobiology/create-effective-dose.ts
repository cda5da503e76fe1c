import type { FractionTime } from './calendar.ts';
import type { Course } from './course.ts';
import type { DoseRule } from './dose-rule.ts';
import type { EffectiveDose } from './effective-dose.ts';
import { radiosensitivityAt } from './hyperthermia.ts';
import { pairedQuadraticSumGy2, protractionFactor } from './incomplete-repair.ts';
import { fractionBedLinearQuadraticLinear } from './linear-quadratic-linear.ts';
import { regionDoseGy } from './region-dose.ts';
import { repopulatedEffect } from './repopulation.ts';
import type { Phase } from './schedule.ts';
import { transitionDoseGy } from './universal-survival-curve.ts';

/** A fraction with the modifiers of the rule applied. */
interface ModifiedFraction {
  readonly day: number;
  readonly hours: number;
  /** Dose in Gy, agents that work on dose included. */
  readonly doseGy: number;
  /** Factors on α and β. */
  readonly onAlpha: number;
  readonly onBeta: number;
  /** Lea–Catcheside factor of the time that the fraction takes. */
  readonly protraction: number;
}

/** Factors on α and β of the radiation and heating of a fraction. */
function factorsOf(phase: Phase, isHeated: boolean, rule: DoseRule): { onAlpha: number; onBeta: number } {
  let [onAlpha, onBeta] = [1, 1];
  const radiation = phase.radiation === undefined ? undefined : rule.radiations?.[phase.radiation];
  if (radiation) {
    // E = RBEmax·αd + RBEmin²·βd²
    onAlpha *= radiation.rbeMax;
    onBeta *= radiation.rbeMin * radiation.rbeMin;
  }
  if (isHeated && phase.hyperthermia && rule.hyperthermia) {
    const { celsius, hoursApart } = phase.hyperthermia;
    const { alphaRatioAt41, betaRatioAt41, fadeHalfTimeHours } = rule.hyperthermia;
    const interval =
      fadeHalfTimeHours === undefined ? undefined : { hours: hoursApart, halfTimeHours: fadeHalfTimeHours };
    onAlpha *= radiosensitivityAt(celsius, 1, alphaRatioAt41, interval);
    onBeta *= radiosensitivityAt(celsius, 1, betaRatioAt41, interval);
  }
  return { onAlpha, onBeta };
}

function modify(fraction: FractionTime, rule: DoseRule, agents: readonly string[]): ModifiedFraction {
  let { onAlpha, onBeta } = factorsOf(fraction.phase, fraction.isHeated, rule);
  let doseGy = regionDoseGy(fraction, rule.region);
  for (const agent of agents) {
    const { enhancementRatio, on } = rule.agents?.[agent] ?? { enhancementRatio: 1, on: 'dose' };
    if (on === 'dose') doseGy *= enhancementRatio;
    else onAlpha *= enhancementRatio;
  }
  const { minutes } = fraction.phase;
  const protraction = rule.repair && minutes ? protractionFactor(minutes / 60, rule.repair.halfTimeHours) : 1;
  const hours = 24 * fraction.day + fraction.hour;
  return { day: fraction.day, hours, doseGy, onAlpha, onBeta, protraction };
}

/** BED of one fraction by the survival law of the rule, full repair from the others. */
function fractionBed({
  survival,
}: DoseRule): (f: ModifiedFraction, alphaBetaGy: number, scale: number) => number {
  if (survival === undefined || survival === 'linearQuadratic') {
    // BED = a·d + b·G·d²/(α/β)
    return ({ doseGy, onAlpha, onBeta, protraction }, alphaBetaGy, scale) => {
      const d = scale * doseGy;
      return d * (onAlpha + (onBeta * protraction * d) / alphaBetaGy);
    };
  }
  const { transitionGy, slopeRatio } =
    'linearQuadraticLinear' in survival
      ? survival.linearQuadraticLinear
      : { transitionGy: transitionDoseGy(survival.universalSurvivalCurve), slopeRatio: undefined };
  return ({ doseGy, onAlpha, onBeta }, alphaBetaGy, scale) => {
    // Modified cells have α′/β′ = (α/β)·a/b, and a BED in units of their own α′ = a·α
    const ownAlphaBetaGy = (alphaBetaGy * onAlpha) / onBeta;
    return (
      onAlpha * fractionBedLinearQuadraticLinear(scale * doseGy, ownAlphaBetaGy, transitionGy, slopeRatio)
    );
  };
}

/** BED of all fractions: by two sums where the law is linear-quadratic, else fraction by fraction, equal ones once. */
function totalBed(
  rule: DoseRule,
  fractions: readonly ModifiedFraction[],
): Pick<EffectiveDose, 'bed' | 'sums'> {
  const { survival, repair } = rule;
  if (survival === undefined || survival === 'linearQuadratic') {
    let [linear, quadratic] = [0, 0];
    for (const { doseGy, onAlpha, onBeta, protraction } of fractions) {
      linear += onAlpha * doseGy;
      quadratic += onBeta * doseGy * doseGy * (repair ? protraction - 1 : 1);
    }
    // Between fractions: Σ Σ over all pairs of what is not repaired; within one: the Lea–Catcheside factor
    if (repair) {
      const timed = fractions.map(({ hours, doseGy, onBeta }) => ({
        hours,
        doseGy: doseGy * Math.sqrt(onBeta),
      }));
      quadratic += pairedQuadraticSumGy2(timed, repair.halfTimeHours);
    }
    return {
      bed: (alphaBetaGy, scale = 1) => scale * (linear + (scale * quadratic) / alphaBetaGy),
      sums: { linearGy: linear, quadraticGy2: quadratic },
    };
  }
  const of = fractionBed(rule);
  const equal = new Map<string, { fraction: ModifiedFraction; count: number }>();
  for (const fraction of fractions) {
    const key = `${fraction.doseGy}/${fraction.onAlpha}/${fraction.onBeta}`;
    const group = equal.get(key) ?? { fraction, count: 0 };
    equal.set(key, { ...group, count: group.count + 1 });
  }
  const groups = [...equal.values()];
  return {
    bed: (alphaBetaGy, scale = 1) => {
      let sum = 0;
      for (const { fraction, count } of groups) sum += count * of(fraction, alphaBetaGy, scale);
      return sum;
    },
  };
}

/**
 * The effective dose of a course under a rule.
 *
 * @param agents names of what the arm is given besides
 * @param countsPostoperative whether fractions after surgery matter to the tissue
 */
export function createEffectiveDose(
  course: Course,
  rule: DoseRule,
  agents: readonly string[] = [],
  countsPostoperative = true,
): EffectiveDose {
  const counted = course.fractions
    .filter(({ isPostoperative }) => countsPostoperative || !isPostoperative)
    .map((fraction) => modify(fraction, rule, agents));
  const { repopulation } = rule;
  const last = counted.at(-1)?.day ?? 0;
  const days = repopulation?.untilSurgery ? Math.max(last, course.surgeryDay) : last;
  const { kickOffDays = 0, doublingTimeDays, lostGyPerDay = 0 } = repopulation ?? {};
  const bedOfFraction = fractionBed(rule);
  return {
    ...totalBed(rule, counted),
    lostGy: lostGyPerDay * Math.max(0, days - kickOffDays),
    lostEffect: doublingTimeDays === undefined ? 0 : repopulatedEffect(days, kickOffDays, doublingTimeDays),
    fractions: counted.map((fraction) => ({
      hours: fraction.hours,
      bed: (alphaBetaGy) => bedOfFraction(fraction, alphaBetaGy, 1),
    })),
  };
}

import { normalReach } from '../numeric/normal-reach.ts';
import { formatSchedule } from '../radiobiology/format-schedule.ts';
import { bed, eqd2 } from '../radiobiology/linear-quadratic.ts';
import { fractionCount, type Schedule } from '../radiobiology/schedule.ts';
import { readSchedule, type ScheduleSpec } from '../radiobiology/schedule-schema.ts';
import {
  type DoseCoefficients,
  type GoodnessOfFit,
  solveDoseCoefficients,
} from '../trial/alpha-beta/dose-coefficients.ts';
import {
  deltaInterval,
  deltaStandardError,
  type FiellerSet,
  fiellerSet,
  type RatioInterval,
} from '../trial/alpha-beta/ratio-sets.ts';
import { type EffectEvent, type WrongSign, wrongSign } from '../trial/alpha-beta/wrong-sign.ts';
import { effectContrasts, sumsOfSpec } from './effect-contrasts.ts';
import { effectRate } from './effect-rate.ts';
import type { EffectMeasure, Effects } from './effects-schema.ts';
import { estimateAssumptions } from './estimate-assumptions.ts';
import { estimateVerdict, type Verdict } from './estimate-verdict.ts';
import { isoeffectiveDoseGy, isoeffectiveDoseSlope } from './isoeffective-dose.ts';

/** An estimate with its standard error. */
export interface WithError {
  readonly estimate: number;
  readonly standardError: number;
}

/** What one arm showed: its schedule, and its effect against the control. */
export interface ArmEffect {
  /** As clinicians write it. */
  readonly schedule: string;
  readonly fractions: number;
  readonly totalDoseGy: number;
  readonly doseSquaredGy2: number;
  /** ln of the ratio, or difference of the rates; 0 of the control. */
  readonly effect: number;
  /** 0 of the control of ratios, whose chance is part of each ratio. */
  readonly standardError: number;
  readonly fitted: number;
  /** The rate where that is the measure, else null. */
  readonly rate: number | null;
  /** EQD2 and BED in Gy at the estimate; null where that is no positive α/β. */
  readonly eqd2Gy: number | null;
  readonly bedGy: number | null;
}

/** Total dose in so many fractions that equals the control, by the estimate. */
export interface IsoeffectiveDose {
  readonly fractions: number;
  readonly totalDoseGy: WithError & RatioInterval;
  readonly fractionGy: number;
}

/** α/β from what a trial published, with everything that says how far to trust it. */
export interface AlphaBetaEstimate {
  readonly title: string;
  readonly source: string;
  readonly event: EffectEvent;
  readonly measure: EffectMeasure;
  readonly level: number;
  /** The control first. */
  readonly arms: readonly ArmEffect[];
  readonly coefficients: {
    readonly perGy: WithError;
    readonly perGy2: WithError;
    readonly covariance: number;
    readonly correlation: number;
    readonly goodnessOfFit: GoodnessOfFit | null;
  };
  /** Ratio of the coefficients in Gy; whether it estimates α/β is said by the verdict. */
  readonly alphaBetaGy: WithError & {
    readonly delta: RatioInterval & { readonly level: number };
    readonly fieller: FiellerSet & { readonly level: number };
  };
  readonly wrongSign: WrongSign;
  /** Empty where the ratio is no estimate. */
  readonly isoeffective: readonly IsoeffectiveDose[];
  readonly assumptions: readonly string[];
  readonly verdict: Verdict;
  readonly warnings: readonly string[];
}

/** Estimates α/β from valid effects. */
export function estimateAlphaBeta(effects: Effects, warnings: readonly string[]): AlphaBetaEstimate {
  const { title, source, event, measure, level } = effects;
  const contrasts = effectContrasts(effects);
  const coefficients = solveDoseCoefficients(contrasts);
  const z = normalReach(level);
  const ratio = coefficients.perGy / coefficients.perGy2;
  const signs = wrongSign(coefficients, event, z);
  const alphaBetaGy = {
    estimate: ratio,
    standardError: deltaStandardError(coefficients),
    delta: { ...deltaInterval(coefficients, z), level },
    fieller: { ...fiellerSet(coefficients, z), level },
  };
  const verdict = estimateVerdict({
    event,
    level,
    alphaBetaGy,
    wrongSign: signs,
    goodnessOfFit: coefficients.goodnessOfFit,
  });
  const isEstimate = verdict.status !== 'noEstimate';
  return {
    title,
    source,
    event,
    measure,
    level,
    arms: armEffects(effects, coefficients, contrasts.covariance, isEstimate ? ratio : undefined),
    coefficients: withErrors(coefficients),
    alphaBetaGy,
    wrongSign: signs,
    isoeffective: isEstimate ? isoeffectiveDoses(effects, alphaBetaGy, z) : [],
    assumptions: estimateAssumptions(effects),
    verdict,
    warnings,
  };
}

function withErrors(coefficients: DoseCoefficients): AlphaBetaEstimate['coefficients'] {
  const { perGy, perGy2, variancePerGy, variancePerGy2, covariance, goodnessOfFit } = coefficients;
  return {
    perGy: { estimate: perGy, standardError: Math.sqrt(variancePerGy) },
    perGy2: { estimate: perGy2, standardError: Math.sqrt(variancePerGy2) },
    covariance,
    correlation: covariance / Math.sqrt(variancePerGy * variancePerGy2),
    goodnessOfFit,
  };
}

/** A schedule as clinicians write it; a dose that is a quotient, such as 40 Gy/15, to four digits. */
function shortSchedule(plan: Schedule): string {
  return formatSchedule(plan).replace(/\d+\.\d{5,}/g, (dose) => String(Number(Number(dose).toPrecision(4))));
}

function armEffects(
  effects: Effects,
  { fitted }: DoseCoefficients,
  covariance: readonly (readonly number[])[],
  alphaBetaGy: number | undefined,
): ArmEffect[] {
  const isRate = effects.measure === 'rate';
  const rates = [effects.control, ...effects.arms].map((arm) => (isRate ? effectRate(arm)! : undefined));
  return [effects.control, ...effects.arms].map(({ schedule, ...arm }, i): ArmEffect => {
    const plan = readSchedule(schedule as ScheduleSpec);
    const sums = sumsOfSpec(schedule);
    const ratio = 'ratio' in arm ? (arm.ratio as number | undefined) : undefined;
    const own = rates[i];
    const variance = own ? own.variance : i === 0 ? 0 : covariance[i - 1][i - 1];
    return {
      schedule: shortSchedule(plan),
      fractions: fractionCount(plan),
      totalDoseGy: Number(sums.doseGy.toPrecision(12)),
      doseSquaredGy2: sums.doseSquaredGy2,
      effect: own ? own.rate - rates[0]!.rate : Math.log(ratio ?? 1),
      standardError: Math.sqrt(variance),
      fitted: i === 0 ? 0 : fitted[i - 1],
      rate: own ? own.rate : null,
      eqd2Gy: alphaBetaGy === undefined ? null : eqd2(sums, alphaBetaGy),
      bedGy: alphaBetaGy === undefined ? null : bed(sums, alphaBetaGy),
    };
  });
}

function isoeffectiveDoses(effects: Effects, alphaBeta: WithError, z: number): IsoeffectiveDose[] {
  const reference = sumsOfSpec(effects.control.schedule);
  const counts = effects.arms.map(({ schedule }) => fractionCount(readSchedule(schedule as ScheduleSpec)));
  return [...new Set(counts)].map((fractions) => {
    const estimate = isoeffectiveDoseGy(reference, fractions, alphaBeta.estimate);
    const slope = isoeffectiveDoseSlope(reference, fractions, alphaBeta.estimate);
    const standardError = Math.abs(slope) * alphaBeta.standardError;
    const reach = z * standardError;
    const totalDoseGy = { estimate, standardError, low: estimate - reach, high: estimate + reach };
    return { fractions, totalDoseGy, fractionGy: estimate / fractions };
  });
}

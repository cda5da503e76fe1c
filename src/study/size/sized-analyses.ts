import { claimRates, type KnownTruth, type Trial } from '../../scenario/trial.ts';
import { DAYS_A_YEAR } from '../../trial/accrual.ts';
import { createAccrualPace } from '../../trial/accrual-pace.ts';
import { type Claim, isTimeClaim } from '../../trial/claims/definition.ts';
import { percentWords } from '../../trial/percent-words.ts';
import type { PlannedComparison, PlannedFollowUp } from './analysis.ts';
import { countAnalyses } from './count-analyses.ts';
import type { SizedAnalyses } from './size-result.ts';
import { timeAnalyses } from './time-analyses.ts';

/** Follow-up where the design states none. */
export interface AssumedFollowUp {
  readonly accrualYears: number;
  /** Years from the last patient; the claim's time unless given. */
  readonly followUpYears?: number;
}

const DAYS_OF_YEARS = 365.25;

/** What a claim of two arms compares, at given rates; undefined where it is no comparison of two arms. */
function comparisonOf(
  { design }: Trial,
  claim: Claim,
  controlRate: number,
  experimentalRate: number,
): PlannedComparison | undefined {
  const [control, experimental] = design.sizes;
  if (experimental === undefined || claim.stratum) return undefined;
  const common = {
    endpoint: claim.endpoint.name,
    atYears: claim.endpoint.timeKey === 'atYears' ? claim.time : claim.time / DAYS_OF_YEARS,
    controlRate,
    experimentalRate,
    allocation: experimental / control,
  };
  if (!isTimeClaim(claim)) return claim.comparison && { ...common, ...claim.comparison };
  const { margins } = claim.times;
  return {
    ...common,
    margin: margins?.difference ?? 0,
    ...(margins?.leads === 'hazardRatio' && { hazardRatio: margins.hazardRatio }),
    oneSidedAlpha: claim.oneSidedAlpha,
  };
}

/** How patients come and are followed: as the design states it, else as is assumed. */
function followUpOf(
  { design }: Trial,
  { atYears }: PlannedComparison,
  assumed: AssumedFollowUp,
): PlannedFollowUp & { readonly isAssumed: boolean } {
  const { accrual, centres = 1, followUp, lostToFollowUp, sizes } = design;
  const years = assumed.followUpYears ?? atYears;
  const lost = lostToFollowUp && {
    loss: lostToFollowUp.probability,
    lossByYears: lostToFollowUp.byYears,
  };
  const total = sizes.reduce((a, b) => a + b, 0);
  const accrualYears = accrual
    ? createAccrualPace(accrual, centres).dayOf(total) / DAYS_A_YEAR
    : assumed.accrualYears;
  const stated = followUp?.leastYears;
  return {
    accrualYears,
    followUpYears: stated ?? years,
    ...lost,
    isAssumed: !accrual || stated === undefined,
  };
}

/** The analyses of one plan. */
function sizedFor(
  trial: Trial,
  claim: Claim,
  plan: string,
  planned: PlannedComparison,
  power: number,
  assumed: AssumedFollowUp,
): SizedAnalyses {
  const { controlRate, experimentalRate } = planned;
  const isTimed = claim.endpoint.timeKey === 'atYears';
  const followUp = followUpOf(trial, planned, assumed);
  const byTimes = isTimed ? timeAnalyses(planned, followUp, power) : [];
  return {
    claim: claim.sentence,
    plan,
    controlRate,
    experimentalRate,
    ...(isTimed && { followUp }),
    analyses: [...countAnalyses(planned, power), ...byTimes],
  };
}

/**
 * What each analysis that could be used asks for: one sentence of rates, margin, level and power does not fix a size. For
 * each comparison of two arms, with equal arms where there is a margin, and with the rates of the truth as planned.
 */
export function sizedAnalyses(
  trial: Trial,
  known: KnownTruth,
  power: number,
  assumed: AssumedFollowUp,
): SizedAnalyses[] {
  // Patients of several arms are not those of one comparison
  if (trial.design.comparisons) return [];
  return trial.design.claims.flatMap((claim): SizedAnalyses[] => {
    const { control, experimental } = claimRates(claim, known);
    const asPlanned = comparisonOf(trial, claim, control, experimental);
    if (!asPlanned) return [];
    const equal = { ...asPlanned, experimentalRate: control };
    const isSame = Math.abs(control - experimental) < 1e-9;
    const inPercent = (rate: number): string => percentWords(Number(rate.toPrecision(4)));
    return [
      ...(asPlanned.margin > 0
        ? [sizedFor(trial, claim, `both arms at ${inPercent(control)}`, equal, power, assumed)]
        : []),
      ...(isSame || claim.slack(control, experimental) <= 0
        ? []
        : [
            sizedFor(
              trial,
              claim,
              `${inPercent(control)} and ${inPercent(experimental)}, as planned`,
              asPlanned,
              power,
              assumed,
            ),
          ]),
    ];
  });
}

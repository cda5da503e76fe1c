import { normalQuantile } from '../numeric/normal-quantile.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { ComparedEvents } from '../outcomes/estimand.ts';
import type { TimeClaim } from './claims/definition.ts';
import { competingOf, type StatedEvents } from './time-claim-shape.ts';
import type { MarginScales } from './time-margin.ts';
import type { TimeScale } from './time-tests/definition.ts';
import { type TimeTestName, timeTests } from './time-tests/index.ts';

/** What a claim on times of failure states. */
export interface TimeClaimPlan extends StatedEvents {
  readonly endpoint: 'localControl';
  readonly atYears: number;
  readonly test: TimeTestName;
  readonly oneSidedAlpha: number;
  /** Absent where the claim is superiority. */
  readonly margins?: MarginScales;
  /** What is to be said of two stated margins; empty where they agree. */
  readonly disagreement?: string;
  readonly plannedControlRate?: number;
}

/** What fails in words: the endpoint, or what else counts with it. */
export function failureWords({ countsAsFailure }: Pick<StatedEvents, 'countsAsFailure'>): string {
  return countsAsFailure.length === 0
    ? 'local control'
    : `survival free of ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(['local failure', ...countsAsFailure])}`;
}

/** ∫ S from 0 to a time, of a constant hazard that leaves this rate there. */
function exponentialMean(rate: number, atYears: number): number {
  const reached = -Math.log(rate);
  // (1 − e^(−λt))/λ
  return (atYears * (1 - rate)) / reached;
}

/**
 * A margin on the scale of a test: years of restricted mean time are lost under constant hazards.
 *
 * @param plannedControlRate control rate at the time, in (0, 1)
 */
export function marginOfScale(
  scale: TimeScale,
  { hazardRatio, difference }: MarginScales,
  plannedControlRate: number,
  atYears: number,
): number {
  if (scale === 'difference') return difference;
  if (scale !== 'restrictedMeanYears') return hazardRatio;
  const atMargin = Math.exp(hazardRatio * Math.log(plannedControlRate));
  return exponentialMean(plannedControlRate, atYears) - exponentialMean(atMargin, atYears);
}

/** The border of a claim without a margin. */
const NO_MARGIN: Readonly<Record<TimeScale, number>> = {
  hazardRatio: 1,
  subdistributionHazardRatio: 1,
  difference: 0,
  restrictedMeanYears: 0,
};

/** The live claim of a plan. */
export function createTimeClaim(plan: TimeClaimPlan, sentence: string): TimeClaim {
  const { atYears, test, margins, oneSidedAlpha } = plan;
  const { scale, seesCompeting, create } = timeTests[test];
  const margin = margins
    ? marginOfScale(scale, margins, plan.plannedControlRate!, atYears)
    : NO_MARGIN[scale];
  const competing = competingOf(plan);
  const events: ComparedEvents = {
    countsAsFailure: plan.countsAsFailure,
    competing,
    seesCompeting: seesCompeting && competing.length > 0,
  };
  const rateAtMargin = rateAtMarginOf(margins);
  return {
    endpoint: endpoints.localControl,
    time: atYears,
    test,
    limit: margin,
    sentence,
    events,
    oneSidedAlpha,
    times: {
      scale,
      critical: -normalQuantile(oneSidedAlpha),
      ...(margins && { margins }),
      ...(plan.disagreement && { disagreement: plan.disagreement }),
      ...(plan.plannedControlRate !== undefined && { plannedControlRate: plan.plannedControlRate }),
      createAnalysis: () => create(margin, atYears),
    },
    slack: (controlRate, experimentalRate) => experimentalRate - rateAtMargin(controlRate),
    rateAtMargin,
  };
}

/** The experimental rate at the margin that leads. */
function rateAtMarginOf(margins: MarginScales | undefined): (controlRate: number) => number {
  if (!margins) return (controlRate) => controlRate;
  // S^HR, or S − δ
  if (margins.leads === 'hazardRatio')
    return (controlRate) => (controlRate === 0 ? 0 : Math.exp(margins.hazardRatio * Math.log(controlRate)));
  return (controlRate) => controlRate - margins.difference;
}

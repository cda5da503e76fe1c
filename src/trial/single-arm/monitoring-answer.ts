import type { BetaPrior } from '../beta-posterior.ts';
import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { type LooksSpec, lookSizes, looksPhrase } from '../look-schedule.ts';
import { percentWords } from '../percent-words.ts';
import { endpointWords, type PlannedEndpoint } from '../planned-endpoint.ts';
import { priorWords } from './beta-rule.ts';
import { CERTAINTY_ERROR_LABEL, CERTAINTY_IS_NOT_A_LEVEL, certaintyExcess } from './certainty-words.ts';
import { conventionWords, cutOffRow, directionWords, successWords } from './cut-off-words.ts';
import { probabilityRow } from './probability-row.ts';
import type { LookBounds, SequentialDesign } from './sequential-design.ts';
import { stopRows, stopSentence } from './stop-rows.ts';

/** A plan that is monitored by the predictive probability of success. */
export interface MonitoringPlan extends PlannedEndpoint {
  readonly perArm: number;
  readonly target: number;
  readonly alternativeRate: number;
  readonly certainty: number;
  readonly futilityBelow: number;
  readonly efficacyAbove?: number | undefined;
  readonly prior: BetaPrior;
  readonly events?: number | undefined;
  readonly patients?: number | undefined;
}

/** What such a plan does, exactly. */
export interface Monitoring {
  readonly bounds: readonly LookBounds[];
  readonly atTarget: SequentialDesign;
  readonly atAlternative: SequentialDesign;
  /** The fewest successes that are enough at the end; above the size where none are. */
  readonly finalCutOff: number;
  /** Predictive probability by the outcomes known now. */
  readonly now?: number;
}

function boundWords(bounds: readonly LookBounds[], side: 'stopsAtMost' | 'stopsAtLeast'): string | undefined {
  const counts = bounds.flatMap((bound) =>
    bound[side] === undefined ? [] : [`${bound[side]} of ${bound.patients}`],
  );
  return counts.length > 0 ? `${side === 'stopsAtMost' ? '≤' : '≥'} ${counts.join(', ')}` : undefined;
}

function variantOf(
  plan: MonitoringPlan,
  { bounds, finalCutOff, atTarget }: Monitoring,
  eventIsGood: boolean,
): string[] {
  const { target, certainty, futilityBelow, efficacyAbove } = plan;
  const [low, high] = [boundWords(bounds, 'stopsAtMost'), boundWords(bounds, 'stopsAtLeast')];
  const [futility, efficacy] = eventIsGood ? [low, high] : [high, low];
  return [
    `Success at the end if P(rate ${eventIsGood ? 'above' : 'below'} ${percentWords(target)} | data) ≥ ${percentWords(certainty)}, with a ${priorWords(plan.prior)} prior of the event’s rate.`,
    CERTAINTY_IS_NOT_A_LEVEL,
    `Stops for futility if the predictive probability of that is below ${percentWords(futilityBelow)}: ${futility ? `events ${futility}` : 'no count does'}.`,
    efficacyAbove === undefined
      ? 'It does not stop for efficacy.'
      : `Stops for efficacy if it is above ${percentWords(efficacyAbove)}: ${efficacy ? `events ${efficacy}` : 'no count does'}.`,
    conventionWords({ cutOff: finalCutOff }),
    directionWords(eventIsGood),
    ...certaintyExcess(atTarget.successProbability, certainty),
  ];
}

function rowsOf(plan: MonitoringPlan, found: Monitoring, eventIsGood: boolean): AnswerRow[] {
  const { atTarget, atAlternative, finalCutOff, now } = found;
  return [
    { label: 'Patients at most', kind: 'count', exact: plan.perArm },
    cutOffRow({ cutOff: finalCutOff, size: plan.perArm }, eventIsGood),
    probabilityRow(CERTAINTY_ERROR_LABEL, atTarget.successProbability, 1 - plan.certainty),
    probabilityRow('Power', atAlternative.successProbability),
    ...[atTarget, atAlternative].flatMap((design) => stopRows(design, 'Stops early')),
    ...(now === undefined
      ? []
      : [probabilityRow(`Predictive probability at ${plan.events} of ${plan.patients}`, now)]),
  ];
}

/**
 * The answer of a plan monitored by the predictive probability of success.
 *
 * @param block the rule as scenarios write it
 * @throws RangeError if not even successes alone are enough at the end
 */
export function monitoringAnswer(
  plan: MonitoringPlan,
  block: { readonly looks: LooksSpec } & Readonly<Record<string, unknown>>,
  found: Monitoring,
): Answer {
  const { perArm, target, certainty, prior } = plan;
  const { atTarget, atAlternative, finalCutOff, now, bounds } = found;
  if (finalCutOff > perArm)
    throw new RangeError(`invalid perArm: ${perArm} (too few: not even ${perArm} successes are enough)`);
  const eventIsGood = plan.alternativeRate > target;
  const { looks, futilityBelow, efficacyAbove, ...claim } = block;
  const success = successWords({ cutOff: finalCutOff, size: perArm }, eventIsGood);
  const high = plan.efficacyAbove === undefined ? '' : ` or above ${percentWords(plan.efficacyAbove)}`;
  return {
    variant: variantOf(plan, found, eventIsGood),
    rows: rowsOf(plan, found, eventIsGood),
    numbers: {
      eventIsGood,
      finalCutOff,
      typeIError: atTarget.successProbability,
      power: atAlternative.successProbability,
      bounds,
      atTarget,
      atAlternative,
      ...(now !== undefined && { predictiveProbability: now }),
    },
    sentence: `The trial succeeds if ${success}; outcomes of ${endpointWords(plan, eventIsGood)} are looked at after ${looksPhrase(lookSizes(looks, perArm))} patients, and it stops early if the predictive probability of success is below ${percentWords(plan.futilityBelow)}${high} (${priorWords(prior)} prior, certainty ${percentWords(certainty)}; exact type I error ${exactPercentWords(atTarget.successProbability, 1 - certainty)} at ${percentWords(target)}, power ${exactPercentWords(atAlternative.successProbability)} at ${percentWords(plan.alternativeRate)}). ${stopSentence(atTarget)}`,
    design: { perArm, interim: [{ predictiveProbability: block }], posterior: claim },
  };
}

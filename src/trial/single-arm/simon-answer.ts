import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointWords } from '../planned-endpoint.ts';
import { directionWords } from './cut-off-words.ts';
import { probabilityRow } from './probability-row.ts';
import type { TestPlan } from './test-answer.ts';
import type { TwoStageDesign } from './two-stage.ts';

/** A plan of two stages: the rates with both errors asked for. */
export interface TwoStagePlan extends TestPlan {
  readonly power: number;
}

function boundRows(design: TwoStageDesign, eventIsGood: boolean): AnswerRow[] {
  const { firstSize, firstAtMost, size, atMost } = design;
  return [
    { label: 'Patients of the first stage', kind: 'count', exact: firstSize },
    eventIsGood
      ? { label: 'It stops at events, at most', kind: 'count', exact: firstAtMost }
      : { label: 'It stops at events, at least', kind: 'count', exact: firstSize - firstAtMost },
    { label: 'Patients in all', kind: 'count', exact: size },
    eventIsGood
      ? { label: 'Success from events, at least', kind: 'count', exact: atMost + 1 }
      : { label: 'Success up to events, at most', kind: 'count', exact: size - atMost - 1 },
  ];
}

function errorRows(design: TwoStageDesign, plan: TwoStagePlan): AnswerRow[] {
  return [
    probabilityRow('Type I error, one-sided', design.typeIError, plan.oneSidedAlpha),
    probabilityRow('Power', design.power, plan.power),
    probabilityRow('Stops after the first stage, null rate', design.stopProbability),
    probabilityRow('Stops after the first stage, planned rate', design.stopProbabilityAtAlternative),
    { label: 'Expected patients, null rate', kind: 'mean', exact: design.expectedSize },
    { label: 'Expected patients, planned rate', kind: 'mean', exact: design.expectedSizeAtAlternative },
  ];
}

/** A two-stage design in a sentence fit for a protocol. */
function simonSentence(design: TwoStageDesign, plan: TwoStagePlan, eventIsGood: boolean): string {
  const { firstSize, firstAtMost, size, atMost } = design;
  const stop = eventIsGood ? `${firstAtMost} or fewer` : `${firstSize - firstAtMost} or more`;
  const success = eventIsGood ? `${atMost + 1} or more` : `${size - atMost - 1} or fewer`;
  return `Simon two-stage design on ${endpointWords(plan, eventIsGood)}: the trial stops after ${firstSize} patients if ${stop} have the event, else goes on to ${size}; a rate of ${percentWords(plan.nullRate)} is rejected if ${success} of these have it (exact one-sided type I error ${exactPercentWords(design.typeIError, plan.oneSidedAlpha)}, power ${exactPercentWords(design.power, plan.power)} if the rate is ${percentWords(plan.alternativeRate)}; at the null rate it stops early with probability ${exactPercentWords(design.stopProbability)} and takes ${design.expectedSize.toFixed(1)} patients on average).`;
}

/** The answer that a two-stage design gives. */
export function simonAnswer(
  plan: TwoStagePlan,
  design: TwoStageDesign,
  variant: readonly string[],
): Answer & { readonly rows: readonly AnswerRow[] } {
  const eventIsGood = plan.alternativeRate > plan.nullRate;
  const { firstSize, firstAtMost, size, atMost } = design;
  const endpoint = endpointBlock(plan, eventIsGood);
  return {
    variant: [
      ...variant,
      `Stops after the first stage if successes ≤ r₁ = ${firstAtMost}; success if successes of all > r = ${atMost}, that is ≥ ${atMost + 1}; no stopping for efficacy.`,
      directionWords(eventIsGood),
    ],
    rows: [...boundRows(design, eventIsGood), ...errorRows(design, plan)],
    numbers: { ...design, eventIsGood },
    sentence: simonSentence(design, plan, eventIsGood),
    design: {
      perArm: size,
      interim: [{ boundary: { ...endpoint, looks: [firstSize], successesAtMost: [firstAtMost] } }],
      successCount: { ...endpoint, nullRate: plan.nullRate, successesAbove: atMost },
    },
  };
}

import { z } from 'zod';
import { count, strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { type AdmissibleDesign, admissibleDesigns } from '../single-arm/admissible-designs.ts';
import { hullTable } from '../single-arm/hull-table.ts';
import { checkPlan, oneSidedAlpha, ratesShape, targetPower } from '../single-arm/plan-shape.ts';
import { simonAnswer } from '../single-arm/simon-answer.ts';
import { MOST_TWO_STAGE_PATIENTS, type SimonFrontier, simonFrontier } from '../single-arm/simon-frontier.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { defineCalculator } from './definition.ts';

const KINDS = ['optimal', 'minimax', 'admissible'] as const;

const meaning = {
  optimal: 'Optimal: the smallest expected number of patients at the null rate.',
  minimax:
    'Minimax: the smallest number of patients, and among these the smallest expected number at the null rate.',
  admissible:
    'Admissible (Jung 2004): every design that is best for some weight q of n against E[N] at the null rate; the figures are of the one of equal weights, q = 0.5.',
};

function chosen({ designs }: SimonFrontier, hull: AdmissibleDesign[], kind: (typeof KINDS)[number]) {
  if (kind === 'minimax') return designs[0];
  if (kind === 'optimal') return designs[designs.length - 1];
  return hull.find(({ weightFrom, weightTo }) => weightFrom <= 0.5 && 0.5 <= weightTo)!.design;
}

export const simon = defineCalculator({
  summary:
    'A single arm in two stages that stops early for futility: optimal, minimax or every admissible design.',
  reference: 'Simon 1989, Control Clin Trials 10:1; Jung 2004, Stat Med 23:561 (admissible designs)',
  parameters: strict({
    ...ratesShape,
    oneSidedAlpha,
    power: targetPower,
    kind: z.enum(KINDS).default('optimal').describe('which of the designs that hold both errors'),
    maximumSize: count(
      `most patients of both stages that the search looks at, up to ${MOST_TWO_STAGE_PATIENTS}`,
      2,
    )
      .max(MOST_TWO_STAGE_PATIENTS)
      .default(200),
    ...endpointShape,
  }).check(checkPlan('nullRate')),
  examples: [
    { nullRate: 0.2, alternativeRate: 0.35 },
    { nullRate: 0.35, alternativeRate: 0.2, kind: 'minimax' },
    { nullRate: 0.1, alternativeRate: 0.3, kind: 'admissible' },
  ],
  solve: (spec) => {
    const rates = successRates(spec.nullRate, spec.alternativeRate);
    const frontier = simonFrontier(rates, spec.oneSidedAlpha, spec.power, spec.maximumSize);
    const hull = admissibleDesigns(frontier.designs);
    const bound = `maximumSize ${spec.maximumSize}`;
    const searched = frontier.isComplete
      ? 'Every two-stage design was searched: no larger one has a smaller expected number.'
      : `The search ended at ${bound}: a larger design may have a smaller expected number.`;
    const answer = simonAnswer(spec, chosen(frontier, hull, spec.kind), [meaning[spec.kind], searched]);
    const { isComplete } = frontier;
    if (spec.kind !== 'admissible') return { ...answer, numbers: { ...answer.numbers, isComplete } };
    return {
      ...answer,
      table: hullTable(hull, spec),
      numbers: { ...answer.numbers, isComplete, admissible: hull },
    };
  },
});

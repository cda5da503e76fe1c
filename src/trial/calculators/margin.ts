import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import {
  disagreementWords,
  hazardRatioMargin,
  type MarginScales,
  marginAtRate,
  marginScales,
} from '../time-margin.ts';
import { type AnswerRow, type AnswerTable, defineCalculator } from './definition.ts';

const USUAL_RATES = [0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98];

const parameters = strict({
  controlRate: interiorProbability('planned event-free probability of the control arm, at one time'),
  hazardRatio: hazardRatioMargin().optional(),
  difference: interiorProbability(
    'how far below the control’s the experimental event-free probability may lie',
  ).optional(),
  leads: z
    .enum(['hazardRatio', 'difference'])
    .optional()
    .describe('which one decides; the hazard ratio, where it is given, unless stated'),
  rates: z
    .array(interiorProbability('a control rate'))
    .optional()
    .describe('control rates at which the margin is looked at'),
}).check(({ value, issues }) => {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  const { hazardRatio, difference, controlRate, leads } = value;
  if (hazardRatio === undefined && difference === undefined)
    fail('missing margin: needs one of hazardRatio, difference', 'hazardRatio');
  if (leads !== undefined && value[leads] === undefined)
    fail(`leads names ${leads}, which is not given`, 'leads');
  if (difference !== undefined && difference >= controlRate)
    fail(
      `${difference} is too large a margin (must be below the control rate, ${controlRate}: no rate could be worse)`,
      'difference',
    );
});

/** The margin at other control rates; a rate below a leading difference has none. */
function atOtherRates(scales: MarginScales, rates: readonly number[]) {
  return rates
    .filter((rate) => scales.leads === 'hazardRatio' || rate > scales.difference)
    .map((controlRate) => ({ controlRate, ...marginAtRate(scales, controlRate) }));
}

function marginRows(
  scales: MarginScales,
  planned: { readonly hazardRatio: number; readonly difference: number },
  controlRate: number,
): AnswerRow[] {
  const { disagreement } = scales;
  return [
    { label: 'Margin as a hazard ratio', kind: 'number', nominal: planned.hazardRatio },
    { label: 'Margin as a difference', kind: 'probability', nominal: planned.difference },
    {
      label: 'Event-free rate at the margin',
      kind: 'probability',
      nominal: controlRate - planned.difference,
    },
    ...(disagreement && scales.leads === 'hazardRatio'
      ? [
          {
            label: 'Hazard ratio that the stated difference is',
            kind: 'number',
            nominal: disagreement.hazardRatioOfDifference,
          } as const,
        ]
      : []),
    ...(disagreement && scales.leads === 'difference'
      ? [
          {
            label: 'Difference that the stated hazard ratio is',
            kind: 'probability',
            nominal: disagreement.differenceOfHazardRatio,
          } as const,
        ]
      : []),
    ...(disagreement?.impliedControlRate === undefined
      ? []
      : [
          {
            label: 'Control rate at which both hold',
            kind: 'probability',
            nominal: disagreement.impliedControlRate,
          } as const,
        ]),
  ];
}

function variantLines(scales: MarginScales): string[] {
  const words = disagreementWords(scales);
  return [
    'HR = ln(S − δ)/ln S: proportional hazards, S the control’s event-free probability at one time.',
    scales.leads === 'hazardRatio'
      ? 'The hazard ratio decides: a better control rate narrows the difference that is allowed.'
      : 'The difference decides: a better control rate widens the hazard ratio that is allowed.',
    ...(words ? [`${words[0].toUpperCase()}${words.slice(1)}.`] : []),
  ];
}

const rateTable = (others: ReturnType<typeof atOtherRates>): AnswerTable => ({
  caption: 'What the margin that decides means at other control rates:',
  columns: ['control rate', 'hazard ratio', 'difference'],
  rows: others.map((other) => [
    percentWords(other.controlRate),
    other.hazardRatio.toFixed(3),
    exactPercentWords(other.difference),
  ]),
});

export const margin = defineCalculator({
  summary:
    'A margin of non-inferiority as hazard ratio and as difference, at the planned and at other control rates.',
  reference: 'Piaggio 2012, JAMA 308:2594',
  parameters,
  examples: [
    { controlRate: 0.85, hazardRatio: 1.52, difference: 0.0765 },
    { controlRate: 0.85, hazardRatio: 1.45, rates: [0.85, 0.946] },
    { controlRate: 0.93, difference: 0.07 },
  ],
  solve: (spec) => {
    const { controlRate, hazardRatio, difference } = spec;
    const leads = spec.leads ?? (hazardRatio === undefined ? 'difference' : 'hazardRatio');
    const scales = marginScales({ hazardRatio, difference, leads }, controlRate);
    const planned = marginAtRate(scales, controlRate);
    const others = atOtherRates(
      scales,
      [...new Set([...(spec.rates ?? USUAL_RATES), controlRate])].sort((a, b) => a - b),
    );
    const failures = (rate: number): string => exactPercentWords(1 - rate);
    return {
      variant: variantLines(scales),
      rows: marginRows(scales, planned, controlRate),
      table: rateTable(others),
      numbers: {
        ...planned,
        leads,
        ...(scales.disagreement && { disagreement: scales.disagreement }),
        atOtherRates: others,
      },
      sentence: `The margin is a hazard ratio of ${planned.hazardRatio.toFixed(3)}: at a control rate of ${percentWords(controlRate)} the experimental arm’s may be down to ${percentWords(Number((controlRate - planned.difference).toPrecision(4)))}, failures of ${failures(controlRate - planned.difference)} in place of ${failures(controlRate)}.`,
    };
  },
});

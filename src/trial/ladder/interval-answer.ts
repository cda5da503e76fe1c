import type { Answer, AnswerTable } from '../calculators/definition.ts';
import { percentWords } from '../percent-words.ts';
import { eliminatesAt } from './elimination.ts';
import { examine } from './examine.ts';
import { examinedAnswer } from './examined-answer.ts';
import { intervalBoundaries, intervalRates } from './interval-boundaries.ts';
import { type IntervalSpec, intervalMethod } from './interval-method.ts';
import type { Examination } from './rates-shape.ts';

/** Counts of toxicities at which a level is left, by the patients treated at it. */
export interface IntervalRow {
  readonly patients: number;
  readonly escalateAtMost: number;
  readonly deescalateAtLeast: number;
  /** Absent where no count gives the level up. */
  readonly eliminateAtLeast?: number;
}

/** The decisions of an interval design, for each number of whole groups at a level. */
export function intervalTable(spec: IntervalSpec): IntervalRow[] {
  const { target, underRate, overRate, groupSize, maximumSize, eliminationCutOff } = spec;
  const { escalate, deescalate } = intervalBoundaries(intervalRates(target, underRate, overRate));
  return Array.from({ length: Math.floor(maximumSize / groupSize) }, (_, group) => {
    const patients = (group + 1) * groupSize;
    const eliminated = eliminatesAt(patients, target, eliminationCutOff);
    return {
      patients,
      escalateAtMost: Math.floor(escalate * patients),
      deescalateAtLeast: Math.min(Math.ceil(deescalate * patients), eliminated ?? Infinity),
      ...(eliminated !== undefined && { eliminateAtLeast: eliminated }),
    };
  });
}

function shownTable(table: readonly IntervalRow[]): AnswerTable {
  return {
    caption:
      'Toxicities among the patients treated at a level at which the next group goes up, goes down, or the level is given up with all above it:',
    columns: ['patients', 'up', 'down', 'given up'],
    rows: table.map(({ patients, escalateAtMost, deescalateAtLeast, eliminateAtLeast }) => [
      String(patients),
      `≤ ${escalateAtMost}`,
      `≥ ${deescalateAtLeast}`,
      eliminateAtLeast === undefined ? '–' : `≥ ${eliminateAtLeast}`,
    ]),
  };
}

/** Answers where an interval design goes up and down, and what it does at true rates, where they are given. */
export function answerInterval(
  spec: IntervalSpec & Omit<Examination, 'rates'> & { readonly rates?: readonly number[] | undefined },
): Answer {
  const { target, rates, groupSize, maximumSize, eliminationCutOff } = spec;
  const stated = intervalRates(target, spec.underRate, spec.overRate);
  const { escalate, deescalate } = intervalBoundaries(stated);
  const table = intervalTable(spec);
  const examined =
    rates &&
    examinedAnswer(examine(intervalMethod(spec, rates.length), { ...spec, rates }, target), rates, target);
  return {
    variant: [
      `Boundaries between ${percentWords(stated.underRate)} and ${percentWords(target)}, and between that and ${percentWords(stated.overRate)}; both included.`,
      `A level and all above it are given up, from three patients on, once P(rate above ${percentWords(target)} | data) > ${percentWords(eliminationCutOff)}, with a Beta(1, 1) prior; if that is the lowest, the trial stops.`,
      'The level recommended is nearest to the target by isotonic regression of the levels treated.',
      ...(examined ? [examined.variant] : []),
    ],
    rows: [
      { label: 'Up at a share of toxicities of at most', kind: 'number', exact: escalate },
      { label: 'Down at a share of at least', kind: 'number', exact: deescalate },
      ...(examined?.rows ?? []),
    ],
    table: shownTable(table),
    numbers: { escalate, deescalate, table, ...(examined && { characteristics: examined.numbers }) },
    sentence: [
      `Groups of ${groupSize}, ${maximumSize} patients at most, follow a Bayesian optimal interval design with a target of ${percentWords(target)}: the next group is treated one level up if the share of toxicities at the present level is at most ${escalate.toFixed(3)}, one level down if it is at least ${deescalate.toFixed(3)}, else at the same level.`,
      ...(examined ? [examined.sentence] : []),
    ].join(' '),
  };
}

import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Answer, AnswerRow, AnswerTable } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { rejectionProbability } from '../rejection-region.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { claimBlock, sizeWords } from '../two-arm/answer-words.ts';
import { directionOf, questionEndpoint } from '../two-arm/question.ts';
import { sizeBlock } from '../two-arm/size-block.ts';
import { testPhrase } from '../two-arm/test-phrase.ts';
import { controlRange, type ThresholdQuestion, thresholdPlan } from './threshold-question.ts';
import { type LevelCharacteristics, type TwoArmThreshold, twoArmThreshold } from './two-arm-threshold.ts';

/** Control rates in the table beside the planned one. */
const TABLE_RATES = 7;

/** What an answer is made of. */
interface Found extends TwoArmThreshold {
  readonly question: ThresholdQuestion;
  /** A rate of success as one of the event, and back. */
  readonly ofEvent: (rate: number) => number;
}

const scoreOf = ({ alpha }: LevelCharacteristics, { level }: ThresholdQuestion): number =>
  -normalQuantile(alpha / level.sides);

/** Three decimals of a percentage of a rate that was searched. */
const rateWords = (rate: number): string => percentWords(Number(rate.toFixed(3)));

const sidesWords = ({ level }: ThresholdQuestion): string => (level.sides === 1 ? 'one-sided' : 'two-sided');

function rows({ question, nominal, held, ofEvent }: Found): AnswerRow[] {
  const worst = ({ worst: { controlRate } }: LevelCharacteristics): string => rateWords(ofEvent(controlRate));
  const { typeIError } = question;
  const of = (found: LevelCharacteristics, at: string): AnswerRow[] => [
    {
      label: `${at} level of ${percentWords(found.alpha)}, ${sidesWords(question)}: normal score`,
      kind: 'number',
      exact: scoreOf(found, question),
    },
    {
      label: '… type I error at the planned rate',
      kind: 'probability',
      nominal: typeIError,
      exact: found.typeIError,
    },
    {
      label: `… worst type I error, at a control rate of ${worst(found)}`,
      kind: 'probability',
      nominal: typeIError,
      exact: found.worst.typeIError,
    },
    { label: '… power at the plan', kind: 'probability', exact: found.power },
  ];
  return [...of(nominal, 'Nominal'), ...of(held, 'Held by a')];
}

/** Type I errors of both levels over the range. */
function rateTable({ question, nominal, held, ofEvent }: Found): AnswerTable {
  const [from, to] = controlRange(question);
  const even = Array.from({ length: TABLE_RATES }, (_, i) => from + ((to - from) * i) / (TABLE_RATES - 1));
  const rates = [...new Set([...even.map((rate) => Number(rate.toPrecision(6))), question.controlRate])];
  const { margin } = question;
  const at = ({ region }: LevelCharacteristics, rate: number): string => {
    const success = ofEvent(rate);
    return exactPercentWords(rejectionProbability(region, success, Math.max(0, success - margin)));
  };
  return {
    caption: `Exact type I error${margin > 0 ? ' at the margin' : ''} by the control rate:`,
    columns: ['control rate', `at ${percentWords(nominal.alpha)}`, `at ${percentWords(held.alpha)}`],
    rows: rates.sort((a, b) => a - b).map((rate) => [rateWords(rate), at(nominal, rate), at(held, rate)]),
  };
}

function variant({ question, nominal, held }: Found): string[] {
  const { label, summary, summaryWithoutMargin, reference } = tests[question.test] as TwoArmTest;
  const words = question.margin > 0 ? summary : (summaryWithoutMargin ?? summary);
  const [from, to] = controlRange(question);
  return [
    `${label[0].toUpperCase()}${label.slice(1)}: ${words} ${reference}.`,
    directionOf(question),
    `Type I error: the experimental rate ${question.margin > 0 ? 'at the margin' : 'equal to the control’s'}, at every control rate from ${rateWords(from)} to ${rateWords(to)}; all pairs of counts enumerated.`,
    'The level is the largest, to the fourth digit of the type I error, whose worst case is within it.',
    ...(question.level.sides === 2
      ? ['Two-sided; only a better experimental arm passes, and the type I error is that of its side.']
      : []),
    ...(held.alpha > nominal.alpha
      ? [`The nominal ${percentWords(nominal.alpha)} holds already: the test is cautious at these sizes.`]
      : []),
  ];
}

function sentence({ question, nominal, held, ofEvent }: Found): string {
  const [from, to] = controlRange(question);
  const phrase = testPhrase(tests[question.test].label);
  return [
    `With ${sizeWords([held.region.controlSize, held.region.experimentalSize])}, ${phrase} at a ${sidesWords(question)} level of ${percentWords(held.alpha)} (normal score`,
    `${scoreOf(held, question).toFixed(4)}) has an exact type I error of at most ${exactPercentWords(held.worst.typeIError, question.typeIError)}`,
    `for control rates from ${rateWords(from)} to ${rateWords(to)}, and ${exactPercentWords(held.power)} power if the rates are`,
    `${percentWords(question.controlRate)} (control) and ${percentWords(question.experimentalRate)} (experimental); at the nominal`,
    `${percentWords(nominal.alpha)} it is ${exactPercentWords(nominal.typeIError)} at the planned control rate, up to ${exactPercentWords(nominal.worst.typeIError)} at ${rateWords(ofEvent(nominal.worst.controlRate))}, with ${exactPercentWords(nominal.power)} power.`,
  ].join(' ');
}

const numbersOf = (found: LevelCharacteristics, { question, ofEvent }: Found) => ({
  alpha: found.alpha,
  normalScore: scoreOf(found, question),
  power: found.power,
  typeIError: found.typeIError,
  worstTypeIError: found.worst.typeIError,
  worstControlRate: ofEvent(found.worst.controlRate),
});

/**
 * Answers which level of a test of two arms holds a type I error over a range of control rates, and what that costs.
 *
 * @throws RangeError if no level does
 */
export function answerThreshold(question: ThresholdQuestion): Answer {
  const plan = thresholdPlan(question);
  const { eventIsGood } = questionEndpoint(question);
  const ofEvent = (rate: number): number => (eventIsGood ? rate : 1 - rate);
  const found: Found = {
    question,
    ofEvent,
    ...twoArmThreshold(tests[question.test] as TwoArmTest, plan, question.typeIError),
  };
  const { alpha } = found.held;
  return {
    variant: variant(found),
    rows: rows(found),
    table: rateTable(found),
    numbers: {
      controlSize: plan.sizes[0],
      experimentalSize: plan.sizes[1],
      controlRange: controlRange(question),
      nominal: numbersOf(found.nominal, found),
      held: numbersOf(found.held, found),
    },
    sentence: sentence(found),
    design: {
      ...sizeBlock(plan.sizes, question.allocation),
      ...claimBlock({ ...question, level: { ...question.level, alpha } }),
    },
  };
}

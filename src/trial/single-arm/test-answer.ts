import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointWords, type PlannedEndpoint } from '../planned-endpoint.ts';
import { tests } from '../tests/index.ts';
import {
  conventionWords,
  cutOffRow,
  directionWords,
  oneStageNumbers,
  successWords,
} from './cut-off-words.ts';
import { cutOffOf, type OneStageDesign, oneStageDesign } from './one-stage.ts';
import { probabilityRow } from './probability-row.ts';
import { type SuccessRates, successRates } from './success-rates.ts';

/** Tests of one arm against a fixed rate. */
export type OneArmTestName = 'exactBinomial' | 'normalApproximation';

/** What a plan of one arm tested against a fixed rate holds. */
export interface TestPlan extends PlannedEndpoint {
  readonly nullRate: number;
  readonly alternativeRate: number;
  readonly oneSidedAlpha: number;
}

/**
 * The design that a test makes of so many patients.
 *
 * @throws RangeError if not even successes alone reject
 */
export function testedDesign(
  name: OneArmTestName,
  rates: SuccessRates,
  oneSidedAlpha: number,
  size: number,
): OneStageDesign {
  const cutOff = cutOffOf(tests[name].create(rates.nullSuccess, oneSidedAlpha), size);
  if (cutOff > size)
    throw new RangeError(
      `invalid perArm: ${size} (too few: not even ${size} successes reject at ${oneSidedAlpha})`,
    );
  return oneStageDesign(size, cutOff, rates);
}

/** What was asked for, or what a formula says, beside the exact values. */
export interface Nominal {
  readonly size?: number;
  readonly power?: number;
}

/** What the test does, in a sentence fit for a protocol. */
function testSentence(
  name: OneArmTestName,
  plan: TestPlan,
  design: OneStageDesign,
  eventIsGood: boolean,
): string {
  return `A rate of ${endpointWords(plan, eventIsGood)} of ${percentWords(plan.nullRate)} or ${eventIsGood ? 'less' : 'more'} is rejected if ${successWords(design, eventIsGood)} (${tests[name].label}; exact one-sided type I error ${exactPercentWords(design.typeIError, plan.oneSidedAlpha)}, power ${exactPercentWords(design.power)} if the rate is ${percentWords(plan.alternativeRate)}).`;
}

/** The answer that a test of one arm has in common: cut-off, errors, sentence and design block. */
export function testAnswer(
  name: OneArmTestName,
  plan: TestPlan,
  design: OneStageDesign,
  nominal: Nominal,
  variant: readonly string[],
): Answer & { readonly design: NonNullable<Answer['design']>; readonly rows: AnswerRow[] } {
  const { nullRate, alternativeRate, oneSidedAlpha } = plan;
  const { eventIsGood } = successRates(nullRate, alternativeRate);
  const excess =
    design.typeIError > oneSidedAlpha
      ? [`The exact type I error is above the nominal ${percentWords(oneSidedAlpha)}.`]
      : [];
  return {
    variant: [...variant, conventionWords(design), directionWords(eventIsGood), ...excess],
    rows: [
      {
        label: 'Patients',
        kind: 'count',
        ...(nominal.size && { nominal: nominal.size }),
        exact: design.size,
      },
      cutOffRow(design, eventIsGood),
      probabilityRow('Type I error, one-sided', design.typeIError, oneSidedAlpha),
      probabilityRow('Power', design.power, nominal.power),
    ],
    numbers: oneStageNumbers(design, eventIsGood),
    sentence: testSentence(name, plan, design, eventIsGood),
    design: {
      perArm: design.size,
      singleArm: { ...endpointBlock(plan, eventIsGood), nullRate, oneSidedAlpha, test: name },
    },
  };
}

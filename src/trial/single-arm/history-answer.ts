import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointWords, type PlannedEndpoint } from '../planned-endpoint.ts';
import { tests } from '../tests/index.ts';
import { priorWords } from './beta-rule.ts';
import { CERTAINTY_ERROR_LABEL, CERTAINTY_IS_NOT_A_LEVEL } from './certainty-words.ts';
import { conventionWords, directionWords, successWords } from './cut-off-words.ts';
import { type History, typeIErrorOverHistory } from './history.ts';
import { cutOffOf, type OneStageDesign, oneStageDesign } from './one-stage.ts';
import { type SizePlan, sizeWords } from './planned-size.ts';
import { probabilityRow } from './probability-row.ts';
import { sizeNumbers, sizeRows } from './size-rows.ts';
import type { SizesOfPower } from './sizes-of-power.ts';
import type { SuccessRates } from './success-rates.ts';

/** A plan of one arm against an earlier series. */
export interface HistoryPlan extends SizePlan, PlannedEndpoint {
  readonly alternativeRate: number;
  readonly certainty: number;
}

/** Type I errors of one design: with the earlier rate as observed, and over what the series leaves open. */
interface HistoryErrors {
  readonly atObserved: number;
  readonly overHistory: number;
}

const errorsOf = (design: OneStageDesign, history: History): HistoryErrors => ({
  atObserved: design.typeIError,
  overHistory: typeIErrorOverHistory(design, history),
});

/** The exact binomial test that takes the earlier rate for certain, of the same size at the same level. */
function fixedNullDesign(size: number, level: number, rates: SuccessRates): OneStageDesign {
  return oneStageDesign(size, cutOffOf(tests.exactBinomial.create(rates.nullSuccess, level), size), rates);
}

const errorRows = (prefix: string, errors: HistoryErrors, nominal: number): AnswerRow[] => [
  probabilityRow(`${prefix} at the earlier rate`, errors.atObserved, nominal),
  probabilityRow(`${prefix} over the earlier series`, errors.overHistory, nominal),
];

/** A sentence where the type I error is above 1 − certainty in one way or both, else none. */
function historyExcess({ atObserved, overHistory }: HistoryErrors, certainty: number): string[] {
  const where = [
    ...(atObserved > 1 - certainty ? ['at the earlier rate'] : []),
    ...(overHistory > 1 - certainty ? ['over the earlier series'] : []),
  ];
  return where.length > 0 ? [`The exact type I error is above 1 − certainty ${where.join(' and ')}.`] : [];
}

/** How much better the new rate is to be, in words. */
const betterWords = (margin: number): string =>
  margin === 0
    ? 'better than'
    : `less than ${Number((100 * margin).toPrecision(6))} percentage points worse than`;

/** The design in a sentence fit for a protocol. */
function historySentence(
  plan: HistoryPlan,
  { events, patients, margin, prior, eventIsGood }: History,
  design: OneStageDesign,
  { own, fixed }: { readonly own: HistoryErrors; readonly fixed: HistoryErrors },
): string {
  const [errorWords, fixedWords] = [own, fixed].map(({ overHistory }) =>
    exactPercentWords(overHistory, 1 - plan.certainty),
  );
  const contrast =
    fixedWords === errorWords ? '' : `, where a test that takes that rate for certain has ${fixedWords}`;
  return `The trial succeeds if ${successWords(design, eventIsGood)}, so that the rate of ${endpointWords(plan, eventIsGood)} is ${betterWords(margin)} that of the earlier ${events} of ${patients} with a posterior probability of at least ${percentWords(plan.certainty)} (${priorWords(prior)} priors; type I error ${errorWords} over the uncertainty of the earlier rate${contrast}; power ${exactPercentWords(design.power)} at ${percentWords(plan.alternativeRate)}).`;
}

/** What decides, and what the type I errors mean. */
function variantOf(
  plan: HistoryPlan,
  { margin, prior, eventIsGood }: History,
  sizes: SizesOfPower,
  own: HistoryErrors,
): string[] {
  return [
    `Success if P(rate ${betterWords(margin)} the earlier one | both series) ≥ ${percentWords(plan.certainty)}, each rate with a ${priorWords(prior)} prior.`,
    CERTAINTY_IS_NOT_A_LEVEL,
    'Type I errors are at a rate that is just not better: with the earlier rate as observed, and as a mean over what the earlier series leaves open of it.',
    'Fixed null: the exact binomial test of the same size and level that takes the observed earlier rate for certain.',
    sizeWords(plan, sizes),
    conventionWords(sizes.smallest),
    directionWords(eventIsGood),
    ...historyExcess(own, plan.certainty),
  ];
}

/** The answer of a single arm against an earlier series. */
export function historyAnswer(
  plan: HistoryPlan,
  history: History,
  rates: SuccessRates,
  sizes: SizesOfPower,
): Answer {
  const { events, patients, margin, prior, eventIsGood } = history;
  const { certainty } = plan;
  const design = sizes.smallest;
  const level = 1 - certainty;
  const fixedNull = fixedNullDesign(design.size, level, rates);
  const [own, fixed] = [errorsOf(design, history), errorsOf(fixedNull, history)];
  return {
    variant: variantOf(plan, history, sizes, own),
    rows: [
      ...sizeRows(sizes, eventIsGood, errorRows(CERTAINTY_ERROR_LABEL, own, level), plan),
      ...errorRows('Fixed null, type I error', fixed, level),
    ],
    numbers: {
      ...sizeNumbers(sizes, eventIsGood),
      typeIErrorOverHistory: own.overHistory,
      fixedNull: { ...fixedNull, typeIErrorOverHistory: fixed.overHistory },
    },
    sentence: historySentence(plan, history, design, { own, fixed }),
    design: {
      perArm: design.size,
      historicalControl: {
        ...endpointBlock(plan, eventIsGood),
        events,
        patients,
        ...(margin > 0 && { margin }),
        prior,
        certainty,
      },
    },
  };
}

import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { percentWords } from '../percent-words.ts';
import { armsOf } from '../sample-size/exact-power-of-plan.ts';
import { sizeFormula } from '../sample-size/size-formula.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { claimBlock, powerVariant, protocolSentence, sizeVariant, testVariant } from './answer-words.ts';
import { type OperatingCharacteristics, operatingCharacteristics } from './operating-characteristics.ts';
import { type PlannedSizes, plannedSizes } from './planned-sizes.ts';
import { questionEndpoint, successPlan, type TwoArmQuestion } from './question.ts';
import { sizeBlock } from './size-block.ts';

const DEFAULT_POWER = 0.8;

function sizeRows({ allocation }: TwoArmQuestion, sizes: PlannedSizes): AnswerRow[] {
  const unit = allocation === 1 ? 'Patients per arm' : 'Control patients';
  const [, experimental] = armsOf(sizes.smallest, allocation);
  const [, byFormula] = armsOf(sizes.rounded, allocation);
  return [
    { label: unit, kind: 'count', nominal: sizes.rounded, exact: sizes.smallest },
    ...(allocation === 1
      ? []
      : [
          { label: 'Experimental patients', kind: 'count', nominal: byFormula, exact: experimental } as const,
        ]),
    ...(sizes.lasting === undefined
      ? []
      : [{ label: `${unit} from which power stays`, kind: 'count', exact: sizes.lasting } as const]),
  ];
}

function errorRows(nominal: number, found: OperatingCharacteristics, worstRate: number): AnswerRow[] {
  return [
    { label: 'Type I error at the planned rate', kind: 'probability', nominal, exact: found.typeIError },
    {
      label: `Worst type I error, at a control rate of ${percentWords(Number(worstRate.toFixed(3)))}`,
      kind: 'probability',
      nominal,
      exact: found.worst.typeIError,
    },
  ];
}

/** Every number of the answer by name. */
function numbersOf(
  [controlSize, experimentalSize]: readonly [number, number],
  { power, typeIError, worst }: OperatingCharacteristics,
  nominalPower: number,
  worstControlRate: number,
  sizes: PlannedSizes | undefined,
): Record<string, number> {
  return {
    controlSize,
    experimentalSize,
    power,
    nominalPower,
    typeIError,
    worstTypeIError: worst.typeIError,
    worstControlRate,
    ...(sizes && {
      smallest: sizes.smallest,
      ...(sizes.lasting !== undefined && { lasting: sizes.lasting }),
      searchedFrom: sizes.searchedFrom,
      horizon: sizes.horizon,
      formulaSize: sizes.rounded,
      unroundedFormulaSize: sizes.formula,
      powerAtFormulaSize: sizes.powerAtRounded,
    }),
  };
}

/** Power at the size found, and at the formula's. */
function powerRows(nominal: number, exact: number, sizes: PlannedSizes | undefined): AnswerRow[] {
  const row: AnswerRow = { label: 'Power', kind: 'probability', nominal, exact };
  if (!sizes) return [row];
  const label = `Power at the formula’s ${sizes.rounded}`;
  return [row, { label, kind: 'probability', nominal, exact: sizes.powerAtRounded }];
}

/**
 * Answers a question about two arms: sizes for a power, or the power of a size; nominal beside exact.
 *
 * @throws RangeError if no size will do
 */
export function answerQuestion(question: TwoArmQuestion): Answer {
  const test = tests[question.test] as TwoArmTest;
  const { margin, level, allocation, perArm } = question;
  const rejects = test.create(margin, level);
  const plan = successPlan(question);
  const target = question.power ?? DEFAULT_POWER;
  const sizes = perArm === undefined ? plannedSizes(question, test, rejects, target) : undefined;
  const arms = armsOf(sizes?.smallest ?? perArm!, allocation);
  const found = operatingCharacteristics(test, rejects, plan, arms);
  const nominalPower = sizes ? target : sizeFormula(question.test, margin).power(plan, arms[0]);
  const { eventIsGood } = questionEndpoint(question);
  const worstRate = eventIsGood ? found.worst.controlRate : 1 - found.worst.controlRate;
  return {
    variant: [
      ...testVariant(question, found),
      ...(sizes ? sizeVariant(question, sizes) : [powerVariant(question)]),
    ],
    rows: [
      ...(sizes ? sizeRows(question, sizes) : []),
      ...powerRows(nominalPower, found.power, sizes),
      ...errorRows(level.alpha / level.sides, found, worstRate),
    ],
    numbers: numbersOf(arms, found, nominalPower, worstRate, sizes),
    sentence: protocolSentence(question, arms, found),
    design: { ...sizeBlock(arms, allocation), ...claimBlock(question) },
  };
}

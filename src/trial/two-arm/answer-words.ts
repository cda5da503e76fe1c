import { claims } from '../claims/index.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock } from '../planned-endpoint.ts';
import { MOST_CONTROL_PATIENTS } from '../sample-size/exact-sizes.ts';
import { sizeFormula } from '../sample-size/size-formula.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import type { OperatingCharacteristics } from './operating-characteristics.ts';
import type { PlannedSizes } from './planned-sizes.ts';
import { directionOf, questionEndpoint, type TwoArmQuestion } from './question.ts';
import { testPhrase } from './test-phrase.ts';

/** The claim of a question as a design writes it, by its name. */
export function claimBlock(question: TwoArmQuestion): Record<string, unknown> {
  const { margin, level, test } = question;
  const endpoint = endpointBlock(question, questionEndpoint(question).eventIsGood);
  return margin > 0
    ? { nonInferiority: { ...endpoint, margin, oneSidedAlpha: level.alpha, test } }
    : { superiority: { ...endpoint, twoSidedAlpha: level.alpha, test } };
}

/** Whether the test is one of strata; a question has one. */
const isOfStrata = ({ test }: TwoArmQuestion): boolean =>
  (tests[test] as TwoArmTest).createByStratum !== undefined;

/** `175 patients per arm (350 in all)`. */
export function sizeWords([control, experimental]: readonly [number, number]): string {
  const total = control + experimental;
  return control === experimental
    ? `${control} patients per arm (${total} in all)`
    : `${control} control and ${experimental} experimental patients (${total} in all)`;
}

/** A sentence fit for a protocol. */
export function protocolSentence(
  question: TwoArmQuestion,
  sizes: readonly [number, number],
  { power, typeIError, worst }: OperatingCharacteristics,
): string {
  const [[name, parameters]] = Object.entries(claimBlock(question));
  const claim = claims[name as 'nonInferiority' | 'superiority'].create(parameters);
  const { alpha, sides } = question.level;
  return [
    `With ${sizeWords(sizes)}, ${testPhrase(tests[question.test].label)}${isOfStrata(question) ? ' of one stratum, where it is the Wald test,' : ''} at a`,
    `${sides === 1 ? 'one' : 'two'}-sided level of ${percentWords(alpha)} has ${exactPercentWords(power)} power to show`,
    `${claim.sentence}, if the rates are ${percentWords(question.controlRate)} (control) and`,
    `${percentWords(question.experimentalRate)} (experimental); the exact type I error${sides === 1 ? '' : ', on the better side,'} is ${exactPercentWords(typeIError, alpha / sides)} at the`,
    `planned control rate and at most ${exactPercentWords(worst.typeIError, alpha / sides)} at any.`,
  ].join(' ');
}

/** How the sizes were found. */
export function sizeVariant({ test, margin }: TwoArmQuestion, sizes: PlannedSizes): string[] {
  const { label, reference } = sizeFormula(test, margin);
  const { smallest, lasting, searchedFrom, horizon } = sizes;
  const stays =
    lasting === undefined
      ? `the search ended at ${horizon}, where the power is below the target again`
      : `from ${lasting} on every size up to ${horizon}, where the search ended, has it`;
  return [
    `Nominal size: closed formula, ${label} (${reference}), rounded up.`,
    `Exact size: the smallest whose exact power reaches the target, tried one by one from ${searchedFrom} (half the formula’s) and at most to ${MOST_CONTROL_PATIENTS}; power is not monotone in it: ${stays}.`,
    ...(smallest === searchedFrom && searchedFrom > 1
      ? ['The first size tried has the power already: a smaller one, not tried, may have it too.']
      : []),
  ];
}

/** Which formula the power of a stated size is by. */
export function powerVariant({ test, margin }: TwoArmQuestion): string {
  const { label, reference } = sizeFormula(test, margin);
  return `Nominal power: closed formula, ${label} (${reference}).`;
}

/** What the test is and which errors are given. */
export function testVariant(question: TwoArmQuestion, found: OperatingCharacteristics): string[] {
  const { label, summary, summaryWithoutMargin, reference } = tests[question.test] as TwoArmTest;
  const words = question.margin > 0 ? summary : (summaryWithoutMargin ?? summary);
  const { alpha, sides } = question.level;
  const nominal = alpha / sides;
  const above =
    found.typeIError > nominal
      ? 'already at the planned control rate'
      : found.worst.typeIError > nominal
        ? 'at some control rates'
        : '';
  return [
    `${label[0].toUpperCase()}${label.slice(1)}: ${words} ${reference}.`,
    ...(isOfStrata(question)
      ? [
          'There is one stratum here, in which it is the Wald test; strata of the randomisation need a scenario.',
        ]
      : []),
    directionOf(question),
    ...(sides === 2
      ? [`Two-sided; only a better experimental arm passes, so that its side has ${percentWords(nominal)}.`]
      : []),
    `Type I error: the experimental rate ${question.margin > 0 ? 'at the margin' : 'equal to the control’s'}, with the control at its planned rate, and the largest over all control rates.`,
    ...(above ? [`The exact type I error is above the nominal ${percentWords(nominal)} ${above}.`] : []),
  ];
}

import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Answer, AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { waldSize } from '../sample-size/wald.ts';
import { anyReaches, dunnettBound, sharedCorrelation } from './dunnett-bound.ts';

/** Arms against one control; sizes where both rates are given. */
export interface DunnettQuestion {
  readonly arms: number;
  readonly oneSidedAlpha: number;
  readonly allocation: number;
  readonly power: number;
  readonly controlRate?: number | undefined;
  readonly experimentalRate?: number | undefined;
}

/** Sizes with what they come to, all by the normal approximation. */
interface DunnettSizes {
  readonly controlSize: number;
  readonly experimentalSize: number;
  readonly totalSize: number;
  readonly powerOfEach: number;
  readonly powerOfAny: number;
}

/** Sizes for the power of each comparison. */
function sizesFor(question: DunnettQuestion, levelOfEach: number): DunnettSizes | undefined {
  const { arms, allocation, power, controlRate: control, experimentalRate: other } = question;
  if (control === undefined || other === undefined) return undefined;
  // A normal score knows no better side: of two rates the higher is the experimental
  const [controlRate, experimentalRate] = other > control ? [control, other] : [1 - control, 1 - other];
  const level = { alpha: levelOfEach, sides: 1 } as const;
  const plan = { controlRate, experimentalRate, margin: 0, level, allocation };
  const controlSize = Math.ceil(waldSize.size(plan, power));
  const experimentalSize = Math.ceil(controlSize * allocation);
  const ofControl = (controlRate * (1 - controlRate)) / controlSize;
  const variance = ofControl + (experimentalRate * (1 - experimentalRate)) / experimentalSize;
  const drift = (experimentalRate - controlRate) / Math.sqrt(variance);
  const bound = -normalQuantile(levelOfEach);
  return {
    controlSize,
    experimentalSize,
    totalSize: controlSize + arms * experimentalSize,
    powerOfEach: normalCdf(drift - bound),
    powerOfAny: anyReaches(bound, arms, ofControl / variance, drift),
  };
}

function sizeRows({
  controlSize,
  experimentalSize,
  totalSize,
  powerOfEach,
  powerOfAny,
}: DunnettSizes): AnswerRow[] {
  return [
    { label: 'Patients, control', kind: 'count', nominal: controlSize },
    { label: 'Patients, each experimental arm', kind: 'count', nominal: experimentalSize },
    { label: 'Patients in all', kind: 'count', nominal: totalSize },
    { label: 'Power of each comparison', kind: 'probability', nominal: powerOfEach },
    { label: 'Power of at least one', kind: 'probability', nominal: powerOfAny },
  ];
}

const sizeSentence = (
  { controlRate, experimentalRate }: DunnettQuestion,
  { controlSize, experimentalSize, powerOfEach }: DunnettSizes,
): string =>
  ` With ${controlSize} patients in the control and ${experimentalSize} in each experimental arm, each comparison has ${exactPercentWords(powerOfEach)} power, by the normal approximation, if the rates are ${percentWords(controlRate!)} (control) and ${percentWords(experimentalRate!)} (experimental).`;

/** Answers which bound holds a level over several arms against one control. */
export function answerDunnett(question: DunnettQuestion): Answer {
  const { arms, oneSidedAlpha, allocation, power } = question;
  const bound = dunnettBound(arms, oneSidedAlpha, allocation);
  const levelOfEach = normalCdf(-bound);
  const bonferroni = -normalQuantile(oneSidedAlpha / arms);
  const unadjusted = -normalQuantile(oneSidedAlpha);
  // ((c + z_β)/(z_α + z_β))²
  const ratio = (bound + normalQuantile(power)) / (unadjusted + normalQuantile(power));
  const sizeFactor = ratio * ratio;
  const correlation = sharedCorrelation(allocation);
  const withoutAdjustment = anyReaches(unadjusted, arms, correlation);
  const sizes = sizesFor(question, levelOfEach);
  return {
    variant: [
      `Scores of ${arms} comparisons with one control, normal, with a correlation of ${Number(correlation.toPrecision(4))}; one-sided, all hypotheses true at once.`,
      `Sizes grow by the factor at ${percentWords(power)} power of each comparison, whatever the test, so far as its score is normal.`,
      ...(sizes ? ['Sizes and powers by the unpooled normal approximation, superiority.'] : []),
    ],
    rows: [
      { label: 'Normal score for each comparison', kind: 'number', exact: bound },
      { label: '… by Bonferroni', kind: 'number', exact: bonferroni },
      { label: 'One-sided level of each comparison', kind: 'probability', exact: levelOfEach },
      { label: 'Level of all without adjustment', kind: 'probability', exact: withoutAdjustment },
      { label: 'Factor on the size of an unadjusted comparison', kind: 'number', exact: sizeFactor },
      ...(sizes ? sizeRows(sizes) : []),
    ],
    numbers: {
      normalScore: bound,
      levelOfEach,
      bonferroniScore: bonferroni,
      unadjustedLevel: withoutAdjustment,
      correlation,
      sizeFactor,
      ...sizes,
    },
    sentence: `Each of ${arms} experimental arms is compared with the control at a one-sided level of ${exactPercentWords(levelOfEach)} (normal score ${bound.toFixed(4)}, Dunnett), which holds a familywise level of ${percentWords(oneSidedAlpha)}.${sizes ? sizeSentence(question, sizes) : ''}`,
  };
}

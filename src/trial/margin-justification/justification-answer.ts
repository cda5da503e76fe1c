import type { Answer, AnswerRow, AnswerTable } from '../calculators/definition.ts';
import { percentWords } from '../percent-words.ts';
import { differenceOfHazardRatio, hazardRatioOfDifference } from '../time-margin.ts';
import {
  type EarlierComparison,
  retainedShare,
  type TreatmentEffect,
  treatmentEffect,
} from './treatment-effect.ts';
import { type TwoMethods, twoMethods } from './two-methods.ts';

/** What is asked of a margin: it, or what of the effect must be retained. */
export interface JustificationQuestion extends EarlierComparison {
  /** As a difference. */
  readonly margin?: number | undefined;
  readonly hazardRatio?: number | undefined;
  readonly retained?: number | undefined;
  /** Patients in each arm of the planned trial. */
  readonly perArm?: number | undefined;
}

/** A margin on both scales, with what it leaves of the effect on each. */
interface JudgedMargin {
  readonly difference: number;
  readonly hazardRatio: number;
  readonly retainedOfDifference: number;
  readonly retainedOfLogHazardRatio: number;
  /** The same of the effects' lower limits, where these are above 0. */
  readonly retainedOfLowerDifference?: number;
  readonly retainedOfLowerLogHazardRatio?: number;
}

/** Differences that the table shows. */
const USUAL_MARGINS = [0.03, 0.05, 0.07, 0.1];

function judge(difference: number, controlRate: number, effect: TreatmentEffect): JudgedMargin {
  const hazardRatio = hazardRatioOfDifference(controlRate, difference);
  const [low, lowRatio] = [effect.difference.lowerLimit ?? 0, effect.logHazardRatio.lowerLimit ?? 0];
  return {
    difference,
    hazardRatio,
    retainedOfDifference: retainedShare(difference, effect.difference.effect),
    retainedOfLogHazardRatio: retainedShare(Math.log(hazardRatio), effect.logHazardRatio.effect),
    ...(low > 0 && { retainedOfLowerDifference: retainedShare(difference, low) }),
    ...(lowRatio > 0 && { retainedOfLowerLogHazardRatio: retainedShare(Math.log(hazardRatio), lowRatio) }),
  };
}

/** The margin as a difference at the control rate: as asked, or so much of the difference as may be lost. */
function askedMargin(question: JustificationQuestion, effect: TreatmentEffect): number {
  const { margin, hazardRatio, retained, controlRate } = question;
  if (margin !== undefined) return margin;
  if (hazardRatio !== undefined) return differenceOfHazardRatio(controlRate, hazardRatio);
  return (1 - retained!) * effect.difference.effect;
}

/** A share in a row: no probability where a margin is larger than the effect. */
const shareRow = (label: string, share: number): AnswerRow => ({
  label,
  kind: share >= 0 ? 'probability' : 'number',
  nominal: share,
});

/** Less is shown as none. */
const LEAST_SHARE = 5e-4;

/** `63.2 %`, or `none` of an effect that the margin gives up whole. */
const shareWords = (share: number | undefined): string =>
  share === undefined ? '–' : share >= LEAST_SHARE ? percentWords(Number(share.toFixed(3))) : 'none';

const pointWords = (difference: number): string =>
  `${Number((100 * difference).toPrecision(4))} percentage points`;

function effectRows({ difference, logHazardRatio }: TreatmentEffect): AnswerRow[] {
  const [low, lowRatio] = [difference.lowerLimit, logHazardRatio.lowerLimit];
  return [
    {
      label: 'Effect of the treatment, difference',
      kind: 'number',
      nominal: difference.effect,
      ...(low !== undefined && { low, high: 2 * difference.effect - low }),
    },
    {
      label: 'Effect, hazard ratio without it',
      kind: 'number',
      nominal: Math.exp(logHazardRatio.effect),
      ...(lowRatio !== undefined && {
        low: Math.exp(lowRatio),
        high: Math.exp(2 * logHazardRatio.effect - lowRatio),
      }),
    },
  ];
}

function marginRows(judged: JudgedMargin): AnswerRow[] {
  const { retainedOfLowerDifference, retainedOfLowerLogHazardRatio } = judged;
  return [
    { label: 'Margin, difference', kind: 'number', nominal: judged.difference },
    { label: 'Margin, hazard ratio', kind: 'number', nominal: judged.hazardRatio },
    shareRow('Effect retained, difference', judged.retainedOfDifference),
    shareRow('Effect retained, log hazard ratio', judged.retainedOfLogHazardRatio),
    ...(retainedOfLowerDifference === undefined
      ? []
      : [shareRow('… of its lower limit, difference', retainedOfLowerDifference)]),
    ...(retainedOfLowerLogHazardRatio === undefined
      ? []
      : [shareRow('… of its lower limit, log hazard ratio', retainedOfLowerLogHazardRatio)]),
  ];
}

function methodRows(methods: TwoMethods | undefined): AnswerRow[] {
  if (!methods) return [];
  const row = (label: string, nominal: number): AnswerRow => ({ label, kind: 'number', nominal });
  return [
    row('Margin from the lower limit, same share', methods.fixedMargin),
    row('Difference to observe, fixed margin', methods.fixedNeeds),
    row('Difference to observe, synthesis', methods.synthesisNeeds),
    row('Standard error, of the trial alone', methods.trialError),
    row('Standard error, of the synthesis', methods.synthesisError),
  ];
}

function marginTable({ controlRate }: JustificationQuestion, effect: TreatmentEffect): AnswerTable {
  const hasLimit = effect.difference.lowerLimit !== undefined;
  return {
    caption: 'What usual margins leave of the effect:',
    columns: [
      'margin',
      'hazard ratio',
      'retained, difference',
      'log hazard ratio',
      ...(hasLimit ? ['of the lower limit'] : []),
    ],
    rows: USUAL_MARGINS.filter((margin) => margin < controlRate)
      .map((margin) => judge(margin, controlRate, effect))
      .map((judged) => [
        percentWords(judged.difference),
        judged.hazardRatio.toFixed(3),
        shareWords(judged.retainedOfDifference),
        shareWords(judged.retainedOfLogHazardRatio),
        ...(hasLimit ? [shareWords(judged.retainedOfLowerDifference)] : []),
      ]),
  };
}

function variant(
  question: JustificationQuestion,
  effect: TreatmentEffect,
  methods: TwoMethods | undefined,
): string[] {
  const { lowerLimit } = effect.difference;
  return [
    'Retained: 1 − margin/effect, of the difference of event-free rates, and of the logarithm of the hazard ratio, hazards being proportional; the two scales do not agree.',
    'It takes for granted that the treatment works in the planned trial as it did in the earlier comparison (constancy), and that its rate there is the planned control rate.',
    ...(lowerLimit === undefined
      ? ['Without the numbers of patients of the earlier comparison its effect counts as known.']
      : [
          'Limits: two-sided, 95 %, of independent binomial rates; of the log hazard ratio by the delta method.',
          ...(lowerLimit > 0
            ? []
            : [
                'The earlier comparison does not show the effect: no margin can be taken from its lower limit.',
              ]),
        ]),
    ...(methods
      ? [
          `Fixed margin (95–95): the share that may be lost, of the lower limit. Synthesis: of the estimate, with its standard error beside the trial’s, ${question.perArm} patients per arm. Both one-sided at 2.5 %.`,
        ]
      : []),
  ];
}

function sentence(question: JustificationQuestion, judged: JudgedMargin, effect: TreatmentEffect): string {
  const { controlRate, withoutRate } = question;
  const low = judged.retainedOfLowerDifference;
  const ofLow =
    effect.difference.lowerLimit === undefined
      ? ''
      : low === undefined
        ? ', an effect that the earlier comparison does not show'
        : `, and ${shareWords(low)} of the lower limit of its 95 % interval`;
  return `A margin of ${pointWords(judged.difference)} (hazard ratio ${judged.hazardRatio.toFixed(3)}) retains ${shareWords(judged.retainedOfDifference)} of the ${pointWords(effect.difference.effect)} by which the treatment raises the event-free rate from ${percentWords(withoutRate)} to ${percentWords(controlRate)}${ofLow}; on the log hazard ratio it retains ${shareWords(judged.retainedOfLogHazardRatio)}.`;
}

/**
 * Answers how much of a treatment's effect a margin retains, or which margin retains a share of it.
 *
 * @throws RangeError if the margin leaves no rate
 */
export function answerJustification(question: JustificationQuestion): Answer {
  const { controlRate, perArm } = question;
  const effect = treatmentEffect(question);
  const judged = judge(askedMargin(question, effect), controlRate, effect);
  const share = judged.retainedOfDifference;
  const methods =
    perArm !== undefined && effect.difference.standardError !== undefined && share > 0
      ? twoMethods(effect.difference, share, controlRate, perArm)
      : undefined;
  // What retains the same share on the other scale is another margin
  const ratioOfShare = share > 0 ? Math.exp((1 - share) * effect.logHazardRatio.effect) : undefined;
  return {
    variant: variant(question, effect, methods),
    rows: [
      ...effectRows(effect),
      ...marginRows(judged),
      ...(ratioOfShare === undefined
        ? []
        : [
            {
              label: 'Hazard ratio that retains the same share',
              kind: 'number',
              nominal: ratioOfShare,
            } as const,
          ]),
      ...methodRows(methods),
    ],
    table: marginTable(question, effect),
    numbers: {
      effect,
      margin: judged,
      ...(ratioOfShare !== undefined && { hazardRatioOfSameShare: ratioOfShare }),
      ...(methods && { methods }),
    },
    sentence: sentence(question, judged, effect),
  };
}

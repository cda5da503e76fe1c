import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import {
  answerJustification,
  type JustificationQuestion,
} from '../margin-justification/justification-answer.ts';
import { hazardRatioMargin } from '../time-margin.ts';
import { defineCalculator } from './definition.ts';

const parameters = strict({
  controlRate: interiorProbability('planned event-free probability with the treatment: with radiotherapy'),
  surgeryAloneRate: interiorProbability('event-free probability without it at the same time: surgery alone'),
  margin: interiorProbability('margin as a difference').optional(),
  hazardRatio: hazardRatioMargin('margin as a hazard ratio, above 1').optional(),
  retained: interiorProbability(
    'share of the difference that must be retained, in place of a margin',
  ).optional(),
  controlPatients: count('patients with the treatment in the earlier comparison').optional(),
  surgeryAlonePatients: count('patients without it in the earlier comparison').optional(),
  perArm: count(
    'patients in each arm of the planned trial, to set the fixed-margin beside the synthesis method',
  ).optional(),
}).check(({ value, issues }) => {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  const { controlRate, surgeryAloneRate, margin, perArm } = value;
  const asked = (['margin', 'hazardRatio', 'retained'] as const).filter((key) => value[key] !== undefined);
  if (asked.length !== 1) fail('needs one of margin, retained, hazardRatio', asked[1] ?? 'margin');
  if (surgeryAloneRate >= controlRate)
    fail(
      `${surgeryAloneRate} leaves no effect (must be below the control rate, ${controlRate})`,
      'surgeryAloneRate',
    );
  if (margin !== undefined && margin >= controlRate)
    fail(`${margin} is too large a margin (must be below the control rate, ${controlRate})`, 'margin');
  const isCounted = value.controlPatients !== undefined;
  if (isCounted !== (value.surgeryAlonePatients !== undefined))
    fail(
      'missing patients: both groups of the earlier comparison or none',
      isCounted ? 'surgeryAlonePatients' : 'controlPatients',
    );
  if (perArm !== undefined && !isCounted)
    fail('perArm does nothing without controlPatients and surgeryAlonePatients', 'perArm');
});

const questionOf = ({
  surgeryAloneRate,
  surgeryAlonePatients,
  ...stated
}: ReturnType<typeof parameters.parse>): JustificationQuestion => ({
  ...stated,
  withoutRate: surgeryAloneRate,
  withoutPatients: surgeryAlonePatients,
});

export const marginJustification = defineCalculator({
  summary:
    'How much of the effect of radiotherapy a margin of non-inferiority retains, or the margin that retains a share of it.',
  reference:
    'FDA 2016, Non-Inferiority Clinical Trials to Establish Effectiveness; Rothmann 2003, Stat Med 22:239',
  parameters,
  examples: [
    { controlRate: 0.93, surgeryAloneRate: 0.74, margin: 0.07 },
    {
      controlRate: 0.93,
      surgeryAloneRate: 0.7,
      retained: 0.5,
      controlPatients: 70,
      surgeryAlonePatients: 70,
      perArm: 165,
    },
  ],
  solve: (spec) => answerJustification(questionOf(spec)),
});

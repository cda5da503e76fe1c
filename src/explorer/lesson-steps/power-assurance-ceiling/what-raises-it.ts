import { eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import { ceilingOf } from '../../lesson-parts/ceiling-of.ts';
import { tenthGray } from '../../lesson-parts/dose-words.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import type { Answer, Changes, Finding, LessonStep, LessonTools } from '../../lessons/definition.ts';
import { PATIENTS, SIGMA_SLIDER, uncertainTrial, withSpread } from './uncertain-trial.ts';

const SCHEDULE = 'arms.experimental.schedule';
const LATE_GY = 3;

/** What might be changed, by option. */
const CHANGES: Readonly<Record<'patients' | 'level' | 'dose', Changes>> = {
  patients: { 'design.perArm': 5 * PATIENTS },
  level: { 'design.nonInferiority.oneSidedAlpha': 0.1 },
  dose: { [SCHEDULE]: '5 x 6.2 Gy' },
};

const ceilingWith = (tools: LessonTools, changes: Changes): number =>
  ceilingOf(uncertainTrial(tools, changes));

const lateWords = (doseGy: number): string => tenthGray(eqd2(equalFractions(5, doseGy), LATE_GY));

/** The option with the highest ceiling, if it is higher than as planned; else none. */
function highest(ceilings: Readonly<Record<string, number>>, planned: number): string {
  const best = Object.keys(ceilings).reduce((a, b) => (ceilings[b] > ceilings[a] ? b : a));
  return ceilings[best] > planned + 1e-9 ? best : 'none';
}

export const whatRaisesIt: LessonStep = {
  shown: {
    title: 'What raises the ceiling',
    paragraphs: ['The ceiling hangs on what is true and on what is claimed, not on how hard one looks.'],
    question: 'Which of these raises it?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'patients', text: 'Five times the patients' },
        { id: 'level', text: 'A one-sided level of 10 % in place of 5 %' },
        { id: 'dose', text: 'A little more dose: 5 × 6.2 Gy' },
        { id: 'none', text: 'None of these' },
      ],
    },
    sliders: [
      {
        id: 'doseGy',
        label: 'Dose per fraction, five fractions',
        unit: 'Gy',
        min: 5,
        max: 7,
        step: 0.1,
        value: 6,
      },
      { id: 'margin', label: 'Margin', unit: 'percentage points', min: 3, max: 15, step: 0.5, value: 7 },
      SIGMA_SLIDER,
    ],
  },
  answer: (tools): Answer => {
    const planned = ceilingWith(tools, {});
    const [patients, level, dose] = [CHANGES.patients, CHANGES.level, CHANGES.dose].map((changes) =>
      ceilingWith(tools, changes),
    );
    return {
      kind: 'choice',
      right: highest({ patients, level, dose }, planned),
      sentence: `5 × 6.2 Gy raises it from ${percentOf(planned)} to *${percentOf(dose)}*; patients and level leave it where it is. The price is paid elsewhere: late reactions (α/β 3 Gy) get an EQD2 of ${lateWords(6.2)} in place of ${lateWords(6)}.`,
      remarks: {
        patients: 'They bring the trial nearer to the ceiling, but the claim is true as often as before.',
        level:
          'It makes success easier, also where the claim is false; the claim is true as often as before.',
        dose: 'Right: with more dose the claim is true in more worlds.',
        none: 'Dose changes what is true: with more of it the claim holds up to a higher α/β.',
      },
      table: {
        caption: 'Ceiling',
        columns: ['Change', 'Ceiling'],
        rows: [
          ['As planned', percentOf(planned)],
          ['Five times the patients', percentOf(patients)],
          ['One-sided level of 10 %', percentOf(level)],
          ['5 × 6.2 Gy', percentOf(dose)],
        ],
      },
    };
  },
  play: ({ doseGy, margin, sigma }, tools): Finding => {
    const value = ceilingWith(tools, {
      [SCHEDULE]: `5 x ${doseGy.toFixed(1)} Gy`,
      'design.nonInferiority.margin': margin / 100,
      ...withSpread(sigma),
    });
    return {
      sentence: `With 5 × ${doseGy.toFixed(1)} Gy and a margin of ${margin.toFixed(1)} points the ceiling is *${percentOf(value)}*; late reactions (α/β 3 Gy) get ${lateWords(doseGy)} EQD2.`,
    };
  },
};

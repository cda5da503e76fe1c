import { effectContrasts } from '../../../evidence/effect-contrasts.ts';
import { overallTimeDays } from '../../../radiobiology/course.ts';
import { parseSchedule } from '../../../radiobiology/parse-schedule.ts';
import { solveDoseCoefficients } from '../../../trial/alpha-beta/dose-coefficients.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, LessonTools, Table } from '../../lessons/definition.ts';
import { effectsOf } from './trial-effects.ts';

/** The two trials of late effects, with control and five fractions as they were given. */
const TRIALS = [
  { name: 'FAST', effects: 'fast', control: '25 x 2 Gy', five: '5 x 6 Gy weekly' },
  { name: 'FAST-Forward', effects: 'fast-forward-late', control: '40 Gy/15', five: '5 x 5.4 Gy' },
];
const SUPPOSED = 0.2;

/** By how many days the five fractions were shorter than the control. */
const daysShorter = ({ control, five }: (typeof TRIALS)[number]): number =>
  overallTimeDays(parseSchedule(control)) - overallTimeDays(parseSchedule(five));

/** α/β in Gy from late effects, each day more costing so many Gy of dose. */
function alphaBetaGy(tools: LessonTools, trial: (typeof TRIALS)[number], gyPerDay: number): number {
  const contrasts = effectContrasts(effectsOf(tools, trial.effects));
  const gained = gyPerDay * daysShorter(trial);
  // BED = Σd + Σd²/(α/β) − K·T: days saved count as dose
  const rows = contrasts.rows.map(([x, y]) => [x + gained, y] as const);
  const { perGy, perGy2 } = solveDoseCoefficients({ ...contrasts, rows });
  return perGy / perGy2;
}

const timeTable = (tools: LessonTools, gyPerDay: number): Table => ({
  caption: 'α/β from late effects, with and without an effect of overall time',
  columns: [
    'Trial',
    'Days shorter than the control',
    'Time makes no difference',
    `${gyPerDay.toFixed(2)} Gy lost a day`,
  ],
  rows: TRIALS.map((trial) => [
    trial.name,
    String(daysShorter(trial)),
    hundredthGray(alphaBetaGy(tools, trial, 0)),
    hundredthGray(alphaBetaGy(tools, trial, gyPerDay)),
  ]),
});

export const overallTime: LessonStep = {
  shown: {
    title: 'One week against three',
    paragraphs: [
      'FAST gave its five fractions over five weeks, as long as the 25 of its control: only the size of fractions differed. FAST-Forward gave five fractions in *one* week against 15 in *three*: size and overall time changed together.',
      `Its late effects, with both signs right, gave a published α/β of 1.7 Gy *if time makes no difference*. Suppose that each day more loses as much effect as ${SUPPOSED} Gy, as growing cells would make it.`,
    ],
    question: 'What becomes of the α/β from FAST-Forward’s late effects?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'stays', text: 'It hardly changes, as in FAST' },
        { id: 'rises', text: 'It rises by more than a tenth' },
        { id: 'falls', text: 'It falls by more than a tenth' },
      ],
    },
    sliders: [
      { id: 'gyPerDay', label: 'Dose lost a day', unit: 'Gy', min: 0, max: 0.5, step: 0.05, value: SUPPOSED },
    ],
  },
  answer: (tools): Answer => {
    const [[before, after], [fastBefore, fastAfter]] = [TRIALS[1], TRIALS[0]].map((trial) => [
      alphaBetaGy(tools, trial, 0),
      alphaBetaGy(tools, trial, SUPPOSED),
    ]);
    const change = after / before - 1;
    return {
      kind: 'choice',
      right: rightOption({ stays: Math.abs(change) <= 0.1, rises: change > 0.1, falls: change < -0.1 }),
      sentence: `It goes from *${hundredthGray(before)}* to *${hundredthGray(after)}*; FAST’s from ${hundredthGray(fastBefore)} to ${hundredthGray(fastAfter)}. Where size and time change together, the trial cannot say which of them did it.`,
      remarks: {
        stays:
          'FAST’s arms took nearly equal time. FAST-Forward’s differ by two weeks, and whatever those did is put down to the size of fractions.',
        rises:
          'Right: if the longer control lost dose by its length, less is left for the size of fractions to explain, and α/β is higher.',
        falls:
          'The other way round: if the longer control lost dose by its length, less is left for the size of fractions to explain.',
      },
      table: timeTable(tools, SUPPOSED),
    };
  },
  play: ({ gyPerDay }, tools): Finding => ({
    sentence: `With ${gyPerDay.toFixed(2)} Gy lost a day, FAST-Forward’s late effects give *${hundredthGray(alphaBetaGy(tools, TRIALS[1], gyPerDay))}*.`,
    table: timeTable(tools, gyPerDay),
  }),
};

import type { Trial } from '../../../scenario/trial.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Picture } from '../../lessons/definition.ts';
import { alphaBetaTable, plannedTrial } from './planned-trial.ts';

const [LOW_GY, HIGH_GY] = [3, 8];

const powerPicture = (trial: Trial): Picture => ({
  title: 'Power of one design, by α/β',
  x: { label: 'α/β', unit: 'Gy' },
  y: { label: 'Power', unit: '%' },
  series: [
    {
      name: `${trial.design.sizes[0]} patients an arm`,
      points: pointsAlong(2, 8, 13, (own) => 100 * powerAt(trial, ALPHA_BETA, own)),
    },
  ],
  marks: [{ axis: 'x', value: 4, label: 'schedules equal' }],
});

export const lowAndHigh: LessonStep = {
  shown: {
    title: 'From one end to the other',
    paragraphs: [
      'An α/β of *3 Gy* and one of *8 Gy* are both compatible with what is known: published schedules do not determine α/β for local control of sarcoma.',
      'Nothing of the design changes: 182 patients an arm, a margin of 7 points.',
    ],
    question: 'What is the power at α/β 3 Gy, and at 8 Gy?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'both', text: 'About 80 % at both: power belongs to the design' },
        { id: 'some', text: 'About 90 % at 3 Gy, about 60 % at 8 Gy' },
        { id: 'falling', text: 'Above 95 % at 3 Gy, below 5 % at 8 Gy' },
        { id: 'rising', text: 'Below 5 % at 3 Gy, above 95 % at 8 Gy' },
      ],
    },
    sliders: [
      { id: 'patients', label: 'Patients an arm', unit: '', min: 50, max: 300, step: 10, value: 180 },
      { id: 'margin', label: 'Margin', unit: 'percentage points', min: 3, max: 15, step: 0.5, value: 7 },
    ],
  },
  answer: (tools): Answer => {
    const trial = plannedTrial(tools);
    const [low, high] = [LOW_GY, HIGH_GY].map((own) => powerAt(trial, ALPHA_BETA, own));
    const isBetween = (power: number, from: number, to: number): boolean => power >= from && power < to;
    return {
      kind: 'choice',
      right: rightOption({
        both: isBetween(low, 0.75, 0.85) && isBetween(high, 0.75, 0.85),
        some: isBetween(low, 0.85, 0.95) && isBetween(high, 0.5, 0.7),
        falling: low > 0.95 && high < 0.05,
        rising: low < 0.05 && high > 0.95,
      }),
      sentence: `*${percentOf(low)}* at 3 Gy and *${percentOf(high)}* at 8 Gy: the same trial is as good as won, or as good as lost.`,
      remarks: {
        both: 'Power belongs to a design *and* a truth: at 3 Gy the five fractions are the stronger arm, at 8 Gy much the weaker.',
        some: 'The direction is right; but control changes by points, and the margin is 7 points.',
        falling: 'Right: α/β decides which arm is the better one, and by how much.',
        rising: 'It is the other way round: the lower α/β, the more the large fractions do for control.',
      },
      table: alphaBetaTable(trial, true),
      picture: powerPicture(trial),
    };
  },
  play: ({ patients, margin }, tools): Finding => {
    const trial = plannedTrial(tools, {
      'design.perArm': patients,
      'design.nonInferiority.margin': margin / 100,
    });
    const [low, equal, high] = [LOW_GY, 4, HIGH_GY].map((own) => percentOf(powerAt(trial, ALPHA_BETA, own)));
    return {
      sentence: `With ${patients} patients an arm and a margin of ${margin.toFixed(1)} points, power is *${low}* at α/β 3 Gy, *${equal}* at 4 Gy, *${high}* at 8 Gy.`,
      picture: powerPicture(trial),
    };
  },
};

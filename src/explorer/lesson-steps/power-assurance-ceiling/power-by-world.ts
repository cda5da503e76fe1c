import { findRoot } from '../../../numeric/find-root.ts';
import type { Trial } from '../../../scenario/trial.ts';
import { uncertainLaws } from '../../../scenario/truth-specs.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import { nearestOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Picture, Table } from '../../lessons/definition.ts';
import { PATIENTS_SLIDER, uncertainTrial } from './uncertain-trial.ts';

/** Shares of the worlds, by option. */
const SHARES = { most: 0.9, half: 0.5, fifth: 0.2, hardly: 0.02 };
const [LOW, HIGH] = [0.2, 0.8];
/** Beyond these α/β power is 100 % and 0 %, to all that matters here. */
const RANGE_GY = [1, 20] as const;

/** α/β in Gy at which power, which falls with α/β, is so much. */
const alphaBetaOf = (trial: Trial, power: number): number =>
  findRoot((own) => powerAt(trial, ALPHA_BETA, own) - power, ...RANGE_GY);

/** Shares of the worlds whose power is below 20 %, between, and above 80 %. */
function sharesOf(trial: Trial): { below: number; between: number; above: number } {
  const [{ law }] = uncertainLaws(trial.scenario);
  const above = law.cdf(alphaBetaOf(trial, HIGH));
  const below = law.survival(alphaBetaOf(trial, LOW));
  return { below, between: 1 - above - below, above };
}

const sharesTable = ({ below, between, above }: ReturnType<typeof sharesOf>): Table => ({
  caption: 'Power, over the worlds',
  columns: ['Power', 'Share of worlds'],
  rows: [
    ['below 20 %', percentOf(below)],
    ['20 % to 80 %', percentOf(between)],
    ['above 80 %', percentOf(above)],
  ],
});

const worldPicture = (trial: Trial): Picture => ({
  title: 'Power in a world, by its α/β',
  x: { label: 'α/β', unit: 'Gy' },
  y: { label: 'Power', unit: '%' },
  series: [{ name: 'power', points: pointsAlong(2, 8, 25, (own) => 100 * powerAt(trial, ALPHA_BETA, own)) }],
});

export const powerByWorld: LessonStep = {
  shown: {
    title: 'A mean that hides two halves',
    paragraphs: [
      'Call each value that α/β may have a *world*. The assurance is a mean over worlds, a little above 40 %.',
      'But in any one world the trial has one power.',
    ],
    question: 'In what share of the worlds does power lie between 20 % and 80 %?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'most', text: 'In nearly all: the mean is in between' },
        { id: 'half', text: 'In about half' },
        { id: 'fifth', text: 'In about a fifth' },
        { id: 'hardly', text: 'In hardly any' },
      ],
    },
    sliders: [PATIENTS_SLIDER],
  },
  answer: (tools): Answer => {
    const trial = uncertainTrial(tools);
    const shares = sharesOf(trial);
    return {
      kind: 'choice',
      right: nearestOption(SHARES, shares.between),
      sentence: `In *${percentOf(shares.between)}*. In most worlds the trial is nearly lost or nearly won; the mean describes few of them.`,
      remarks: {
        most: 'A mean in the middle can come from many middling powers, or from powers near 0 and near 100 %. Here it is the latter.',
        half: 'Fewer: power falls from 80 to 20 % within about one gray of α/β.',
        fifth: 'Right: power falls from 80 to 20 % within about one gray of α/β.',
        hardly: 'A few more: power falls steeply with α/β, but the fall lies where the law has its middle.',
      },
      table: sharesTable(shares),
      picture: worldPicture(trial),
    };
  },
  play: ({ patients }, tools): Finding => {
    const trial = uncertainTrial(tools, { 'design.perArm': patients });
    const shares = sharesOf(trial);
    return {
      sentence: `With ${patients} patients an arm, *${percentOf(shares.between)}* of the worlds have a power between 20 % and 80 %.`,
      table: sharesTable(shares),
    };
  },
};

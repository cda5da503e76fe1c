import { grouped } from '../../../report/numbers.ts';
import { claimRates } from '../../../scenario/trial.ts';
import { farringtonManningSize } from '../../../trial/sample-size/farrington-manning.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { nearestOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, LessonTools, Picture } from '../../lessons/definition.ts';
import { plannedTrial } from './planned-trial.ts';

/** The design's own. */
const [MARGIN, ALPHA, POWER] = [0.07, 0.05, 0.8];
/** Patients an arm, by option. */
const SIZES = { same: 182, double: 364, fivefold: 850, tenfold: 1820 };

/** A function of α/β: patients an arm for 80 % power, by the usual formula. */
function sizeByAlphaBeta(tools: LessonTools): (alphaBetaGy: number) => number {
  const trial = plannedTrial(tools);
  return (alphaBetaGy) => {
    const known = trial.truthInWorld([[ALPHA_BETA, alphaBetaGy]]);
    const { control, experimental } = claimRates(trial.design.claims[0], known);
    return Math.ceil(
      farringtonManningSize.size(
        {
          controlRate: control,
          experimentalRate: experimental,
          margin: MARGIN,
          level: { alpha: ALPHA, sides: 1 },
          allocation: 1,
        },
        POWER,
      ),
    );
  };
}

const sizePicture = (tools: LessonTools): Picture => ({
  title: 'Patients an arm for 80 % power, by α/β',
  x: { label: 'α/β', unit: 'Gy' },
  y: { label: 'Patients an arm', unit: '' },
  series: [{ name: 'usual formula', points: pointsAlong(2.5, 5.2, 28, sizeByAlphaBeta(tools)) }],
});

export const priceOfBeingWrong: LessonStep = {
  shown: {
    title: 'The price of being wrong',
    paragraphs: [
      'Somebody plans more carefully, for an α/β of *4.9 Gy* in place of 4 Gy, with the same margin, level and power.',
    ],
    question: 'How many patients an arm does the trial need, where 182 did at 4 Gy?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'same', text: 'About as many' },
        { id: 'double', text: 'About twice as many' },
        { id: 'fivefold', text: 'About 850' },
        { id: 'tenfold', text: 'About 1,800' },
      ],
    },
    sliders: [{ id: 'alphaBetaGy', label: 'α/β', unit: 'Gy', min: 2.5, max: 5.5, step: 0.1, value: 4.9 }],
  },
  answer: (tools): Answer => {
    const sizeAt = sizeByAlphaBeta(tools);
    const [low, equal, median, high] = [3, 4, 4.9, 5.5].map(sizeAt);
    return {
      kind: 'choice',
      right: nearestOption(SIZES, median),
      sentence: `*${median}* an arm, where ${equal} did at 4 Gy and ${low} would at 3 Gy. At 5.5 Gy it is ${grouped(high)}, and from the border of the last step on no number will do.`,
      remarks: {
        same: 'The distance to the margin is halved, and patients go with the inverse *square* of it.',
        double:
          'Half the distance to the margin takes four times the patients, and more variance comes on top.',
        fivefold:
          'Right: half the distance to the margin takes four times the patients, and more variance comes on top.',
        tenfold:
          'That is more than it takes at 4.9 Gy; nearer to the border of the last step it would be about right.',
      },
      picture: sizePicture(tools),
    };
  },
  play: ({ alphaBetaGy }, tools): Finding => ({
    sentence: `At α/β ${alphaBetaGy.toFixed(1)} Gy the trial needs *${grouped(sizeByAlphaBeta(tools)(alphaBetaGy))}* patients an arm.`,
  }),
};

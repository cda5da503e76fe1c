import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { claimBorder } from '../../lesson-parts/claim-border.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { experimentalRate } from '../../lesson-parts/rate-law.ts';
import type { Answer, Finding, LessonStep, LessonTools, Picture } from '../../lessons/definition.ts';
import { plannedTrial } from './planned-trial.ts';

const RANGE_GY = [0.5, 40] as const;

const trialAt = (tools: LessonTools, margin: number, gamma50: number) =>
  plannedTrial(tools, {
    'design.nonInferiority.margin': margin / 100,
    'truth.localControl.gamma50': gamma50,
  });

function controlPicture(tools: LessonTools, margin: number, gamma50: number): Picture {
  const trial = trialAt(tools, margin, gamma50);
  return {
    title: 'Local control after 5 × 6 Gy, by α/β',
    x: { label: 'α/β', unit: 'Gy' },
    y: { label: 'Local control', unit: '%' },
    series: [
      {
        name: '5 × 6 Gy',
        points: pointsAlong(2, 12, 41, (own) => 100 * experimentalRate(trial, ALPHA_BETA, own)),
      },
    ],
    marks: [
      { axis: 'y', value: 93, label: '25 × 2 Gy' },
      { axis: 'y', value: 93 - margin, label: 'margin' },
    ],
  };
}

export const whereItTurnsFalse: LessonStep = {
  shown: {
    title: 'Where the claim turns false',
    paragraphs: [
      'The claim is that 5 × 6 Gy controls at most *7 points* less than the 93 % of 25 × 2 Gy. With rising α/β, control after 5 × 6 Gy falls.',
      'Beyond some α/β the claim is no longer true. Then no number of patients may show it: a trial that does is in error.',
    ],
    question: 'Above which α/β is the claim false?',
    prediction: { kind: 'number', unit: 'Gy', min: 2, max: 15, step: 0.1 },
    sliders: [
      { id: 'margin', label: 'Margin', unit: 'percentage points', min: 3, max: 15, step: 0.5, value: 7 },
      {
        id: 'gamma50',
        label: 'Steepness of the dose response (γ50)',
        unit: '',
        min: 0.3,
        max: 2.5,
        step: 0.1,
        value: 1.5,
      },
    ],
  },
  answer: (tools): Answer => {
    const trial = plannedTrial(tools);
    const value = claimBorder(trial, ALPHA_BETA, ...RANGE_GY)!;
    return {
      kind: 'number',
      value,
      words: hundredthGray(value),
      near: 0.4,
      sentence: `Above *${hundredthGray(value)}*, where control after 5 × 6 Gy is ${percentOf(experimentalRate(trial, ALPHA_BETA, value))}: not far from the 4.9 Gy of the cell lines.`,
      remarks: {
        near: 'Right: between certain success and a false claim lie less than 3 Gy of α/β.',
        far: 'At 4 Gy the arms are equal, and at 4.9 Gy half of the margin is gone.',
        mistakes: [
          { value: 4, within: 0.3, remark: 'At 4 Gy the arms are equal; the margin allows a little less.' },
        ],
      },
      picture: controlPicture(tools, 7, 1.5),
    };
  },
  play: ({ margin, gamma50 }, tools): Finding => {
    const border = claimBorder(trialAt(tools, margin, gamma50), ALPHA_BETA, ...RANGE_GY);
    return {
      sentence:
        border === undefined
          ? `With a margin of ${margin.toFixed(1)} points and γ50 ${gamma50.toFixed(1)} the claim is true up to an α/β of ${RANGE_GY[1]} Gy.`
          : `With a margin of ${margin.toFixed(1)} points and γ50 ${gamma50.toFixed(1)} the claim is false above an α/β of *${hundredthGray(border)}*.`,
      picture: controlPicture(tools, margin, gamma50),
    };
  },
};

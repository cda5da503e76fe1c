import { estimateAlphaBeta } from '../../../evidence/alpha-beta-estimate.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { armsTable } from './equal-harm.ts';
import { deviancePicture, effectsOf, estimateOf, momentsOf, setWords, withRatios } from './trial-effects.ts';

const RELAPSE = 'fast-forward-relapse';

export const wrongWayRound: LessonStep = {
  shown: {
    title: 'A ratio that looks as good',
    paragraphs: [
      'FAST-Forward compared 40 Gy in 15 fractions with two schedules of five fractions in one week. Against 40 Gy in 15, the hazard ratio of relapse in the breast was *0.86* after *27 Gy* and *0.67* after *26 Gy* (Murray Brunt 2020).',
      'The sum of the last steps, with ln(hazard ratio) in place of ln(odds ratio), gives g1 ÷ g2 again; published is *3.7 Gy*, 0.3 to 7.1. More dose should mean *less* relapse.',
    ],
    question: 'What is this 3.7 Gy worth?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'good', text: 'It is a fair estimate of α/β: between 3 and 4 Gy is where one would expect it' },
        { id: 'wide', text: 'It is an estimate of α/β, but a rough one' },
        { id: 'none', text: 'It is no estimate of α/β' },
      ],
    },
    sliders: [
      {
        id: 'high',
        label: 'Hazard ratio after 27 Gy',
        unit: '',
        min: 0.3,
        max: 1.5,
        step: 0.01,
        value: 0.86,
      },
      { id: 'low', label: 'Hazard ratio after 26 Gy', unit: '', min: 0.3, max: 1.5, step: 0.01, value: 0.67 },
    ],
  },
  answer: (tools): Answer => {
    const estimate = estimateOf(tools, RELAPSE);
    const { status } = estimate.verdict;
    const { perGy, perGy2 } = estimate.coefficients;
    return {
      kind: 'choice',
      right: rightOption({
        good: status === 'determined',
        wide: status === 'partlyDetermined' || status === 'undetermined',
        none: status === 'noEstimate',
      }),
      sentence: `The ratio is ${hundredthGray(estimate.alphaBetaGy.estimate)}, and *no estimate*: 27 Gy had more relapse than 26 Gy, so g1 (${perGy.estimate.toFixed(3)}) and g2 (${perGy2.estimate.toFixed(3)}) are above 0 where both should be below. Their ratio is positive only because two wrong signs cancel, and ${setWords(estimate.alphaBetaGy.fieller)}. The errors rest on counts of relapses that are not confirmed; they give the published intervals of both ratios.`,
      remarks: {
        good: 'It looks like one. But a plausible ratio of two coefficients of the wrong sign is chance.',
        wide: 'A rough estimate would at least have dose working the right way round.',
        none: 'Right: look at the signs before the ratio.',
      },
      table: armsTable(estimate, 'What FAST-Forward showed of relapse', 'Hazard ratio'),
      picture: deviancePicture(momentsOf(estimate)),
    };
  },
  play: ({ high, low }, tools): Finding => {
    const effects = withRatios(effectsOf(tools, RELAPSE), [high, low]);
    const { verdict, alphaBetaGy } = estimateAlphaBeta(effects, []);
    const ratios = `With hazard ratios of ${high.toFixed(2)} and ${low.toFixed(2)}`;
    return {
      sentence:
        verdict.status === 'noEstimate'
          ? `${ratios} there is *no estimate*: a coefficient of dose has the wrong sign.`
          : `${ratios} α/β is *${hundredthGray(alphaBetaGy.estimate)}*, and ${setWords(alphaBetaGy.fieller)}.`,
    };
  },
};

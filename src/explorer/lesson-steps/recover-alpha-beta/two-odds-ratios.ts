import { estimateAlphaBeta } from '../../../evidence/alpha-beta-estimate.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { effectsOf, estimateOf, withRatios } from './trial-effects.ts';

export const twoOddsRatios: LessonStep = {
  shown: {
    title: 'Two odds ratios, one α/β',
    paragraphs: [
      'In the linear-quadratic model the logarithm of the odds rises with the total dose and with the sum of squared fractions: *ln(odds ratio) = g1 × more dose + g2 × more squares*, both against the control. Then *α/β = g1 ÷ g2*.',
      '5 × 6 Gy has 20 Gy less than 25 × 2 Gy and 80 Gy² more; 5 × 5.7 Gy has 21.5 Gy less and 62.45 Gy² more. Two odds ratios, two unknowns: *ln 1.64 = −20·g1 + 80·g2* and *ln 1.10 = −21.5·g1 + 62.45·g2*.',
    ],
    question: 'Which α/β follows for change in the appearance of the breast?',
    prediction: { kind: 'number', unit: 'Gy', min: 0.5, max: 15, step: 0.1 },
    sliders: [
      { id: 'high', label: 'Odds ratio after 30 Gy', unit: '', min: 1, max: 3, step: 0.02, value: 1.64 },
      { id: 'low', label: 'Odds ratio after 28.5 Gy', unit: '', min: 0.7, max: 2, step: 0.02, value: 1.1 },
    ],
  },
  answer: (tools): Answer => {
    const { alphaBetaGy, coefficients } = estimateOf(tools, 'fast');
    const value = alphaBetaGy.estimate;
    return {
      kind: 'number',
      value,
      words: hundredthGray(value),
      near: 0.4,
      sentence: `g1 is ${coefficients.perGy.estimate.toFixed(4)} for each Gy and g2 ${coefficients.perGy2.estimate.toFixed(4)} for each Gy², so α/β is *${hundredthGray(value)}*. FAST published 2.7 Gy, 1.5 to 3.9.`,
      remarks: {
        near: 'Right, and what the trial published.',
        far: 'At the equal dose of the last step, 28.1 Gy, five fractions have the EQD2 of 25 × 2 Gy. Which α/β does that need?',
        mistakes: [
          {
            value: 10,
            within: 1,
            remark:
              '10 Gy is often taken for tumours and early reactions. This is a late reaction, and fraction size matters much to it.',
          },
        ],
      },
    };
  },
  play: ({ high, low }, tools): Finding => {
    const { verdict, alphaBetaGy } = estimateAlphaBeta(withRatios(effectsOf(tools, 'fast'), [high, low]), []);
    const ratios = `With odds ratios of ${high.toFixed(2)} and ${low.toFixed(2)}`;
    return {
      sentence:
        verdict.status === 'noEstimate'
          ? `${ratios} there is *no estimate*: a coefficient has the wrong sign.`
          : `${ratios} α/β is *${hundredthGray(alphaBetaGy.estimate)}*.`,
    };
  },
};

import { effectContrasts } from '../../../evidence/effect-contrasts.ts';
import { normalReach } from '../../../numeric/normal-reach.ts';
import { solveDoseCoefficients } from '../../../trial/alpha-beta/dose-coefficients.ts';
import { fiellerSet } from '../../../trial/alpha-beta/ratio-sets.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { deviancePicture, effectsOf, estimateOf, momentsOf, setWords } from './trial-effects.ts';

export const howSure: LessonStep = {
  shown: {
    title: 'How sure is that?',
    paragraphs: [
      'The published interval of α/β, 1.5 to 3.9 Gy, is estimate ± twice the standard error. But α/β is a *ratio*, and its denominator g2 is uncertain too.',
      'A safer way asks of each value of α/β whether the data refuse it (Fieller 1954). In FAST g2 is less than two standard errors from 0.',
    ],
    question: 'What do FAST’s two odds ratios say of α/β, at the 95 % level?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'both', text: 'It has a lower and an upper limit' },
        { id: 'partly', text: 'Some values are refused, but very large ones are not' },
        { id: 'nothing', text: 'No value is refused' },
      ],
    },
    sliders: [
      { id: 'times', label: 'Times as many patients', unit: 'times', min: 0.5, max: 10, step: 0.5, value: 1 },
    ],
  },
  answer: (tools): Answer => {
    const estimate = estimateOf(tools, 'fast');
    const { delta, fieller } = estimate.alphaBetaGy;
    const { status } = estimate.verdict;
    return {
      kind: 'choice',
      right: rightOption({
        both: status === 'determined',
        partly: status === 'partlyDetermined',
        nothing: status === 'undetermined',
      }),
      sentence: `*${setWords(fieller).replace(/^./, (first) => first.toUpperCase())}*. The interval of ${hundredthGray(delta.low)} to ${hundredthGray(delta.high)} claims more than the data hold.`,
      remarks: {
        both: 'So says the usual interval. It takes g2 for nearly known, which it is not: where g2 may be 0, α/β may be as large as you like.',
        partly: 'Right: where g2 may be 0, α/β has no upper limit.',
        nothing:
          'Some are refused: those between, where neither a small nor a huge α/β explains the two ratios.',
      },
      picture: deviancePicture(momentsOf(estimate)),
    };
  },
  play: ({ times }, tools): Finding => {
    const contrasts = effectContrasts(effectsOf(tools, 'fast'));
    // Variances go with the inverse of the number of patients
    const covariance = contrasts.covariance.map((row) => row.map((value) => value / times));
    const moments = solveDoseCoefficients({ ...contrasts, covariance });
    return {
      sentence: `With ${times} × the patients and the same odds ratios, *${setWords(fiellerSet(moments, normalReach(0.95)))}*.`,
      picture: deviancePicture(moments),
    };
  },
};

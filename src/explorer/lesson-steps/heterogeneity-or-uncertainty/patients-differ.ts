import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import type { CountSpread } from '../../lesson-parts/count-spread.ts';
import { liveTrial } from '../../lesson-parts/live-trial.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import { type SampleVariance, sampleVariance } from '../../lesson-parts/sample-variance.ts';
import { countsOfReplicates } from '../../lesson-parts/simulated-counts.ts';
import type { Answer, Finding, LessonStep, LessonTools, Table } from '../../lessons/definition.ts';
import {
  GAMMA50_SLIDER,
  MEDIAN_GY,
  PATIENTS,
  SCENARIO,
  SIGMA,
  SIGMA_SLIDER,
  spreadAt,
} from './spread-of-counts.ts';

const TRIALS = 500;
/** Relative difference of two variances that is rounding. */
const ROUNDING = 1e-9;

/** Simulated trials whose patients differ in α/β, nothing being uncertain. */
function simulate(tools: LessonTools): SampleVariance {
  const trial = liveTrial(tools, SCENARIO, {
    [ALPHA_BETA]: { logNormal: { median: MEDIAN_GY, sigma: SIGMA } },
    truths: {},
    uncertainty: {},
    'simulation.worlds': 0,
    'design.perArm': PATIENTS,
  });
  return sampleVariance(countsOfReplicates(trial, TRIALS));
}

const partsTable = ({ chance, patientsDiffer, binomial }: CountSpread): Table => ({
  caption: 'Variance of the number of patients controlled',
  columns: ['Part', 'Variance'],
  rows: [
    ['Chance, each patient’s own rate being what it is', chance.toFixed(2)],
    ['Rates that differ between patients', patientsDiffer.toFixed(2)],
    ['Both together', (chance + patientsDiffer).toFixed(2)],
    ['Binomial: the mean rate for everybody', binomial.toFixed(2)],
  ],
});

export const patientsDiffer: LessonStep = {
  shown: {
    title: 'Patients differ',
    paragraphs: [
      '*165 patients* get 5 × 6 Gy. Their α/β differ: the median is 4.9 Gy, and 95 % lie between 2.0 and 11.8 Gy. So each patient has a rate of local control of his or her own.',
      'Now run that trial again and again, with other patients each time, and count those controlled. If everybody had the mean rate, the count would be binomial.',
    ],
    question: 'Beside that binomial, how far does the count scatter where patients differ?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'more', text: 'Further: differences between patients come on top of chance' },
        { id: 'same', text: 'Just as far' },
        { id: 'less', text: 'Less far' },
      ],
    },
    sliders: [SIGMA_SLIDER, GAMMA50_SLIDER],
  },
  answer: (tools): Answer => {
    const spread = spreadAt(tools, {});
    const ratio = (spread.chance + spread.patientsDiffer) / spread.binomial;
    const { variance, standardError } = simulate(tools);
    return {
      kind: 'choice',
      right: rightOption({
        more: ratio > 1 + ROUNDING,
        same: Math.abs(ratio - 1) <= ROUNDING,
        less: ratio < 1 - ROUNDING,
      }),
      sentence: `Just as far: both variances are *${spread.binomial.toFixed(1)}*. In ${TRIALS} simulated trials it was ${variance.toFixed(1)} ± ${standardError.toFixed(1)} (one standard error).`,
      remarks: {
        more: 'Such differences are there, but a patient drawn at random is controlled with the mean rate, and independently of the others: that is a binomial count, whatever the spread.',
        same: 'Right: a patient drawn at random is controlled with the mean rate, independently of the others.',
        less: 'With a *fixed* set of patients it would be less, as their rates are not drawn again; a trial draws new patients.',
      },
      table: partsTable(spread),
    };
  },
  play: ({ sigma, gamma50 }, tools): Finding => {
    const spread = spreadAt(tools, { sigma, gamma50 });
    return {
      sentence: `The mean rate is *${(100 * spread.meanRate).toFixed(1)} %*. Whatever the spread, the parts add up to the binomial variance.`,
      table: partsTable(spread),
    };
  },
};

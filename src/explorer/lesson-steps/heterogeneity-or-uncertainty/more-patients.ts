import { type CountSpread, countSpread } from '../../lesson-parts/count-spread.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import type { RateLaw } from '../../lesson-parts/rate-law.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Picture } from '../../lessons/definition.ts';
import { GAMMA50_SLIDER, PATIENTS, ratesAt, SIGMA_SLIDER, STEEP } from './spread-of-counts.ts';

/** So many patients that chance is nothing. */
const COUNTLESS = 1e9;

/** Standard deviation of the observed share in percentage points, by chance alone and with the unknown α/β. */
function deviations(patients: number, rates: RateLaw): { chance: number; both: number } {
  const spread: CountSpread = countSpread(patients, rates);
  const points = (variance: number): number => (100 * Math.sqrt(variance)) / patients;
  return { chance: points(spread.binomial), both: points(spread.chance + spread.sharedUnknown) };
}

function deviationPicture(rates: RateLaw): Picture {
  return {
    title: 'How far the observed rate scatters',
    x: { label: 'Patients', unit: '' },
    y: { label: 'Standard deviation', unit: 'percentage points' },
    series: [
      { name: 'chance alone', points: pointsAlong(20, 1000, 50, (n) => deviations(n, rates).chance) },
      { name: 'with an unknown α/β', points: pointsAlong(20, 1000, 50, (n) => deviations(n, rates).both) },
    ],
    marks: [{ axis: 'y', value: deviations(COUNTLESS, rates).both, label: 'with countless patients' }],
  };
}

export const morePatients: LessonStep = {
  shown: {
    title: 'More patients',
    paragraphs: [
      'Back to the steep dose response, and one unknown α/β for all. With 165 patients the share of patients controlled scatters from one possible trial to another.',
      'Chance alone would make it scatter less and less, the more patients there are.',
    ],
    question: 'With ever more patients, what becomes of the scatter of the observed rate?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'vanishes', text: 'It goes to nothing: more data, less doubt' },
        { id: 'halves', text: 'It falls to about half' },
        { id: 'stays', text: 'It hardly falls' },
      ],
    },
    sliders: [SIGMA_SLIDER, GAMMA50_SLIDER],
  },
  answer: (tools): Answer => {
    const rates = ratesAt(tools, STEEP);
    const [now, ever] = [PATIENTS, COUNTLESS].map((patients) => deviations(patients, rates).both);
    const left = ever / now;
    return {
      kind: 'choice',
      right: rightOption({ vanishes: left <= 0.1, halves: left > 0.1 && left < 0.8, stays: left >= 0.8 }),
      sentence: `It falls from *${now.toFixed(1)}* to *${ever.toFixed(1)} percentage points* and no further: what is left is the doubt about α/β, which belongs to no patient.`,
      remarks: {
        vanishes:
          'A trial measures its own rate ever better. But *before* the trial we do not know which rate that will be, and planning with more patients does not tell.',
        halves:
          'Even at 165 patients chance is the smaller part: there is little for more patients to take away.',
        stays: 'Right: chance averages out over patients, what they share does not.',
      },
      table: {
        caption: 'Standard deviation of the observed rate in percentage points',
        columns: ['Patients', 'Chance alone', 'With an unknown α/β'],
        rows: [50, PATIENTS, 500, 5000].map((patients) => {
          const { chance, both } = deviations(patients, rates);
          return [String(patients), chance.toFixed(2), both.toFixed(2)];
        }),
      },
      picture: deviationPicture(rates),
    };
  },
  play: ({ sigma, gamma50 }, tools): Finding => {
    const rates = ratesAt(tools, gamma50, sigma);
    const ever = deviations(COUNTLESS, rates).both;
    return {
      sentence: `However many patients, *${ever.toFixed(1)} percentage points* of scatter are left.`,
      picture: deviationPicture(rates),
    };
  },
};

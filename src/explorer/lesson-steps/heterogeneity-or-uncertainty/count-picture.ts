import { binomialProbabilities } from '../../../numeric/binomial-probabilities.ts';
import type { RateLaw } from '../../lesson-parts/rate-law.ts';
import type { Picture, Series } from '../../lessons/definition.ts';

/** Probability of each count in %, from 0 to all patients, rates having a law. */
function countLaw(patients: number, { rates, weights }: RateLaw): number[] {
  const law = new Array<number>(patients + 1).fill(0);
  rates.forEach((rate, node) => {
    const { first, probabilities } = binomialProbabilities(patients, rate);
    probabilities.forEach((probability, i) => {
      law[first + i] += 100 * weights[node] * probability;
    });
  });
  return law;
}

/** Counts rarer than this, in %, are cut off at the left. */
const SHOWN = 0.01;

/** The law of the count of patients controlled: one rate for all, and one rate that nobody knows. */
export function countPicture(patients: number, rates: RateLaw): Picture {
  const mean = rates.rates.reduce((sum, rate, i) => sum + rates.weights[i] * rate, 0);
  const known = countLaw(patients, { rates: [mean], weights: [1] });
  const unknown = countLaw(patients, rates);
  const from = known.findIndex((probability, count) => probability > SHOWN || unknown[count] > SHOWN);
  const points = (law: readonly number[]): Series['points'] =>
    law.slice(from).map((probability, i) => [from + i, probability] as const);
  return {
    title: 'Patients controlled, from trial to trial',
    x: { label: `Patients controlled of ${patients}`, unit: '' },
    y: { label: 'Probability', unit: '%' },
    series: [
      { name: 'the mean rate, known', points: points(known) },
      { name: 'one unknown α/β for all', points: points(unknown) },
    ],
  };
}

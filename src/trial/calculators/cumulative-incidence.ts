import { positive, strict, years } from '../../numeric/quantities.ts';
import { competingIncidences } from '../competing-incidences.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { defineCalculator } from './definition.ts';

export const cumulativeIncidence = defineCalculator({
  summary:
    'Two events that compete at constant hazards: cumulative incidence of each, beside one minus Kaplan–Meier.',
  reference: 'Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time Data, ch. 8',
  parameters: strict({
    hazardPerYear: positive('hazard of the event a year'),
    competingHazardPerYear: positive('hazard a year of the event that comes in its way'),
    atYears: years('the time of the incidence'),
  }),
  examples: [{ hazardPerYear: 0.02, competingHazardPerYear: 0.08, atYears: 5 }],
  solve: ({ hazardPerYear, competingHazardPerYear, atYears }) => {
    const found = competingIncidences(hazardPerYear, competingHazardPerYear, atYears);
    const { incidence, competingIncidence, naive, neither } = found;
    return {
      variant: [
        'Cumulative incidence: λ₁/(λ₁ + λ₂) (1 − e^−(λ₁ + λ₂)t).',
        'One minus Kaplan–Meier, the competing event counted as censoring, is the net probability 1 − e^−λ₁t: as if nobody met the competing event.',
      ],
      rows: [
        { label: 'Cumulative incidence', kind: 'probability', exact: incidence },
        { label: 'One minus Kaplan–Meier', kind: 'probability', exact: naive },
        { label: 'Cumulative incidence of the other', kind: 'probability', exact: competingIncidence },
        { label: 'Neither', kind: 'probability', exact: neither },
      ],
      numbers: { ...found },
      sentence: `By ${atYears} years ${exactPercentWords(incidence)} of patients have the event and ${exactPercentWords(competingIncidence)} the other one first; one minus Kaplan–Meier estimates ${exactPercentWords(naive)}.`,
    };
  },
});

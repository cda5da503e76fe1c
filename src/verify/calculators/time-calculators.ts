import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { createTimeSorter } from '../../trial/sort-times.ts';
import { CENSORED, COMPETING, FAILURE, type TimeData } from '../../trial/time-data.ts';
import { cumulativeIncidenceAt } from '../../trial/time-statistics/aalen-johansen.ts';
import { lowerControlLimit, upperControlLimit } from '../../trial/time-statistics/control-limits.ts';
import { greenwoodVariance, kaplanMeierAt } from '../../trial/time-statistics/kaplan-meier.ts';
import { restrictedMeanTime } from '../../trial/time-statistics/restricted-mean-time.ts';
import { createRiskTabulator, type RiskTable } from '../../trial/time-statistics/risk-table.ts';
import type { TimeFinding } from '../../trial/time-tests/definition.ts';
import { type TimeTestName, timeTests } from '../../trial/time-tests/index.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

/** Patients of both arms, from texts of years with + where one is censored and * where a competing event came. */
function patientsOf({ control, experimental }: TrialInputs, exchangesEvents = false): TimeData {
  const words = [...control.split(' '), ...experimental.split(' ')];
  const years = Float64Array.from(words, (word) => Number.parseFloat(word));
  const [failure, competing] = exchangesEvents ? [COMPETING, FAILURE] : [FAILURE, COMPETING];
  const status = Uint8Array.from(words, (word) =>
    word.endsWith('+') ? CENSORED : word.endsWith('*') ? competing : failure,
  );
  const arm = Uint8Array.from(words, (_, k) => (k < control.split(' ').length ? 0 : 1));
  return createTimeSorter()(years, status, arm, words.length);
}

const find = (name: TimeTestName, inputs: TrialInputs, margin = inputs.margin): TimeFinding =>
  timeTests[name].create(margin, inputs.atYears)(patientsOf(inputs));

const square = (value: number): number => value * value;

/** Figures of each arm, under their names with the arm before them. */
function byArm(inputs: TrialInputs, figuresOf: (table: RiskTable, arm: number) => Figures): Figures {
  const table = createRiskTabulator()(patientsOf(inputs));
  return Object.fromEntries(
    ['control', 'experimental'].flatMap((name, arm) =>
      Object.entries(figuresOf(table, arm)).map(([figure, value]) => [name + figure, value]),
    ),
  );
}

function grayTest(inputs: TrialInputs): Figures {
  const test = timeTests.gray.create(1, 1);
  return {
    chiSquareOfFailure: square(test(patientsOf(inputs)).statistic),
    chiSquareOfCompeting: square(test(patientsOf(inputs, true)).statistic),
  };
}

/** The estimate of a model of hazards. */
function logHazardRatio(name: TimeTestName, inputs: TrialInputs): Figures {
  const { estimate, standardError } = find(name, inputs, 1);
  return { logHazardRatio: estimate, standardError };
}

/** Times of failure in two arms. */
export const timeCalculators: TrialCalculators = {
  'log-rank test': (inputs) => ({ chiSquare: square(find('logRank', inputs, 1).statistic) }),
  'score test of a hazard ratio': (inputs) => ({ chiSquare: square(find('logRank', inputs).statistic) }),
  'Cox model of two arms': (inputs) => logHazardRatio('cox', inputs),
  'Fine-Gray model of two arms': (inputs) => logHazardRatio('fineGray', inputs),
  "Gray's test": grayTest,
  'Kaplan-Meier at a time': (inputs) => {
    const score = normalQuantile((1 + inputs.level) / 2);
    return byArm(inputs, (table, arm) => {
      const point = kaplanMeierAt(table, arm, inputs.atYears);
      return {
        Probability: point.control,
        StandardError: Math.sqrt(greenwoodVariance(point)),
        Low: lowerControlLimit(point, score),
        High: upperControlLimit(point, score),
      };
    });
  },
  'difference of Kaplan-Meier probabilities': (inputs) => {
    const { estimate, standardError, statistic } = find('kaplanMeier', inputs);
    return { difference: estimate, standardError, score: statistic };
  },
  'complementary log-log test at a time': (inputs) => {
    const { estimate, standardError, statistic } = find('kaplanMeierRatio', inputs);
    return { logRatio: estimate, standardError, score: statistic };
  },
  'restricted mean times': (inputs) => {
    const { estimate, standardError } = find('restrictedMean', inputs, 0);
    const arms = byArm(inputs, (table, arm) => {
      const { years, variance } = restrictedMeanTime(table, arm, inputs.atYears);
      return { Years: years, StandardError: Math.sqrt(variance) };
    });
    return { ...arms, difference: estimate, standardError };
  },
  'cumulative incidences of two arms': (inputs) =>
    byArm(inputs, (table, arm) => {
      const { failure, variance, competing } = cumulativeIncidenceAt(table, arm, inputs.atYears);
      return { Failure: failure, StandardError: Math.sqrt(variance), Competing: competing };
    }),
};

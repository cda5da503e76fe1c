import { createColumns, createReplicateSimulator } from '../engine/simulate-replicates.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial } from '../scenario/trial.ts';
import { createTimeSorter } from '../trial/sort-times.ts';
import { CENSORED, COMPETING, FAILURE } from '../trial/time-data.ts';
import { cumulativeIncidenceAt } from '../trial/time-statistics/aalen-johansen.ts';
import { kaplanMeierAt } from '../trial/time-statistics/kaplan-meier.ts';
import { createRiskTabulator } from '../trial/time-statistics/risk-table.ts';

/** Estimates from simulated patients whose deaths compete with their failures. */
export interface SimulatedIncidences {
  /** By Aalen and Johansen. */
  readonly incidence: number;
  /** One minus Kaplan–Meier, with death as censoring. */
  readonly naive: number;
}

/** Simulates the patients of both arms once, as one group followed for so many years, and estimates from their times. */
export function simulateIncidences(scenario: Scenario, atYears: number): SimulatedIncidences {
  const trial = createTrial(scenario);
  const known = trial.truth(0);
  const simulator = createReplicateSimulator(trial, known, []);
  simulator.simulate(0, 0, createColumns(trial, known.truth.endpoints.length, 1), 0);
  const size = trial.design.sizes.reduce((a, b) => a + b, 0);
  const [years, status] = [new Float64Array(size), new Uint8Array(size)];
  let at = 0;
  simulator.outcomes.forEach(({ failureYears: [failures], deathYears }, arm) => {
    for (let i = 0; i < trial.design.sizes[arm]; i++, at++) {
      years[at] = Math.min(failures[i], deathYears[i], atYears);
      const ended = failures[i] <= deathYears[i] ? FAILURE : COMPETING;
      status[at] = Math.min(failures[i], deathYears[i]) <= atYears ? ended : CENSORED;
    }
  });
  const table = createRiskTabulator()(createTimeSorter()(years, status, new Uint8Array(size), size));
  return {
    incidence: cumulativeIncidenceAt(table, 0, atYears).failure,
    naive: 1 - kaplanMeierAt(table, 0, atYears).control,
  };
}

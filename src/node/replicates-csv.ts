import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import type { ReplicateColumns, ReplicatesResult, WorldsResult } from '../engine/batch-result.ts';
import type { SortedResults } from '../engine/merge.ts';
import { succeeds } from '../engine/simulate-replicates.ts';
import { estimateInRow } from '../engine/summarise-claims.ts';
import { endpointIndex, type Trial } from '../scenario/trial.ts';

/** Rows of the file: replicates of world 0 under each truth, and of further worlds where power is simulated. */
export function replicateRows({ replicates, worlds }: SortedResults): number {
  const rows = (parts: readonly (ReplicatesResult | WorldsResult)[]): number =>
    parts.reduce((sum, part) => sum + (part.columns?.rows ?? 0), 0);
  return rows(replicates.flat()) + rows(worlds);
}

function header(trial: Trial): string {
  const { endpoints } = trial.truth(0).truth;
  const perArm = trial.arms.flatMap(({ name }) => [
    `${name}.evaluable`,
    ...endpoints.map(({ definition }) => `${name}.${definition.name}.events`),
  ]);
  const perClaim = trial.design.claims.flatMap(({ endpoint: { name } }) => [
    `${name}.estimate`,
    `${name}.passes`,
    `${name}.eventsAtMargin`,
    `${name}.passesAtMargin`,
  ]);
  return ['truth', 'world', 'replicate', ...perArm, ...perClaim, 'success'].join(',');
}

function line(
  trial: Trial,
  columns: ReplicateColumns,
  row: number,
  isWorld: boolean,
  truthIndex: number,
): string {
  const arms = trial.arms.length;
  const { truth } = trial.truth(truthIndex);
  const endpoints = truth.endpoints.length;
  const cells: (number | string)[] = [];
  for (let a = 0; a < arms; a++) {
    cells.push(columns.evaluable[row * arms + a]);
    for (let e = 0; e < endpoints; e++) cells.push(columns.events[(row * arms + a) * endpoints + e]);
  }
  trial.design.claims.forEach((claim, k) => {
    const at = row * trial.design.claims.length + k;
    const estimate = estimateInRow(trial, columns, row, endpointIndex(truth, claim), endpoints);
    cells.push(Number.isNaN(estimate) ? '' : Number(estimate.toPrecision(12)), columns.passes[at]);
    cells.push(isWorld ? '' : columns.marginEvents[at], isWorld ? '' : columns.passesAtMargin[at]);
  });
  cells.push(succeeds(columns, row, trial.design.claims.length) ? 1 : 0);
  return cells.join(',');
}

/** Writes one line a replicate, sorted by truth, world and replicate. */
export function writeReplicates(path: string, trial: Trial, { replicates, worlds }: SortedResults): void {
  const file = openSync(`${path}.part`, 'w');
  const write = (
    columns: ReplicateColumns,
    truth: number,
    place: (row: number) => string,
    isWorld: boolean,
  ): void => {
    const name = trial.truthNames[truth];
    const lines = Array.from(
      { length: columns.rows },
      (_, row) => `${name},${place(row)},${line(trial, columns, row, isWorld, truth)}\n`,
    );
    writeSync(file, lines.join(''));
  };
  try {
    writeSync(file, `${header(trial)}\n`);
    replicates.forEach((parts, truth) => {
      let from = 0;
      for (const { columns } of parts) {
        const first = from;
        write(columns, truth, (row) => `0,${first + row}`, false);
        from += columns.rows;
      }
      if (truth !== 0) return;
      const { replicatesPerWorld } = trial.scenario.simulation;
      let world = 1;
      for (const { columns, power } of worlds) {
        const first = world;
        if (columns)
          write(
            columns,
            0,
            (row) => `${first + Math.floor(row / replicatesPerWorld)},${row % replicatesPerWorld}`,
            true,
          );
        world += power.length;
      }
    });
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}

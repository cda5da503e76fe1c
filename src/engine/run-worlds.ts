import { armCells, slackCount, slacks, type Trial } from '../scenario/trial.ts';
import { uncertainPaths } from '../scenario/truth-specs.ts';
import { exactDesign } from '../trial/exact-design.ts';
import type { WorldsResult } from './batch-result.ts';
import { type OnPiece, unwatched } from './on-piece.ts';
import { hasExactPower } from './run-exact.ts';
import {
  type CreateColumns,
  createColumns,
  createReplicateSimulator,
  succeeds,
} from './simulate-replicates.ts';

/** Draws worlds `from` … `to` − 1 and finds each one's rates and power: exactly, or by its replicates. */
export function runWorlds(
  trial: Trial,
  from: number,
  to: number,
  {
    columnsOf = createColumns,
    onPiece = unwatched,
  }: { readonly columnsOf?: CreateColumns; readonly onPiece?: OnPiece } = {},
): WorldsResult {
  const { scenario, design, arms } = trial;
  const perWorld = scenario.simulation.replicatesPerWorld;
  const endpoints = trial.truth(0).truth.endpoints.length;
  const paths = uncertainPaths(scenario).length;
  const worlds = to - from;
  const required = slackCount(design);
  const result = {
    draws: new Float64Array(worlds * paths),
    rates: new Float64Array(worlds * arms.length * endpoints),
    slacks: new Float64Array(worlds * required),
    power: new Float64Array(worlds),
  };
  let isExact = true;
  let hasExactRates = true;
  let columns: ReturnType<CreateColumns> | undefined;
  for (let w = 0; w < worlds; w++) {
    onPiece(from + w);
    const draw = trial.drawWorld(from + w);
    const known = trial.truthInWorld(draw);
    result.draws.set(
      draw.map(([, value]) => value),
      w * paths,
    );
    known.rates.arms.forEach(({ rates }, arm) => {
      result.rates.set(rates, (w * arms.length + arm) * endpoints);
    });
    result.slacks.set(slacks(trial, known), w * required);
    hasExactRates &&= known.rates.exact;
    if (hasExactPower(trial, known)) {
      result.power[w] = exactDesign(design, trial.matrices, armCells(trial, known))!.joint;
      continue;
    }
    isExact = false;
    columns ??= columnsOf(trial, endpoints, worlds * perWorld);
    const simulator = createReplicateSimulator(trial, known, []);
    let successes = 0;
    for (let r = 0; r < perWorld; r++) {
      const row = w * perWorld + r;
      onPiece(from + w, r);
      simulator.simulate(from + w, r, columns, row);
      if (succeeds(columns, row, design)) successes++;
    }
    result.power[w] = successes / perWorld;
  }
  return { kind: 'worlds', ...result, isExact, hasExactRates, ...(columns && { columns }) };
}

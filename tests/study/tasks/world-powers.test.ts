import { expect, it } from 'vitest';
import { runExact } from '../../../src/engine/run-exact.ts';
import { openTaskPool } from '../../../src/node/task-pool.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { runTask, runTasksHere } from '../../../src/study/run-tasks.ts';
import type { WorldPowersInput } from '../../../src/study/tasks/world-powers.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';

const PATHS = ['truth.cohort.heterogeneity.alphaBetaGy', 'truth.localControl.gamma50'];
const ask = (
  sets: readonly string[],
  worlds: readonly (readonly [number, number, number])[],
): WorldPowersInput => ({
  scenario: readShipped('sts-5x6-vs-25x2', ...sets).scenario,
  paths: PATHS,
  values: Float64Array.from(worlds.flatMap((world) => world.slice(0, 2))),
  streams: Uint32Array.from(worlds, ([, , stream]) => stream),
  replicates: 40,
});
const powersOf = (input: WorldPowersInput) => runTask({ kind: 'worldPowers', input });

it('finds in a world what a truth with its values has', () => {
  const found = powersOf(
    ask(
      [],
      [
        [2, 1.5, 7],
        [10, 1.5, 8],
        [3, 1, 9],
      ],
    ),
  );
  const truthOf = (alphaBetaGy: number, gamma: number) => {
    const sets = [`${PATHS[0]}=${alphaBetaGy}`, `${PATHS[1]}=${gamma}`];
    return runExact(createTrial(readShipped('sts-5x6-vs-25x2', ...sets).scenario), 0);
  };
  [truthOf(2, 1.5), truthOf(10, 1.5), truthOf(3, 1)].forEach(({ success, rates }, w) => {
    expect(found.power[w]).toBeCloseTo(success!.power, 9);
    expect([found.control[w], found.experimental[w]]).toEqual([
      expect.closeTo(rates[0][0], 9),
      expect.closeTo(rates[1][0], 9),
    ]);
    expect(found.isTrue[w]).toBe(rates[1][0] > rates[0][0] - 0.07 ? 1 : 0);
  });
  expect([...found.isExact]).toEqual([1, 1, 1]);
  expect(found).not.toHaveProperty('successes');
});

it('simulates a power that has no exact value: the same trials in the same stream, whatever the other worlds', () => {
  const sets = ['design.unevaluable=0.05', 'design.perArm=30'];
  const found = powersOf(
    ask(sets, [
      [5, 1.5, 1],
      [5, 1.5, 2],
      [2, 1.5, 1],
      [5, 1.5, 1],
    ]),
  );
  const flags = (w: number): string => String(found.successes!.subarray(40 * w, 40 * (w + 1)));
  expect([...found.isExact]).toEqual([0, 0, 0, 0]);
  expect(flags(3)).toBe(flags(0));
  expect(flags(1)).not.toBe(flags(0));
  // Where the schedules are closer, no trial that succeeded fails: they have the same patients
  [...found.successes!.subarray(0, 40)].forEach((flag, r) => {
    expect(found.successes![80 + r]).toBeGreaterThanOrEqual(flag);
  });
  [0, 1, 2, 3].forEach((w) => {
    const count = found.successes!.subarray(40 * w, 40 * (w + 1)).reduce((sum, flag) => sum + flag, 0);
    expect(found.power[w]).toBe(count / 40);
  });
  const alone = powersOf(ask(sets, [[2, 1.5, 1]]));
  expect(alone.power[0]).toBe(found.power[2]);
});

it('gives in threads what it gives in one, and says which world is impossible', async () => {
  const inputs = [
    ask([], [[2, 1.5, 1]]),
    ask(
      [],
      [
        [4, 1.5, 1],
        [6, 1, 2],
      ],
    ),
  ];
  const pool = openTaskPool({ workers: 2 });
  try {
    expect(await pool.runTasks('worldPowers', inputs)).toEqual(await runTasksHere('worldPowers', inputs));
    const beyond = { ...inputs[0], paths: ['truth.localControl.anchor.rate', PATHS[1]] };
    await expect(
      pool.runTasks('worldPowers', [{ ...beyond, values: Float64Array.of(1.5, 1) }]),
    ).rejects.toThrow(/^impossible world \(truth\.localControl\.anchor\.rate = 1\.5/);
  } finally {
    await pool.close();
  }
});

import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { THREE_ARMS_ON_TIMES } from '../fixtures/three-arms.ts';

const columnsOf = async (text: string, ...sets: string[]) => {
  const { results } = await runInline(text, ...sets);
  return (results.filter(({ kind }) => kind === 'replicates') as ReplicatesResult[]).map(
    ({ columns }) => columns,
  );
};

/** Scores, passes and passes at the margin of the claim at a position, replicate by replicate. */
const ofClaim = (columns: Awaited<ReturnType<typeof columnsOf>>, k: number, claims: number): number[][] =>
  columns.flatMap(({ rows, times, passes, passesAtMargin }) =>
    Array.from({ length: rows }, (_, row) => {
      const at = row * claims + k;
      return [times!.statistic[at], times!.failures[at], passes[at], passesAtMargin[at]];
    }),
  );

describe('several arms against one control, on times', () => {
  it('makes each comparison on the patients of its two arms alone', async () => {
    const three = await columnsOf(THREE_ARMS_ON_TIMES);
    // Followed for five years each, whenever they come
    const alone = THREE_ARMS_ON_TIMES.replace(/ {2}gy26: .*\n/, '')
      .replace(/ {4}gy26: .*\n/, '')
      .replace(/ {2}comparisons: .*\n/, '');
    expect(ofClaim(three, 0, 2)).toEqual(ofClaim(await columnsOf(alone), 0, 1));
    const other = await columnsOf(THREE_ARMS_ON_TIMES, 'truth.localControl.gy27=0.5');
    expect(ofClaim(three, 1, 2)).toEqual(ofClaim(other, 1, 2));
    expect(ofClaim(three, 0, 2)).not.toEqual(ofClaim(other, 0, 2));
    const passes = ofClaim(three, 1, 2).map(([, , pass]) => pass);
    expect(new Set(passes)).toEqual(new Set([0, 1]));
  });

  it('tells what the analyses of each arm find', async () => {
    const { result } = await runInline(THREE_ARMS_ON_TIMES);
    const [{ times, timesByArm, operatingCharacteristics }] = result.truths;
    expect(Object.keys(timesByArm!)).toEqual(['gy27', 'gy26']);
    const { curves, ...first } = times!;
    expect(timesByArm!.gy27).toEqual(first);
    expect(curves.arms.map(({ name }) => name)).toEqual(['control', 'gy27', 'gy26']);
    const { byArm } = operatingCharacteristics.comparisons!;
    for (const [arm, control] of [
      ['gy27', 0.82],
      ['gy26', 0.76],
    ] as const) {
      const { approximation, failures, controlRates } = timesByArm![arm];
      expect(controlRates).toEqual([0.8, control]);
      // Nobody is lost: failures by five years are binomial
      expect(Math.abs(failures.estimate - 120 * (0.2 + 1 - control))).toBeLessThan(5.5 * failures.mcse);
      // Normal approximation is some points off at this size
      expect(Math.abs(approximation!.power - byArm[arm].power.estimate)).toBeLessThan(
        0.03 + 5.5 * byArm[arm].power.mcse,
      );
    }
    curves.arms.forEach(({ failure, failureExact }) => {
      // 200 trials of 120 patients: five standard errors are below a point and a half
      expect(Math.abs(failure.at(-1)! - failureExact!.at(-1)!)).toBeLessThan(0.015);
    });
  });

  it('waits for the failures of the two arms that it compares', async () => {
    const columns = await columnsOf(
      THREE_ARMS_ON_TIMES,
      'design.followUp={ events: { number: 30, withinYears: 12 } }',
      'simulation.replicates=100',
    );
    for (const k of [0, 1])
      expect(new Set(ofClaim(columns, k, 2).map(([, failures]) => failures))).toEqual(new Set([30]));
  });

  it('tells of every patient of a simulated trial how observation ended', async () => {
    const { scenario } = await runInline(THREE_ARMS_ON_TIMES, 'simulation.replicates=1');
    const { patients, claims } = replayTrial(createTrial(scenario), {
      truth: 'asPlanned',
      world: 0,
      replicate: 7,
    });
    expect(patients.filter(({ observation }) => observation === null)).toEqual([]);
    for (const { arm, experimental, control } of claims) {
      const failed = (name: string): number =>
        patients.filter((patient) => patient.arm === name && patient.observation!.end === 'failure').length;
      expect([control!.events, experimental.events]).toEqual([failed('control'), failed(arm!)]);
    }
  });

  it('gives the same bytes with three threads as without', async () => {
    const { scenario, results } = await runInline(THREE_ARMS_ON_TIMES);
    const threaded = await runInThreads(scenario, planBatches(scenario), { workers: 3 });
    expect(JSON.stringify(await mergeResults(scenario, threaded, []))).toBe(
      JSON.stringify(await mergeResults(scenario, results, [])),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { openTaskPool } from '../../../src/node/task-pool.ts';
import { readCells } from '../../../src/study/sweep/read-cells.ts';
import { runSweep } from '../../../src/study/sweep/run-sweep.ts';
import type { SweepResult, SweepRow } from '../../../src/study/sweep/sweep-result.ts';
import { runInline } from '../../fixtures/run-inline.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';
import { gridOf, rowsOf, sweepInline, sweptScenario } from '../../fixtures/sweep-inline.ts';
import { TWO_ARMS } from '../../report/make-result.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const SMALL = ['simulation.replicates=200', 'simulation.worlds=30', 'design.unevaluable=0.1'];

/** A design in which not everyone is analysed, with assurance. */
const example: Parameters<typeof sweepInline>[0] = {
  text: TWO_ARMS,
  vary: ['arms.experimental.schedule=5 x 6 Gy,5 x 5 Gy', 'design.perArm=20,30'],
  set: SMALL,
  hasTruths: true,
};

describe('runSweep', () => {
  let result: SweepResult;
  beforeAll(async () => {
    result = await sweepInline(example);
  });
  const row = (cell: number, truth: string, quantity: SweepRow['quantity'], of = ''): SweepRow =>
    rowsOf(result, quantity, of).find((r) => r.cell === cell && r.truth === truth)!;

  it('gives each cell what a run of it gives', async () => {
    const run = await runInline(
      TWO_ARMS,
      'arms.experimental.schedule=5 x 5 Gy',
      'design.perArm=30',
      ...SMALL,
    );
    const { truths, assurance, arms } = run.result;
    expect(result.cells[3].values).toEqual({
      'arms.experimental.schedule': '5 x 5 Gy',
      'design.perArm': '30',
    });
    expect(result.cells[3].sha256).toBe(run.result.scenario.sha256);
    for (const { name, arms, operatingCharacteristics } of truths) {
      expect(row(4, name, 'power')).toMatchObject(operatingCharacteristics.power);
      expect(row(4, name, 'typeIError')).toMatchObject(operatingCharacteristics.typeIError);
      const { localControl } = operatingCharacteristics.byEndpoint;
      expect(row(4, name, 'power', 'localControl')).toMatchObject(localControl!.power);
      for (const arm of arms)
        expect(row(4, name, 'rate', `${arm.name} woundComplication`)).toMatchObject(
          arm.endpoints.woundComplication!.rate,
        );
    }
    expect(row(4, 'asPlanned', 'eqd2Gy', 'experimental').estimate).toBe(arms[1].eqd2Gy);
    expect(row(4, 'asPlanned', 'assurance')).toMatchObject({ estimate: assurance!.estimate });
    expect(row(4, 'asPlanned', 'successAndFalse')).toMatchObject(assurance!.successAndFalse);
    expect(row(4, 'plannedRates', 'assurance')).toBeUndefined();
  });

  it('compares with the first cell, by errors that never exceed those of independent runs by more than chance', () => {
    for (const own of result.rows) {
      const base = row(1, own.truth, own.quantity, own.of);
      if (own.cell === 1) expect(own.difference).toBeUndefined();
      else {
        expect(own.difference).toBe(own.estimate - base.estimate);
        const independent = Math.sqrt(own.mcse * own.mcse + base.mcse * base.mcse);
        // Estimated from 30 worlds and more: relative error 1/√58 of a standard error, five times
        expect(own.differenceMcse).toBeLessThanOrEqual(independent * (1 + 5 / Math.sqrt(58)) + 1e-12);
      }
    }
  });

  it('has differences within 4 of their errors of the exact ones', () => {
    const known = result.rows.filter(
      ({ exact, differenceMcse }) => exact !== undefined && differenceMcse! > 0,
    );
    expect(known.length).toBeGreaterThan(30);
    for (const own of known) {
      const exact = own.exact! - row(1, own.truth, own.quantity, own.of).exact!;
      expect(Math.abs(own.difference! - exact)).toBeLessThan(4 * own.differenceMcse!);
    }
  });

  it('is the same in threads, and leaves out example patients', async () => {
    const grid = gridOf(...example.vary!);
    const cells = readCells(sweptScenario(example), grid);
    const seen = new Set<string>();
    const pool = openTaskPool({ workers: 2 });
    try {
      const again = await runSweep({ grid, cells, tips: result.tips }, (kind, inputs) => {
        for (const input of inputs) if ('batch' in input) seen.add(input.batch.kind);
        return pool.runTasks(kind, inputs);
      });
      expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    } finally {
      await pool.close();
    }
    expect([...seen].sort()).toEqual(['exact', 'replicates', 'worlds']);
  });

  it('says of which cell a drawn world cannot be', async () => {
    const cannotBe = sweepInline({
      text: shippedText('quick-start'),
      vary: ['design.perArm=60,70'],
      set: [
        'uncertainty={ truth.localControl.anchor.rate: { beta: { a: 4, b: 6 } } }',
        'truth.localControl.anchor.rate=0.4',
        'simulation.replicates=10',
        'simulation.worlds=200',
        'provenance={}',
      ],
    });
    await expect(cannotBe).rejects.toThrow(
      /^cell 1 \(design\.perArm=60\) {2}impossible world \(truth\.localControl\.anchor\.rate = 0\.\d+\): .*; narrow the laws/,
    );
  });
});

describe('tipping points', () => {
  it('5 × 6 Gy against 25 × 2 Gy: the claim, power and the arms turn where planning found it', async () => {
    const { answers, tippingPoints } = await sweepInline({
      text: shippedText('sts-5x6-vs-25x2'),
      vary: [`${ALPHA_BETA}=2..10/4`],
      set: ['simulation.replicates=100', 'simulation.worlds=0', 'provenance={}'],
    });
    // Planning question: EQD2 50 Gy at α/β 4.0; the claim false at 6, true at 5; power 80.4 % at 4
    expect(answers).toEqual([
      'The claim is true for α/β below 5.74 Gy; power is at least 80 % below 4.01 Gy; local control is equal in both arms at α/β 4.00 Gy, higher in the experimental arm below it.',
    ]);
    const equal = tippingPoints.find(({ criterion }) => criterion.kind === 'rates')!;
    expect(equal.crossings[0].at).toBeCloseTo(4, 12);
    expect(equal.crossings[0].isExact).toBe(true);
  });

  it('14 × 3 Gy against 5 × 6 Gy: equal at α/β 4.5 Gy', async () => {
    const { tippingPoints } = await sweepInline({
      text: shippedText('scopes-ii'),
      vary: [`${ALPHA_BETA}=2,7`],
      set: [
        'simulation.replicates=50',
        'simulation.worlds=0',
        'provenance={}',
        'truth.cohort.correlation=[]',
        'uncertainty={}',
      ],
    });
    const equal = tippingPoints.filter(({ criterion }) => criterion.kind === 'rates');
    expect(equal.map(({ criterion }) => 'endpoint' in criterion && criterion.endpoint)).toEqual([
      'localControl',
    ]);
    // 42·(3 + x) = 30·(6 + x); rates nearer than 1e-12 count as equal, and fall apart by over 0.01 a Gy
    expect(Math.abs(equal[0].crossings[0].at - 4.5)).toBeLessThan(1e-10);
  });

  it('is interpolated where the path takes whole numbers, or values are simulated', async () => {
    const { tippingPoints } = await sweepInline({
      text: shippedText('sts-5x6-vs-25x2'),
      vary: ['design.perArm=100,200,300'],
      set: ['simulation.replicates=100', 'simulation.worlds=200', `${ALPHA_BETA}=3.5`],
      tips: [
        { quantity: 'power', target: 0.9 },
        { quantity: 'assurance', target: 0.45 },
      ],
    });
    expect(tippingPoints.map(({ criterion }) => criterion.kind)).toEqual(['quantity', 'quantity']);
    for (const { crossings } of tippingPoints) {
      expect(crossings).toHaveLength(1);
      expect(crossings[0]).toMatchObject({ isExact: false, standardError: 0 });
    }
    expect(tippingPoints[0].sentence).toMatch(
      /^Power is at least 90 % for perArm above \d+ \(interpolated\)\.$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { SweepRow } from '../../../src/study/sweep/sweep-result.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';
import { rowsOf, sweepInline } from '../../fixtures/sweep-inline.ts';

// Figures of planning questions, reckoned before and apart from this program

describe('15 × 2.85 Gy, stopped for wound complications, outcomes known at once', () => {
  it('stops so often and after so many patients, at both certainties', async () => {
    const result = await sweepInline({
      text: shippedText('hyport-sts'),
      vary: ['design.interim.0.toxicityStop.certainty=0.95,0.98'],
      // Nobody is enrolled while a look waits: as if outcomes were known at once
      set: ['design.accrual.pausesAtLooks=true', 'simulation.replicates=2000', 'simulation.worlds=0'],
      hasTruths: true,
    });
    const truths = ['rate25', 'rate35', 'rate45', 'rate55'];
    const at = (quantity: SweepRow['quantity'], cell: number) =>
      truths.map((truth) => rowsOf(result, quantity).find((r) => r.cell === cell && r.truth === truth)!);
    const check = (rows: readonly SweepRow[], published: readonly number[], digit: number): void => {
      rows.forEach(({ estimate, mcse, exact }, i) => {
        expect(Math.abs(exact! - published[i])).toBeLessThanOrEqual(digit / 2);
        expect(Math.abs(estimate - exact!)).toBeLessThan(4 * mcse);
      });
    };
    check(at('stopped', 1), [0.007, 0.154, 0.822, 0.999], 1e-3);
    check(at('stopped', 2), [0.004, 0.079, 0.664, 0.994], 1e-3);
    check(at('expectedSampleSize', 1), [119.2, 108.8, 63.2, 27.8], 0.1);
  });
});

describe('the lesson on α/β', () => {
  it('has the table of EQD2 from one sweep', async () => {
    const schedules = ['15 x 2.85 Gy', '14 x 3 Gy', '5 x 5 Gy', '5 x 6 Gy', '5 x 7 Gy', '5 x 8 Gy'];
    const { cells, rows } = await sweepInline({
      text: shippedText('lesson-alpha-beta'),
      vary: [
        `arms.experimental.schedule=${schedules.join(',')}`,
        'truth.cohort.heterogeneity.alphaBetaGy=2,4.9,10',
      ],
      set: ['simulation.replicates=20'],
    });
    const table = schedules.map((schedule) =>
      cells
        .filter(({ values }) => values['arms.experimental.schedule'] === schedule)
        .map(
          ({ cell }) =>
            rows.find((r) => r.cell === cell && r.quantity === 'eqd2Gy' && r.of === 'experimental')!.exact!,
        ),
    );
    const published = [
      [51.8, 48.0, 45.8],
      [52.5, 48.1, 45.5],
      [43.8, 35.9, 31.2],
      [60.0, 47.4, 40.0],
      [78.8, 60.4, 49.6],
      [100, 74.8, 60],
    ];
    table.forEach((row, i) => {
      // Printed to a tenth: 31.25 as 31.2
      row.forEach((eqd2Gy, j) => {
        expect(Math.abs(eqd2Gy - published[i][j])).toBeLessThanOrEqual(0.05 + 1e-9);
      });
    });
  });
});

describe('25 × 2 Gy against 15 × 2.85 Gy under residual disease', () => {
  it('common random numbers at least halve the error of the difference in control', async () => {
    const ask = (seed: string) =>
      sweepInline({
        text: shippedText('alpha-beta-demonstration'),
        vary: ['arms.experimental.schedule=25 x 2 Gy,15 x 2.85 Gy'],
        set: [`seed=${seed}`, 'design.perArm=100', 'simulation.replicates=1000'],
      });
    const [one, other] = [await ask('one'), await ask('other')].map((result) =>
      rowsOf(result, 'rate', 'experimental localControl'),
    );
    const independent = Math.sqrt(one[0].mcse * one[0].mcse + other[1].mcse * other[1].mcse);
    // A standard error from n replicates has the relative error 1/√(2(n − 1)): five of that of each of the two
    const tolerance = 5 * Math.sqrt(2) * (1 / Math.sqrt(2 * 999));
    for (const [base, changed] of [one, other]) {
      expect((changed.differenceMcse! / independent) * (1 + tolerance)).toBeLessThan(0.5);
      const exact = changed.exact! - base.exact!;
      expect(Math.abs(changed.difference! - exact)).toBeLessThan(4 * changed.differenceMcse!);
    }
  });
});

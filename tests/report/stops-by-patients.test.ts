import { expect, it } from 'vitest';
import { stopsByPatients } from '../../src/report/stops-by-patients.ts';

const look = (rule: number, patients: number, estimate: number, exact?: number) => ({
  rule,
  patients,
  stop: { estimate, mcse: 0.01, ...(exact !== undefined && { exact }) },
});

it('adds up the looks of all rules, simulated and exact, with the MCSE of the sum', () => {
  const rows = stopsByPatients(
    [look(0, 10, 0.1, 0.11), look(1, 10, 0.05, 0.04), look(0, 20, 0.25, 0.25)],
    400,
  );
  expect(rows.map(({ patients }) => patients)).toEqual([10, 20]);
  expect(rows[0].stop).toEqual(rows[0].cumulative);
  expect(rows[0].stop.estimate).toBe(0.15);
  expect(rows[0].stop.exact).toBeCloseTo(0.15, 14);
  expect(rows[1].cumulative.estimate).toBe(0.4);
  // √(0.4 · 0.6/400)
  expect(rows[1].cumulative.mcse).toBeCloseTo(0.0244949, 7);
  expect(rows[1].cumulative.exact).toBeCloseTo(0.4, 14);
});

it('has no exact sum where a look has none', () => {
  const rows = stopsByPatients([look(0, 10, 0.1, 0.11), look(0, 20, 0.25)], 400);
  expect(rows[0].cumulative.exact).toBe(0.11);
  expect(rows[1].cumulative).not.toHaveProperty('exact');
});

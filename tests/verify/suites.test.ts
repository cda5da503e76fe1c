import { describe, expect, it } from 'vitest';
import { runSuites } from '../../src/verify/run-suites.ts';
import { suites } from '../../src/verify/suites/index.ts';
import { shippedFiles } from '../fixtures/shipped-files.ts';

const cases = [...runSuites(suites, shippedFiles)];

describe('the suites', () => {
  it.each(cases)('$suite: $id', (verified) => {
    expect(verified.passes, JSON.stringify(verified, null, 2)).toBe(true);
  });

  it('name every case once, with a title and a source', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(cases.filter(({ title, source }) => title.length < 3 || source.length < 10)).toEqual([]);
  });

  it.each(Object.keys(suites))('%s has cases, each with figures that can be missed', (name) => {
    const own = cases.filter(({ suite }) => suite === name);
    expect(own.length).toBeGreaterThan(4);
    for (const { id, expected, tolerance } of own) {
      const figures = Object.entries(expected);
      expect(figures.length, id).toBeGreaterThan(0);
      for (const [figure, value] of figures) {
        // The least digits are those of a p-value published as 0.01
        const most = figure === 'errorsApart' ? 5 : Math.abs(Number(value)) / 2 + 1e-6;
        if (typeof value === 'number') expect(tolerance[figure], `${id} ${figure}`).toBeLessThanOrEqual(most);
      }
    }
  });

  it('hold negative controls, all of them in the suite of that name', () => {
    const controls = cases.filter(({ isNegativeControl }) => isNegativeControl);
    expect(new Set(controls.map(({ suite }) => suite))).toEqual(new Set(['negativeControls']));
  });
});

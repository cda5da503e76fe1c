import { describe, expect, it } from 'vitest';
import { complicationModels } from '../../src/radiobiology/complications/index.ts';
import type { EffectiveDose } from '../../src/radiobiology/effective-dose.ts';
import type { Columns } from '../../src/radiobiology/endpoint-model.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { plainDose } from '../fixtures/effective-dose.ts';

const { statedRates: _, ...control } = tumourControlModels;
const { statedRates: __, ...complications } = complicationModels;

/** Values of a free parameter inside, and at the ends of, what a solver would look at. */
const freeValues = ({ low, high }: { low: number; high: number }): number[] => [
  low,
  low + 0.01 * (high - low),
  (low + high) / 2,
  high,
];
const cases = Object.entries({ ...control, ...complications }).flatMap(([name, definition]) =>
  definition.examples.flatMap((example) => {
    const free = 'anchor' in example && definition.free ? freeValues(definition.free) : [undefined];
    return free.map((value) => ({
      title: `${name} ${JSON.stringify(example)} ${value ?? ''}`,
      definition,
      example,
      value,
    }));
  }),
);

const rows = [0.001, 0.05, 0.3, 2].flatMap((alphaPerGy) =>
  [0.5, 3, 40].flatMap((alphaBetaGy) =>
    [0.5, 60].map((tumourSizeCm) => ({ alphaPerGy, alphaBetaGy, tumourSizeCm })),
  ),
);
const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
const patients: Columns = {
  alphaPerGy: column((row) => row.alphaPerGy),
  alphaBetaGy: column((row) => row.alphaBetaGy),
  tumourSizeCm: column((row) => row.tumourSizeCm),
  lowerLimb: column((row) => (row.tumourSizeCm > 1 ? 1 : 0)),
};

/** No fraction at all; then up to a BED of 2000 Gy at α/β 0.5 Gy and beyond. */
const doses: EffectiveDose[] = [
  { bed: () => 0, lostGy: 0, lostEffect: 0, fractions: [] },
  ...[
    [1, 1e-6],
    [1, 0.1],
    [5, 8],
    [35, 2],
    [2, 20],
    [30, 5.5],
    [1, 60],
    [200, 10],
  ].map(([n, d]) => plainDose(n, d)),
];

describe.each(cases)('$title', ({ definition, example, value }) => {
  it('gives probabilities, that never fall with dose, at any dose and radiosensitivity', () => {
    const model = definition.create(definition.parameters.parse(example), {
      levels: {},
      ...(value !== undefined && { free: value }),
    });
    let before: Float64Array | undefined;
    for (const dose of [doses[0], doses[1], doses[2], doses[4], doses[6], doses[8]]) {
      const out = new Float64Array(rows.length);
      model.probabilities({ name: 'control', doses: [dose] }, patients, out, rows.length);
      out.forEach((p, i) => {
        expect(p >= 0 && p <= 1, `${p} of ${JSON.stringify(rows[i])}`).toBe(true);
        if (before) expect(p).toBeGreaterThanOrEqual(before[i] - 1e-12);
      });
      before = out;
    }
    for (const dose of doses) {
      const out = new Float64Array(rows.length);
      model.probabilities({ name: 'control', doses: [dose] }, patients, out, rows.length);
      expect(out.every((p) => p >= 0 && p <= 1)).toBe(true);
    }
  });
});

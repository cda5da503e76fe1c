import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/numeric/find-root.ts';
import { complicationModels } from '../../src/radiobiology/complications/index.ts';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const patients = {
  alphaPerGy: Float64Array.of(0.3),
  alphaBetaGy: Float64Array.of(10),
  tumourSizeCm: Float64Array.of(7.5),
  lowerLimb: Float64Array.of(1),
};
const anchored: [string, ModelDefinition, object][] = Object.entries({
  ...tumourControlModels,
  ...complicationModels,
}).flatMap(([name, definition]) =>
  definition.examples
    .filter((example) => 'anchor' in example && name !== 'residualDisease')
    .map((example): [string, ModelDefinition, object] => [name, definition, example]),
);

describe('the interval searched for the parameter that an anchor determines', () => {
  it('is tried for every anchored example', () => {
    expect(anchored.map(([name]) => name)).toEqual(
      expect.arrayContaining(['poisson', 'binomial', 'zaiderMinerbo', 'poissonDose', 'withersLinear']),
    );
    expect(anchored.map(([name]) => name)).toEqual(
      expect.arrayContaining(['lkb', 'niemierko', 'relativeSeriality', 'logLogistic']),
    );
  });

  it.each(anchored)(
    'of %s holds the value for rates near its floor, in the middle, and near 1',
    (_, definition, example) => {
      for (const [n, d] of [
        [25, 2],
        [1, 2],
        [5, 8],
      ]) {
        const rateAt = (free: number): number => {
          const model = definition.create(definition.parameters.parse(example), { levels: {}, free });
          const out = new Float64Array(1);
          model.probabilities(plainArm(n, d), patients, out, 1);
          return out[0];
        };
        const { low, high } = definition.free!;
        const floor = Math.min(rateAt(low), rateAt(high));
        for (const share of [0.02, 0.5, 0.98]) {
          const rate = floor + (1 - floor) * share;
          expect(rateAt(findRoot((free) => rateAt(free) - rate, low, high))).toBeCloseTo(rate, 9);
        }
      }
    },
  );
});

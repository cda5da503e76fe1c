import { describe, expect, it } from 'vitest';
import { exactTwoArmSequential, type TwoArmLooks } from '../../src/trial/exact-two-arm-sequential.ts';
import { rejectionProbability, rejectionRegion } from '../../src/trial/rejection-region.ts';
import { farringtonManning } from '../../src/trial/tests/farrington-manning.ts';

/** Every sequence of outcomes of a small trial, one by one. */
function everyTrial({ sizes, decide }: TwoArmLooks, [control, experimental]: readonly [number, number]) {
  const [nc, ne] = sizes.at(-1)!;
  const stops = sizes.map(() => ({ efficacy: 0, futility: 0 }));
  const expected = [0, 0];
  for (let outcomes = 0; outcomes < 2 ** (nc + ne); outcomes++) {
    const isSuccess = (i: number): number => (outcomes >> i) & 1;
    let probability = 1;
    for (let i = 0; i < nc + ne; i++) {
      const rate = i < nc ? control : experimental;
      probability *= isSuccess(i) ? rate : 1 - rate;
    }
    let end = sizes.length - 1;
    for (let look = 0; look < sizes.length; look++) {
      const [controlSize, experimentalSize] = sizes[look];
      let [controlSuccesses, experimentalSuccesses] = [0, 0];
      for (let i = 0; i < controlSize; i++) controlSuccesses += isSuccess(i);
      for (let i = 0; i < experimentalSize; i++) experimentalSuccesses += isSuccess(nc + i);
      const verdict = decide(look, {
        controlSuccesses,
        controlSize,
        experimentalSuccesses,
        experimentalSize,
      });
      if (verdict === undefined) continue;
      stops[look][verdict] += probability;
      end = look;
      break;
    }
    expected[0] += probability * sizes[end][0];
    expected[1] += probability * sizes[end][1];
  }
  return { stops, expected };
}

describe('exact two-arm looks', () => {
  it('agree with every sequence of outcomes of a small trial', () => {
    const looks: TwoArmLooks = {
      sizes: [
        [2, 3],
        [4, 3],
        [6, 7],
      ],
      decide: (look, { controlSuccesses: c, experimentalSuccesses: e }) =>
        e - c >= 3 - look ? 'efficacy' : c - e >= 2 ? 'futility' : undefined,
    };
    for (const rates of [
      [0.3, 0.6],
      [0.8, 0.15],
      [1, 0],
    ] as const) {
      const found = exactTwoArmSequential(looks, rates);
      const { stops, expected } = everyTrial(looks, rates);
      found.stops.forEach((stop, look) => {
        expect(stop.efficacy).toBeCloseTo(stops[look].efficacy, 13);
        expect(stop.futility).toBeCloseTo(stops[look].futility, 13);
      });
      expect(found.power).toBeCloseTo(
        stops.reduce((sum, { efficacy }) => sum + efficacy, 0),
        13,
      );
      found.expectedSizes.forEach((size, arm) => {
        expect(size).toBeCloseTo(expected[arm], 12);
      });
    }
  });

  it('are the single analysis where interim looks stop nothing', () => {
    const rejects = farringtonManning.create(0.1, { alpha: 0.05, sides: 1 });
    const looks: TwoArmLooks = {
      sizes: [
        [31, 60],
        [50, 60],
        [90, 180],
      ],
      decide: (look, counts) => (look === 2 && rejects(counts) ? 'efficacy' : undefined),
    };
    const { power, expectedSizes, stops } = exactTwoArmSequential(looks, [0.8, 0.82]);
    const region = rejectionRegion(rejects, true, 90, 180);
    expect(power).toBeCloseTo(rejectionProbability(region, 0.8, 0.82), 12);
    expect(expectedSizes).toEqual([90, 180]);
    expect(stops[0]).toEqual({ efficacy: 0, futility: 0 });
  });

  it('refuse sizes and rates that are none', () => {
    const decide = () => undefined;
    const refuse = (sizes: readonly [number, number][], rates: [number, number], message: string): void =>
      expect(() => exactTwoArmSequential({ sizes, decide }, rates)).toThrow(new RangeError(message));
    refuse([[5, 0]], [0.5, 0.5], 'invalid sizes[0][1]: 0 (must be whole and at least 1)');
    refuse(
      [
        [5, 6],
        [4, 9],
      ],
      [0.5, 0.5],
      'invalid sizes[1][0]: 4 (must be whole and at least 5)',
    );
    refuse([[5, 5.5]], [0.5, 0.5], 'invalid sizes[0][1]: 5.5 (must be whole and at least 1)');
    refuse([[5, 5]], [0.5, 1.5], 'invalid rates[1]: 1.5 (must be in [0, 1])');
    refuse([[5, 5]], [-0.1, 0.5], 'invalid rates[0]: -0.1 (must be in [0, 1])');
    refuse([[5, 5]], [Number.NaN, 0.5], 'invalid rates[0]: NaN (must be in [0, 1])');
    refuse([[0, 5]], [0.5, 0.5], 'invalid sizes[0][0]: 0 (must be whole and at least 1)');
    expect(exactTwoArmSequential({ sizes: [[1, 1]], decide }, [0, 1]).expectedSizes).toEqual([1, 1]);
    refuse([[2000, 2000]], [0.5, 0.5], 'invalid sizes: 4004001 pairs of counts (must be 4 to 2000000)');
    refuse([], [0.5, 0.5], 'invalid sizes: 0 pairs of counts (must be 4 to 2000000)');
  });
});

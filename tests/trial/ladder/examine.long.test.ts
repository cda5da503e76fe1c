import { describe, expect, it } from 'vitest';
import { doseFinding } from '../../../src/trial/dose-finding/index.ts';
import { examine } from '../../../src/trial/ladder/examine.ts';

const boin = (given: object, levels: number) =>
  doseFinding.boin.create(doseFinding.boin.parameters.parse({ target: 0.3, ...given }), levels);
const five = [0.05, 0.1, 0.2, 0.3, 0.45];

describe('examine', () => {
  it.each([
    [{ maximumSize: 60 }, [0.1, 0.3, 0.5]],
    [{ maximumSize: 36 }, five],
  ])('enumerates as far as the guide says: %j', (given, rates) => {
    const { kind } = examine(boin(given, rates.length), { rates, replicates: 1, seed: 'a' }, 0.3);
    expect(kind).toBe('exact');
  });

  it('simulates what it cannot enumerate, by the seed', () => {
    const of = (seed: string) =>
      examine(boin({ groupSize: 1, maximumSize: 120 }, 5), { rates: five, replicates: 20, seed }, 0.3);
    const first = of('a');
    expect(first).toMatchObject({ kind: 'simulated', replicates: 20 });
    expect(of('a')).toEqual(first);
    expect(of('b')).not.toEqual(first);
  });
});

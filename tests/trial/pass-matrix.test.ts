import { describe, expect, it } from 'vitest';
import type { CountClaim } from '../../src/trial/claims/definition.ts';
import { nonInferiority } from '../../src/trial/claims/non-inferiority.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';

const claimOf = (endpoint: object, test: string): CountClaim =>
  nonInferiority.create(
    nonInferiority.parameters.parse({ ...endpoint, margin: 0.1, oneSidedAlpha: 0.05, test }),
  ) as CountClaim;

const good = { endpoint: 'localControl', atYears: 3 };
const bad = { endpoint: 'woundComplication', withinDays: 120 };

describe('pass matrix', () => {
  it.each([
    ['more events are better', good, 'farringtonManning'],
    ['fewer events are better', bad, 'farringtonManning'],
    ['a test with a border, sizes that differ', bad, 'miettinenNurminen'],
    ['a test without one', good, 'wald'],
  ])('holds what the claim says of every pair of counts: %s', (_, endpoint, test) => {
    const claim = claimOf(endpoint, test);
    const [nc, ne] = [31, 24];
    const matrix = createPassMatrices()(claim, nc, ne);
    // Windows that overlap, in an order that leaves holes to later ones
    matrix.know(20, 6, 10, 8);
    matrix.know(3, 1, 2, 1);
    matrix.know(5, 20, 0, 15);
    matrix.know(0, nc + 1, 0, ne + 1);
    const expected = Array.from({ length: nc + 1 }, (_, c) =>
      Array.from({ length: ne + 1 }, (_, e) => (claim.passes(c, nc, e, ne) ? 1 : 0)),
    );
    expect([...matrix.passes]).toEqual(expected.flat());
    expect(new Set(matrix.passes)).toEqual(new Set([0, 1]));
  });

  it.each(['farringtonManning', 'wald'])('widens a window to either side: %s', (test) => {
    const claim = claimOf(good, test);
    for (const [from, columns] of [
      [0, 12],
      [8, 12],
      [0, 20],
    ]) {
      const matrix = createPassMatrices()(claim, 19, 19);
      matrix.know(10, 1, 8, 4);
      matrix.know(10, 1, from, columns);
      const row = Array.from(matrix.passes.slice(10 * 20, 11 * 20));
      for (let e = from; e < from + columns; e++) expect(row[e]).toBe(claim.passes(10, 19, e, 19) ? 1 : 0);
      expect(row.map((_, e) => matrix.passesAt(10, e))).toEqual(
        row.map((_, e) => claim.passes(10, 19, e, 19)),
      );
    }
  });

  it('of an arm without a patient nothing passes', () => {
    for (const endpoint of [good, bad]) {
      const matrix = createPassMatrices()(claimOf(endpoint, 'farringtonManning'), 0, 3);
      matrix.know(0, 1, 0, 4);
      expect([...matrix.passes]).toEqual([0, 0, 0, 0]);
    }
  });

  it('of a test with a border asks along the border alone', () => {
    const claim = claimOf(good, 'farringtonManning');
    let asked = 0;
    const counted: CountClaim = {
      ...claim,
      passes: (...counts) => {
        asked++;
        return claim.passes(...counts);
      },
    };
    createPassMatrices()(counted, 124, 124).know(0, 125, 0, 125);
    expect(asked).toBeLessThanOrEqual(125 + 125);
  });
});

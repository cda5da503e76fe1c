import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { purpose, uniformAt } from '../../src/random/stream.ts';

describe('seeds and streams change only with a Results entry in the changelog', () => {
  it.each([
    ['scopes-ii', [2000291747, 836792527, 2672977444, 2682366449]],
    ['sts-5x6', [2006180816, 1051726148, 3861898921, 3522737671]],
    ['1', [1157273989, 671118191, 896136984, 1137565635]],
    ['α/β', [2157945739, 4148725101, 3312553200, 360418528]],
  ])('the key of the seed %s', (seed, key) => {
    expect([...seedKey(seed)]).toEqual(key);
  });

  it.each([
    ['1/alphaBetaGy', 3686047634, 2315562829],
    ['0/localControl/latency', 914232177, 557761862],
    ['', 2872998923, 3954623016],
  ])('the hash of the purpose %j', (name, low, high) => {
    expect(purpose(name)).toEqual({ low, high });
  });

  it.each([
    [0, 0, '0/sf2', 0.7473716537241055],
    [0, 8123, '1/localControl', 0.46462472162649127],
    [1999, 0, 'truth.localControl.gamma50', 0.013215030946534867],
  ])('the first uniform at world %i, replicate %i, purpose %s', (world, replicate, name, uniform) => {
    expect(uniformAt(seedKey('scopes-ii'), { world, replicate, purpose: purpose(name) })).toBe(uniform);
  });
});

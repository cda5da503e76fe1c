import { describe, expect, it } from 'vitest';
import { refuseIfHuge } from '../../src/cli/refuse-if-huge.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

// 1.2 · 10¹² patients: hours on any machine, and a second or two in each of a million shards
const { scenario } = readShipped('reference-workload', 'simulation.replicates=4000000000');
const small = readShipped('quick-start').scenario;

describe('refuseIfHuge', () => {
  it('refuses what takes hours, unless that is agreed to', () => {
    expect(() => refuseIfHuge(scenario, 2, false)).toThrow(
      /^this run would take about [\d.e+]+ hours on 2 threads and [\d.e+]+ GB; .* or add --yes/,
    );
    expect(() => refuseIfHuge(scenario, 2, true)).not.toThrow();
    expect(() => refuseIfHuge(small, 2, false)).not.toThrow();
  });

  it('measures a shard by its part of the time', () => {
    expect(() => refuseIfHuge(scenario, 2, false, 2)).toThrow(
      /^this shard would take about [\d.e+]+ hours on 2 threads; .*, divide it into more shards, or add --yes/,
    );
    expect(() => refuseIfHuge(scenario, 2, false, 1e6)).not.toThrow();
  });
});

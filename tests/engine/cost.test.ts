import { describe, expect, it } from 'vitest';
import { estimateCost } from '../../src/engine/cost.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { exampleText, shippedText } from '../fixtures/scenario-text.ts';

const cost = (text: string, ...sets: string[]) =>
  estimateCost(
    readScenario(
      text,
      'x',
      sets.map((s) => readChange(s)),
    ).scenario,
    2,
  );

describe('the cost of a run, before it', () => {
  it('is not measured where it is small', () => {
    expect(cost(shippedText('quick-start'))).toBeUndefined();
    expect(cost(exampleText)).toBeUndefined();
  });

  it('grows with replicates and worlds, in time and memory', () => {
    const few = cost(shippedText('quick-start'), 'simulation.worlds=10000')!;
    const many = cost(shippedText('quick-start'), 'simulation.worlds=400000000')!;
    expect(many.seconds).toBeGreaterThan(1000 * few.seconds);
    expect(many.bytes).toBeGreaterThan(1e10);
  });

  it('holds estimates in memory, but no trials', () => {
    const replicates = 'simulation.replicates=300000000';
    expect(cost(shippedText('quick-start'), replicates)!.bytes).toBeLessThan(1e9);
    expect(cost(shippedText('alpha-beta-precision'), replicates)!.bytes).toBeGreaterThan(1e10);
  });

  it('sees no enumeration where times decide, which have none', () => {
    expect(cost(shippedText('hyport-adjuvant'))).toBeUndefined();
  });

  it('sees enumeration over evaluable counts', () => {
    expect(cost(exampleText, 'design.perArm=5000')!.seconds).toBeGreaterThan(600);
  });
});

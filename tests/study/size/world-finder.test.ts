import { describe, expect, it } from 'vitest';
import { readChange, readScenario } from '../../../src/scenario/read-scenario.ts';
import { runTasksHere } from '../../../src/study/run-tasks.ts';
import { createWorldFinder } from '../../../src/study/size/world-finder.ts';
import { shippedText } from '../../fixtures/scenario-text.ts';

const read = (...changes: string[]) =>
  readScenario(
    shippedText('mc1973'),
    'x',
    changes.map((change) => readChange(change)),
  ).scenario;

describe('a size over drawn worlds', () => {
  it('ends, however wide its interval', async () => {
    // Few worlds of one or two trials: the interval spans half the sizes that are looked at
    const finder = createWorldFinder(
      read('simulation.worlds=16', 'simulation.replicatesPerWorld=2'),
      runTasksHere,
    );
    const sizes = [30, 60, 120, 240];
    const survey = await finder.survey(sizes);
    const found = await finder.find({ name: 'assurance', value: 0.15 }, survey);
    if (found.kind !== 'simulated') throw new Error(`found: ${found.kind}`);
    const [low, high] = found.interval;
    expect(low).toBeLessThanOrEqual(found.estimate);
    expect(found.estimate).toBeLessThanOrEqual(high);
    expect(found.reached.estimate - 1.95 * found.reached.mcse).toBeGreaterThanOrEqual(0.15 - 1e-9);
  });

  it('is none above the ceiling, and says what that is', async () => {
    const finder = createWorldFinder(read('simulation.worlds=16'), runTasksHere);
    const survey = await finder.survey([30, 120]);
    expect(await finder.find({ name: 'successAndTrue', value: 0.999 }, survey)).toEqual({
      kind: 'none',
      isCertain: true,
      reason: expect.stringMatching(/^the ceiling is \d/),
    });
  });
});

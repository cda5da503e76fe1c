import { describe, expect, it } from 'vitest';
import { BLOCK } from '../../src/numeric/columns/column-kernels.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import type { Truth } from '../../src/outcomes/truth.ts';
import { createTrial, marginShifts } from '../../src/scenario/trial.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

const trial = createTrial(readShipped('reference-workload').scenario);
const known = trial.truth(0);
const shifts = marginShifts(trial, known)[1];
/** The same truth, where no hidden draw is known to settle anything, so that every patient is computed. */
const unsettled: Truth = {
  ...known.truth,
  endpoints: known.truth.endpoints.map((endpoint) => {
    const { settled: _, ...model } = endpoint.model;
    return { ...endpoint, model };
  }),
};
const CAPACITY = 2600;

/** Events drawn and at the margin of the first `count` patients, by endpoint. */
function eventsOf(truth: Truth, position: number, replicate: number, count = CAPACITY): number[][] {
  const simulator = createArmSimulator(truth, position, CAPACITY, 0, position === 1 ? shifts : []);
  simulator.simulate(trial.key, 0, replicate, count);
  const { events, marginEvents } = simulator.outcomes;
  return [...events, ...marginEvents].map((flags) => [...flags.subarray(0, count)]);
}

describe('an endpoint that hidden draws settle for some patients', () => {
  it('has the events that computing every patient gives, drawn and at the margin', () => {
    for (const position of [0, 1])
      for (const replicate of [0, 1, 2]) {
        const events = eventsOf(known.truth, position, replicate);
        expect(events).toEqual(eventsOf(unsettled, position, replicate));
        expect(events[0].filter((flag) => flag === 0).length).toBeGreaterThan(20);
      }
  });
});

describe('an arm of several blocks', () => {
  it('has the same first patients whatever their number', () => {
    const all = eventsOf(known.truth, 1, 5);
    for (const count of [1, 150, BLOCK, BLOCK + 1, 4 * BLOCK])
      expect(eventsOf(known.truth, 1, 5, count)).toEqual(all.map((flags) => flags.slice(0, count)));
  });

  it('differs from block to block', () => {
    const [control] = eventsOf(known.truth, 1, 5);
    expect(control.slice(0, BLOCK)).not.toEqual(control.slice(BLOCK, 2 * BLOCK));
  });
});

import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import type { Rule } from '../../src/trial/rules/definition.ts';
import { stagesOf } from '../../src/trial/stages.ts';
import { type HeldLook, walkLooks } from '../../src/trial/walk-looks.ts';

/** A rule that stops at a look once so many events were seen. */
const rule = (looks: number[], least: number, verdict: 'harm' | 'futility'): Rule => ({
  endpoint: endpoints.woundComplication,
  time: 120,
  sentence: '',
  looks,
  decide: (_look, events) => (events >= least ? verdict : undefined),
});

/** The looks that were held, and the stop, of rules whose patients have these events. */
function walk(rules: readonly Rule[], events: readonly (number[] | undefined)[], counts: number[]) {
  const held: HeldLook[] = [];
  const stop = walkLooks(
    { rules, stages: stagesOf(rules) },
    (r) => (events[r] ? Uint8Array.from(events[r]) : undefined),
    Uint8Array.from(counts),
    counts.length,
    (look) => held.push(look),
  );
  return { held, stop };
}

const all = [1, 1, 1, 1, 1, 1];

describe('the walk through looks', () => {
  it('counts events up to each look, and runs to its end where nothing stops it', () => {
    const { held, stop } = walk([rule([2, 4, 6], 9, 'harm')], [[1, 0, 1, 1, 0, 1]], all);
    expect(stop).toBeUndefined();
    expect(held).toEqual([
      { stage: 0, patient: 2, events: 1, verdict: undefined },
      { stage: 1, patient: 4, events: 3, verdict: undefined },
      { stage: 2, patient: 6, events: 4, verdict: undefined },
    ]);
  });

  it('stops at the first verdict, and holds no look after it', () => {
    const { held, stop } = walk([rule([2, 4, 6], 2, 'harm')], [[1, 0, 1, 1, 0, 1]], all);
    expect(stop).toEqual({ stage: 1, verdict: 'harm', patient: 4 });
    expect(held).toHaveLength(2);
  });

  it('passes over patients who do not count, but names the patient among all', () => {
    const { held, stop } = walk([rule([2, 3], 2, 'harm')], [[1, 1, 0, 1, 0, 0]], [0, 1, 0, 1, 0, 1]);
    expect(stop).toEqual({ stage: 0, verdict: 'harm', patient: 4 });
    expect(held).toEqual([{ stage: 0, patient: 4, events: 2, verdict: 'harm' }]);
  });

  it('holds no look that too few patients reach', () => {
    const { held, stop } = walk([rule([2, 5], 0, 'harm')], [[0, 0, 0, 0, 0, 0]], [0, 0, 0, 0, 0, 1]);
    expect([held, stop]).toEqual([[], undefined]);
    const most = walk([rule([1], 0, 'harm')], [[0, 0, 0, 0, 0, 0]], [0, 0, 0, 0, 0, 1]);
    expect(most.stop).toEqual({ stage: 0, verdict: 'harm', patient: 6 });
  });

  it('lets rules look at their own events, the one that is stated first at the same number of patients', () => {
    const rules = [rule([4], 1, 'futility'), rule([2, 4], 2, 'harm')];
    const { held, stop } = walk(
      rules,
      [
        [0, 0, 0, 1, 0, 0],
        [0, 1, 1, 0, 0, 0],
      ],
      all,
    );
    expect(held.map(({ stage, events }) => [stage, events])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(stop).toEqual({ stage: 1, verdict: 'futility', patient: 4 });
  });

  it('never stops by a rule that has no events to look at', () => {
    const rules = [rule([2], 0, 'harm'), rule([3], 1, 'futility')];
    const { held, stop } = walk(rules, [undefined, [1, 0, 0, 0, 0, 0]], all);
    expect(held[0]).toEqual({ stage: 0, patient: 2, events: 0, verdict: undefined });
    expect(stop).toEqual({ stage: 1, verdict: 'futility', patient: 3 });
  });
});

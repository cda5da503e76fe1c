import { describe, expect, it } from 'vitest';
import type { ExploreEvent, StageView } from '../../../src/explorer/explore-event.ts';
import { type Exploration, UNEXPLORED } from '../../../src/explorer/page/exploration.ts';
import { keptOutcome } from '../../../src/explorer/page/kept-outcome.ts';
import { nextExploration } from '../../../src/explorer/page/next-exploration.ts';
import { pulseWords } from '../../../src/explorer/page/pulse-words.ts';
import { runState } from '../../../src/explorer/page/run-state.ts';

const accepted: ExploreEvent = { kind: 'accepted', warnings: [] };
const refused: ExploreEvent = { kind: 'refused', reason: 'too large' };
const wrong: ExploreEvent = { kind: 'problems', problems: [{ message: 'no', text: 'x.yaml:1:1  no' }] };
const done: ExploreEvent = { kind: 'progress', share: 1 };
const stage = (isLast: boolean, result: object = { claims: [] }): ExploreEvent => ({
  kind: 'stage',
  stage: { isLast, result } as StageView,
});
const heard = (...events: (readonly [string, ExploreEvent])[]): Exploration =>
  events.reduce((before, [text, event]) => nextExploration(before, event, text), UNEXPLORED);

describe('nextExploration', () => {
  it('works until the last stage is there, though all batches are done', () => {
    expect(runState(heard())).toBe('working');
    expect(runState(heard(['a', accepted], ['a', stage(false)], ['a', done]))).toBe('working');
    expect(runState(heard(['a', accepted], ['a', stage(true)]))).toBe('done');
  });

  it('works again from a newer text on, its answer being of the older one', () => {
    const newer = heard(['a', accepted], ['a', stage(true)], ['b', accepted]);
    expect(runState(newer)).toBe('working');
    expect(newer).toMatchObject({ isStale: true, text: 'a', readText: 'b' });
  });

  it('keeps nothing of an older text’s trouble', () => {
    expect(runState(heard(['a', wrong], ['b', refused]))).toBe('refused');
    const broken = heard(['a', refused], ['b', wrong]);
    expect(runState(broken)).toBe('wrong');
    expect(broken.refusal).toBeUndefined();
    expect(runState(heard(['a', refused], ['b', accepted]))).toBe('working');
  });
});

describe('pulseWords', () => {
  it('speaks of an answer only where there is one', () => {
    expect(pulseWords(heard(['a', wrong]))).not.toContain('below');
    expect(pulseWords(heard(['a', accepted], ['a', stage(true)], ['b', wrong]))).toContain(
      'of the text before',
    );
  });
});

describe('keptOutcome', () => {
  const outcome = (exploration: Exploration) =>
    keptOutcome(exploration, { scenario: { file: 'x.yaml', text: 'kept' } });

  it('is unknown while another text is read, or this one runs', () => {
    expect(outcome(heard())).toBeUndefined();
    expect(outcome(heard(['other', accepted], ['other', stage(true)]))).toBeUndefined();
    expect(outcome(heard(['kept', accepted], ['kept', stage(false)]))).toBeUndefined();
    expect(outcome(heard(['other', wrong], ['kept', accepted]))).toBeUndefined();
  });

  it('is the result of its whole run', () => {
    expect(outcome(heard(['kept', accepted], ['kept', stage(true)]))).toEqual({ result: { claims: [] } });
  });

  it('is a reason where it is wrong, too large, or makes no claim', () => {
    expect(outcome(heard(['kept', wrong]))).toEqual({ failure: 'x.yaml:1:1  no' });
    expect(outcome(heard(['kept', accepted], ['kept', refused]))).toEqual({ failure: 'too large' });
    expect(outcome(heard(['kept', accepted], ['kept', stage(true, { aim: {} })]))).toHaveProperty('failure');
  });
});

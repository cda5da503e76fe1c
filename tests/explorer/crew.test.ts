import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchResult } from '../../src/engine/batch-result.ts';
import type { Batch } from '../../src/engine/plan.ts';
import { openCrew } from '../../src/explorer/crew.ts';
import type { Hand, HandRequest } from '../../src/explorer/hand.ts';
import { Superseded } from '../../src/explorer/superseded.ts';
import type { Scenario } from '../../src/scenario/scenario-schema.ts';

const scenario = (name: string) => ({ title: name, truths: {} }) as unknown as Scenario;
const batches = (count: number): Batch[] =>
  Array.from({ length: count }, (_, from) => ({ kind: 'worlds', from: from + 1, to: from + 2 }));
const patients: BatchResult = { kind: 'patients' };

/** A worker under the test's control. */
class FakeHand implements Hand {
  onmessage: Hand['onmessage'] = null;
  onerror: Hand['onerror'] = null;
  readonly requests: HandRequest[] = [];
  isTerminated = false;
  postMessage(request: HandRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(): void {
    this.onmessage!({ data: { result: patients } });
  }
  die(): void {
    this.onerror!({ message: 'out of memory' });
  }
  get batchesTold(): number {
    return this.requests.filter((request) => 'batch' in request).length;
  }
}

describe('openCrew', () => {
  let hands: FakeHand[];
  const open = (): FakeHand => {
    hands.push(new FakeHand());
    return hands.at(-1)!;
  };
  beforeEach(() => {
    hands = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives each worker the scenario once and then batch after batch', async () => {
    const crew = openCrew(2, open);
    const done: Batch[] = [];
    const run = crew.runBatches(scenario('a'), batches(5), (batch) => done.push(batch));
    for (let i = 0; i < 5; i++) hands[i % 2].answer();
    await run;
    expect(new Set(done)).toEqual(new Set(batches(5)));
    expect(hands.map(({ requests }) => requests.filter((r) => 'scenario' in r).length)).toEqual([1, 1]);
    expect(hands.reduce((sum, { batchesTold }) => sum + batchesTold, 0)).toBe(5);
  });

  it('tries a batch whose worker died twice more, then says where it lies', async () => {
    const crew = openCrew(1, open);
    const run = crew.runBatches(scenario('a'), batches(2), () => {});
    const failed = expect(run).rejects.toThrow('workers died at worlds 2–2 (out of memory)');
    hands[0].answer();
    for (let i = 0; i < 3; i++) hands.at(-1)!.die();
    await failed;
    expect(hands.slice(0, 3).every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it('goes on after a death', async () => {
    const crew = openCrew(1, open);
    const done: Batch[] = [];
    const run = crew.runBatches(scenario('a'), batches(1), (batch) => done.push(batch));
    hands[0].die();
    hands[1].answer();
    await run;
    expect(done).toEqual(batches(1));
  });

  it('starts no worker for ever where all of them die, but tries again at the next run', async () => {
    const crew = openCrew(1, open);
    for (let i = 0; i < 3; i++) hands.at(-1)!.die();
    expect(hands).toHaveLength(3);
    const run = crew.runBatches(scenario('a'), batches(1), () => {});
    expect(hands).toHaveLength(4);
    hands[3].answer();
    await run;
  });

  it('gives up on a run when all its workers are gone', async () => {
    const crew = openCrew(2, open);
    const run = crew.runBatches(scenario('a'), batches(9), () => {});
    const failed = expect(run).rejects.toThrow(/^workers die/);
    for (let i = 0; i < 6; i++) hands.filter(({ isTerminated }) => !isTerminated)[0]?.die();
    await failed;
  });

  it('gives the batch of a dead worker whose place stays empty to one that waits', async () => {
    const crew = openCrew(2, open);
    const run = crew.runBatches(scenario('a'), batches(1), () => {});
    for (let i = 0; i < 5; i++) hands.at(-1)!.die();
    hands[0].die();
    expect(hands.at(-1)!.batchesTold).toBe(1);
    hands.at(-1)!.answer();
    await run;
  });

  it('lets a newer run take the place of an older one, whose late results nobody hears', async () => {
    const crew = openCrew(1, open);
    const old: Batch[] = [];
    const first = crew.runBatches(scenario('a'), batches(3), (batch) => old.push(batch));
    const superseded = expect(first).rejects.toBeInstanceOf(Superseded);
    const second = crew.runBatches(scenario('b'), batches(1), () => {});
    await superseded;
    hands[0].answer();
    expect(old).toEqual([]);
    expect(hands[0].requests.at(-2)).toEqual({ scenario: scenario('b') });
    hands[0].answer();
    await second;
  });

  it('replaces a worker that stays at an older run', async () => {
    const crew = openCrew(1, open);
    crew.runBatches(scenario('a'), batches(1), () => {}).catch(() => {});
    const second = crew.runBatches(scenario('b'), batches(1), () => {});
    vi.advanceTimersByTime(500);
    expect(hands[0].isTerminated).toBe(true);
    hands[1].answer();
    await second;
  });

  it('fails with what a batch says', async () => {
    const crew = openCrew(1, open);
    const run = crew.runBatches(scenario('a'), batches(1), () => {});
    hands[0].onmessage!({ data: { failure: 'impossible world' } });
    await expect(run).rejects.toThrow('impossible world');
  });

  it('refuses a crew of none', () => {
    expect(() => openCrew(0, open)).toThrow('invalid size: 0');
  });
});

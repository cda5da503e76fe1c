import type { Remote } from 'comlink';
import { describe, expect, it } from 'vitest';
import { Dismissed, openQuestions } from '../../../src/explorer/page/open-questions.ts';

interface Worker {
  double(value: number): number;
  fail(): void;
  die(): void;
}

const worker = {
  double: async (value: number) => 2 * value,
  fail: () => Promise.reject(new RangeError('no')),
  die: () => new Promise<void>(() => {}),
} as unknown as Remote<Worker>;

describe('openQuestions', () => {
  it('hands over what the worker answers', async () => {
    const remote = openQuestions().through(worker);
    expect(await remote.double(4)).toBe(8);
    await expect(remote.fail()).rejects.toThrow('no');
  });

  it('ends what is open with the worker, and all that is asked afterwards', async () => {
    const questions = openQuestions();
    const remote = questions.through(worker);
    const open = expect(remote.die()).rejects.toBeInstanceOf(Dismissed);
    questions.end();
    await open;
    await expect(remote.double(1)).rejects.toBeInstanceOf(Dismissed);
  });
});

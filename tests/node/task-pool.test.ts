import { expect, it } from 'vitest';
import { openTaskPool } from '../../src/node/task-pool.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { runTasksHere } from '../../src/study/run-tasks.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const at = (perArm: number) =>
  readScenario(shippedText('quick-start'), 'x', [readChange(`design.perArm=${perArm}`)]).scenario;
const inputs = [60, 90].flatMap((perArm) =>
  [0, 50].map((from) => ({
    scenario: at(perArm),
    batch: { kind: 'replicates' as const, truth: 0, from, to: from + 50 },
  })),
);

it('threads give what one thread gives, in the order of the inputs', async () => {
  const done: string[] = [];
  const pool = openTaskPool({ workers: 2, onDone: (kind) => done.push(kind) });
  try {
    expect(await pool.runTasks('batch', inputs)).toEqual(await runTasksHere('batch', inputs));
    expect(done).toEqual(['batch', 'batch', 'batch', 'batch']);
    // The same threads do the next tasks
    expect(await pool.runTasks('batch', inputs.slice(0, 1))).toHaveLength(1);
  } finally {
    await pool.close();
  }
});

it('a mistake in a task is said once, and ends all', async () => {
  const pool = openTaskPool({ workers: 2 });
  const batch = { kind: 'replicates' as const, truth: 9, from: 0, to: 1 };
  try {
    await expect(pool.runTasks('batch', [{ scenario: at(60), batch }])).rejects.toThrow();
  } finally {
    await pool.close();
  }
});

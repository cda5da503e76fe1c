import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../fixtures/command-line.ts';
import { soakedRun, undisturbed } from './soaked-run.ts';

const MB = 2 ** 20;
let disk: string;
let whole: { result: string; bytes: number };

function mount(...args: string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`this test mounts a small disk, which takes root: ${stderr}`);
}
const grow = (bytes: number) => mount('-o', `remount,size=${bytes}`, disk);

beforeAll(() => {
  whole = undisturbed();
});

describe.each([
  // Less than the batches take, and hardly more, so that it is the results that do not fit
  ['while batches are run', () => 5 * MB, 'batches in'],
  ['while results are written', () => whole.bytes + 0.4 * MB, ''],
])('a disk that fills up %s', (_, size, said) => {
  beforeAll(() => {
    disk = scratch();
    mount('-t', 'tmpfs', '-o', `size=${Math.ceil(size())}`, 'tmpfs', disk);
  });
  afterAll(() => void spawnSync('umount', [disk]));

  it('is said, keeps what is done, and the run goes on once there is room', async () => {
    const run = soakedRun(disk);
    for (const attempt of ['first', 'again']) {
      const { status, stderr } = await run.resume();
      expect(status, attempt).toBe(1);
      expect(stderr).toContain('no space left on device');
      expect(stderr).toContain(said);
      expect(stderr).toMatch(/go on with: isoeffect run quick-start .*--resume/);
      expect(stderr).not.toMatch(/^\s+at /m);
      // Nothing is left half written
      expect(readdirSync(run.out).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
    const kept = run.kept();
    expect(kept).toBeGreaterThan(Math.min(size(), whole.bytes) - MB);
    grow(64 * MB);
    const { status, stderr } = await run.resume();
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('continuing: ');
    expect(run.result()).toBe(whole.result);
  });
});

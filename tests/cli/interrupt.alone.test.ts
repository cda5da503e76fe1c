import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, main, scratch } from '../fixtures/command-line.ts';

/** The run keeps 26 kB a batch of 1,024 replicates. */
const SOME_BATCHES_BYTES = 200_000;

describe('isoeffect run', () => {
  it('Ctrl-C: stops within a second, says what is kept, exit 130; --resume ends with the same bytes', async () => {
    const cwd = scratch();
    const args = ['run', 'quick-start', '--replicates', '16000', '--no-report', '--replicates-file', 'none'];
    const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const checkpoint = join(cwd, 'out/quick-start/checkpoint');
    const batches = join(checkpoint, 'batches');
    while (!existsSync(batches) || statSync(batches).size < SOME_BATCHES_BYTES)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const before = performance.now();
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(performance.now() - before).toBeLessThan(1000);
    expect(code).toBe(130);
    expect(stderr).toMatch(
      /Interrupted: kept \d+ of \d+ batches in .*; go on with: isoeffect run quick-start .*--resume/,
    );
    const resumed = isoeffect([...args, '--resume'], cwd);
    expect(resumed.status).toBe(0);
    expect(resumed.stderr).toContain('continuing: ');
    const whole = isoeffect([...args, '--out', 'whole'], cwd);
    expect(whole.status).toBe(0);
    expect(readFileSync(join(cwd, 'out/quick-start/result.json'), 'utf8')).toBe(
      readFileSync(join(cwd, 'whole/result.json'), 'utf8'),
    );
    expect(isoeffect([...args, '--resume'], cwd).stderr).toContain('holds the finished run');
  }, 120_000);
});

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, main, scratch } from '../fixtures/command-line.ts';

describe('isoeffect sweep', () => {
  it('Ctrl-C: keeps the cells that are done, says how to go on, exit 130; the rest ends with the same numbers', async () => {
    const cwd = scratch();
    const vary = ['--vary', 'truth.cohort.heterogeneity.alphaBetaGy=3..5/4'];
    const rest = ['--replicates', '8000', '--no-report'];
    const args = ['sweep', 'lesson-alpha-beta', ...vary, ...rest];
    const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const folder = join(cwd, 'out/sweep-lesson-alpha-beta');
    const linesOf = (file: string): string[] =>
      existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    while (linesOf(join(folder, 'sweep.partial.csv')).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
    const [, goOn] = /Interrupted: kept \d of 5 cells in .*; go on with: isoeffect (.*)/.exec(stderr)!;
    expect(isoeffect(goOn.split(' '), cwd).status).toBe(0);
    expect(isoeffect([...args, '--out', 'whole'], cwd).status).toBe(0);
    const [, ...continued] = linesOf(join(`${folder}-rest`, 'sweep.csv'));
    const whole = linesOf(join(cwd, 'whole/sweep.csv'));
    const partial = linesOf(join(folder, 'sweep.partial.csv'));
    expect([...new Set([...partial, ...continued])]).toEqual(whole);
  }, 120_000);
});

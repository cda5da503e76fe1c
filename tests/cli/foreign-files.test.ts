import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { root } from '../fixtures/scenario-text.ts';

const shipped = (path: string): string => readFileSync(join(root, 'scenarios', path), 'utf8');
const quick = ['--replicates', '20', '--worlds', '0', '--workers', '1', '--no-report', '--json'];

/** The result of a scenario that is written in a new folder. */
function resultOf(text: string, ...args: string[]): string {
  const cwd = scratch();
  writeFileSync(join(cwd, 'a.yaml'), text);
  const { status, stdout, stderr } = isoeffect(['run', 'a.yaml', ...quick, ...args], cwd);
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('files from other systems', () => {
  const text = shipped('quick-start.yaml');

  it.each([
    ['a byte-order mark', `\uFEFF${text}`],
    ['line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['both', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('a scenario with %s gives the same result', (_, written) => {
    expect(resultOf(written)).toBe(resultOf(text));
  });

  it('problems stand at the same line and column', () => {
    const wrong = text.replace('perArm', 'perAm');
    const where = (written: string): string => {
      const cwd = scratch();
      writeFileSync(join(cwd, 'a.yaml'), written);
      return isoeffect(['validate', 'a.yaml'], cwd).stderr;
    };
    expect(where(wrong)).toMatch(/^a\.yaml:\d+:\d+ /);
    expect(where(`\uFEFF${wrong.replaceAll('\n', '\r\n')}`)).toBe(where(wrong));
  });

  it('a table that is named with a backslash, and has a mark and line ends of Windows, is found and read', () => {
    const late = shipped('late-effects-5x8.yaml');
    const [, name] = late.match(/dvh\/(\S+\.csv)/)!;
    const cwd = scratch();
    mkdirSync(join(cwd, 'dvh'));
    copyFileSync(join(root, 'scenarios/dvh', name), join(cwd, 'dvh', name));
    writeFileSync(join(cwd, 'dvh', name), `\uFEFF${shipped(`dvh/${name}`).replaceAll(/\r?\n/g, '\r\n')}`);
    writeFileSync(join(cwd, 'a.yaml'), late.replaceAll('dvh/', 'dvh\\'));
    const args = ['--set', 'title=x'];
    const { status, stdout, stderr } = isoeffect(['run', 'a.yaml', ...quick, ...args], cwd);
    expect(status, stderr).toBe(0);
    expect(stdout).toBe(resultOf(late, ...args));
  });

  it('effects with a mark and line ends of Windows give the same estimate', () => {
    const effects = shipped('effects/fast.yaml');
    const answer = (written: string): string => {
      const cwd = scratch();
      writeFileSync(join(cwd, 'a.yaml'), written);
      return isoeffect(['estimate', 'a.yaml', '--no-report', '--json'], cwd).stdout;
    };
    expect(answer(`\uFEFF${effects.replaceAll('\n', '\r\n')}`)).toBe(answer(effects));
    expect(answer(effects)).toMatch(/alphaBetaGy/);
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratch } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const guide = readFileSync(join(root, 'docs/guide/extending.md'), 'utf8');
const blockOf = (language: string): string =>
  guide.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))![1];
const [, file] = guide.match(/^`([^`]+)`:\n\n```ts/m)!;
const [, registry] = guide.match(/^`([^`]+)`:\n\n```diff/m)!;

const copy = scratch();

/** A copy of the project as it lies here, with the packages of this one. */
function copyProject(): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const path of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  symlinkSync(join(root, 'node_modules/.bin'), join(copy, 'node_modules/.bin'));
  const stamp = 'node_modules/.isoeffect-installed';
  cpSync(join(root, stamp), join(copy, stamp));
}

/** The registry with the lines that the guide adds, each after the one that it shows before it. */
function withAddedLines(text: string): string {
  const lines = blockOf('diff').split('\n');
  return lines.reduce((changed, line, i) => {
    if (!line.startsWith('+')) return changed;
    const before = `${lines[i - 1].slice(1)}\n`;
    expect(changed.split(before)).toHaveLength(2);
    return changed.replace(before, `${before}${line.slice(1)}\n`);
  }, text);
}

describe('what the guide adds', () => {
  beforeAll(() => {
    copyProject();
    writeFileSync(join(copy, file), blockOf('ts'));
    const index = join(copy, registry);
    writeFileSync(index, withAddedLines(readFileSync(index, 'utf8')));
  });

  it.each(blockOf('sh').trim().split('\n'))('%s', (line) => {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')),
    );
    const { status, stdout, stderr } = spawnSync(line, { cwd: copy, env, encoding: 'utf8', shell: true });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    if (line.includes('list')) expect(stdout).toContain('  gumbel ');
    if (line.includes('start -- run')) expect(stdout).toContain('power, simulated');
  });

  it('is written as the formatter leaves it', () => {
    expect(readFileSync(join(copy, file), 'utf8')).toBe(blockOf('ts'));
  });
});

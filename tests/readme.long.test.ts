import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from './fixtures/command-line.ts';
import { readmeCommands } from './fixtures/readme.ts';
import { root } from './fixtures/scenario-text.ts';

/** Words of a command line; quotes hold words together. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

describe('commands of the README, one after another in one folder', () => {
  const cwd = scratch();
  it.each(readmeCommands.filter((line) => line.startsWith('npx isoeffect')))('%s', (line) => {
    const args = [join(root, 'dist/src/cli/main.js'), ...words(line).slice(2)];
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(stdout).not.toBe('');
  });
});

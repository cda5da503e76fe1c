import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../fixtures/command-line.ts';
import { root } from '../fixtures/scenario-text.ts';

it('on Node 18 one line says what is needed, and nothing is loaded', () => {
  const home = mkdtempSync(join(tmpdir(), 'isoeffect-old-node-'));
  const name = `node-${process.platform}-${process.arch}`;
  const install = spawnSync('npm', ['install', '--prefix', home, '--prefer-offline', `${name}@18.20.8`], {
    encoding: 'utf8',
  });
  expect(install.status, install.stderr).toBe(0);
  const { status, stdout, stderr } = spawnSync(join(home, 'node_modules', name, 'bin/node'), [main, 'list'], {
    encoding: 'utf8',
  });
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const least = engines.node.replace('>=', '');
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    `isoeffect needs Node ${least} or newer; this is Node 18.20.8.\n`,
  ]);
});

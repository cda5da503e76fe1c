import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../src/engine/version.ts';
import { isoeffect, scratch } from './fixtures/command-line.ts';
import { readme, readmeBlocks, readmeCommands } from './fixtures/readme.ts';
import { root } from './fixtures/scenario-text.ts';

let folder: string;
let startOutput: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isoeffect-readme-'));
  const run = spawnSync(process.execPath, [join(root, 'tools/go.mjs'), 'start'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  expect(run.status, run.stderr).toBe(0);
  startOutput = run.stdout;
}, 120_000);

describe('the README', () => {
  it('shows what npm start prints, to the letter', () => {
    const shown = readmeBlocks.find(
      ({ language, text }) => language === 'text' && text.startsWith('SCOPES II'),
    );
    expect(shown?.text).toBe(startOutput);
    expect(startOutput.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  it('opens with a picture of the report that the same run writes, and says what it answers', () => {
    const [, words, picture] = /!\[([^\]]+)\]\((docs\/images\/report\.png)\)/.exec(readme)!;
    expect(readFileSync(join(root, picture)).subarray(1, 4).toString()).toBe('PNG');
    const report = readFileSync(join(folder, 'out/scopes-ii/report.html'), 'utf8').replaceAll('\u00a0', ' ');
    expect(words).toMatch(/^Report of SCOPES II: .*%/);
    expect(report).toContain(`<p>${words.replace('Report of SCOPES II: ', '')}</p>`);
  });

  it('shows a whole scenario, which is valid', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'x.yaml'), readmeBlocks.find(({ language }) => language === 'yaml')!.text);
    expect(isoeffect(['validate', 'x.yaml'], cwd).status).toBe(0);
    const { status, stdout } = isoeffect(['run', 'x.yaml', '--no-report'], cwd);
    expect([status, stdout]).toEqual([0, expect.stringContaining('Assurance')]);
  });

  it('is short', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });

  it('names the two commands that do everything', () => {
    expect(readmeCommands.slice(0, 2)).toEqual(['npm start', 'npm test']);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  it('has one version', () => {
    expect(VERSION).toBe(manifest.version);
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${VERSION}`);
  });

  it('publishes files that are there', () => {
    for (const path of manifest.files)
      if (!path.startsWith('!')) expect(existsSync(join(root, path)), path).toBe(true);
    expect(existsSync(join(root, dirname(manifest.bin.isoeffect)))).toBe(true);
  });
});

describe('the library', () => {
  it('answers from its public entry', async () => {
    const library = await import(join(root, 'dist/src/index.js'));
    const { eqd2 } = library as typeof import('../src/index.ts');
    expect(eqd2('15 x 2.85', { alphaBetaGy: 4.9 })).toBeCloseTo(48.0163, 4);
  });
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../src/engine/version.ts';
import { root } from './fixtures/scenario-text.ts';

const FILES = [
  'package.json',
  'package-lock.json',
  'src/engine/version.ts',
  'CITATION.cff',
  'tools/release.mjs',
];

describe('the release script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-release-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  const release = (...args: string[]) =>
    spawnSync(process.execPath, ['tools/release.mjs', ...args], { cwd: folder, encoding: 'utf8' });
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  const changelog = (text: string): void => {
    writeFileSync(join(folder, 'CHANGELOG.md'), text);
    git('add', '-A');
    git('commit', '-qm', 'changelog');
  };
  git('init', '-q');

  it('refuses a version that is none, a changelog without it, its date or its results, and open changes', () => {
    expect(release('next').status).toBe(2);
    changelog('# Changelog\n');
    expect(release('9.8.7', '--check').stderr).toContain('has no section');
    changelog('# Changelog\n\n## 9.8.7 — unreleased\n\n### Added\n');
    const { status, stderr } = release('9.8.7', '--check');
    expect(status).toBe(1);
    expect(stderr).toContain('give it its date');
    expect(stderr).toContain('without “### Results”');
    writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n\n## 9.8.7 — 2027-01-02\n\n### Results\n');
    expect(release('9.8.7', '--check').stderr).toContain('not committed');
  });

  it('sets the version everywhere it stands, and nowhere else', () => {
    changelog('# Changelog\n\n## 9.8.7 — 2027-01-02\n\n### Results\n\nNone.\n');
    expect(release('9.8.7', '--check').stdout).toBe('9.8.7 is ready\n');
    expect(release('9.8.7').status).toBe(0);
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(JSON.parse(read('package.json')).version).toBe('9.8.7');
    const lock = JSON.parse(read('package-lock.json'));
    const before = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect([lock.version, lock.packages[''].version]).toEqual(['9.8.7', '9.8.7']);
    before.version = before.packages[''].version = '9.8.7';
    expect(lock).toEqual(before);
    expect(read('src/engine/version.ts')).toContain("'9.8.7'");
    expect(parse(read('CITATION.cff')).version).toBe('9.8.7');
  });
});

it('the citation is of this version', () => {
  const citation = parse(readFileSync(join(root, 'CITATION.cff'), 'utf8'));
  expect(citation.version).toBe(VERSION);
  expect(citation.title).toMatch(/^isoeffect: /);
});

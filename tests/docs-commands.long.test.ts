import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main, scratch } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/scale.md', 'scenarios/README.md'],
  ...readdirSync(join(root, 'docs/guide')).map((file) => `docs/guide/${file}`),
];

/** Lines that need what is not here, and what runs them; and a page whose lines change the project. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm start': 'tests/readme.long.test.ts',
  'npm test': '.ci/run',
  'bash study-slurm/submit.sh': 'tests/slurm/run.sh',
  'Rscript docs/read-a-result.R out/quick-start power.pdf': 'tests/readers/run.sh',
  'python3 docs/read-a-result.py out/quick-start power.pdf': 'tests/readers/run.sh',
  'docs/guide/extending.md': 'tests/docs-extending.long.test.ts',
};

/** Numbers that a page states, as its commands print them. */
const STATED: Readonly<Record<string, string>> = {
  'docs/guide/five-minutes.md': '25.7 1.4',
  'docs/guide/size-a-trial.md': '827 118 140 151 152 6.21 63.7 85.6 90.5',
  'docs/guide/teaching.md':
    '2.67 3.65 16.20 19.6 21.2 31.1 36.3 42.4 43.7 49.4 53.0 53.6 63.7 67.4 79.0 80.4 215',
};

const linesOf = (page: string): string[] =>
  [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text]) => text.trim().split('\n'));

/** A folder of programs that start the compiled command line, as npx does and as an installed isoeffect does. */
function programsFolder(): string {
  const folder = scratch();
  const start = `exec "${process.execPath}" "${main}" "$@"`;
  for (const [name, script] of [
    ['npx', `[ "$1" = isoeffect ] || exit 127\nshift\n${start}`],
    ['isoeffect', start],
  ]) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
const env = { ...process.env, NO_COLOR: '1', PATH: `${programsFolder()}${delimiter}${process.env.PATH}` };

const runHere = pages
  .filter((page) => !(page in ELSEWHERE))
  .map((page) => ({ page, lines: linesOf(page).filter((line) => !(line in ELSEWHERE)) }))
  .filter(({ lines }) => lines.length > 0);

describe.each(runHere)('the commands of $page, one after another in an empty folder', ({ page, lines }) => {
  const folder = scratch();
  let said = '';
  it.each(lines)('%s', (line) => {
    // What npm runs is of the project
    const cwd = line.startsWith('npm ') ? root : folder;
    const { status, stdout, stderr } = spawnSync(line, { cwd, env, encoding: 'utf8', shell: '/bin/sh' });
    expect(status, stderr).toBe(0);
    if (!line.startsWith('cmp ')) expect(`${stdout}${stderr}`).not.toBe('');
    said += stdout + stderr;
  });

  it.each(STATED[page]?.split(' ') ?? [])('print %s, which it states', (number) => {
    const alone = new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?!\\d)`);
    expect(read(page)).toMatch(alone);
    expect(said).toMatch(alone);
  });
});

describe('the pages', () => {
  it('have commands that are run elsewhere only where that is, and no other', () => {
    const all = [...pages, ...pages.flatMap(linesOf)];
    for (const [what, where] of Object.entries(ELSEWHERE)) {
      expect(all).toContain(what);
      expect(existsSync(join(root, where)), where).toBe(true);
    }
  });

  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it('of the guide are in the sidebar of the site', () => {
    const sidebar = read('docs/.vitepress/config.mts');
    for (const file of readdirSync(join(root, 'docs/guide')))
      expect(sidebar).toContain(`'${file.replace('.md', '')}'`);
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const folder = join(root, 'docs/guide');
/** Pages whose commands are run as they stand, one after the other, in an empty folder. */
const pages = ['five-minutes', 'size-a-trial', 'reproducibility', 'teaching'];
const textOf = (page: string): string => readFileSync(join(folder, `${page}.md`), 'utf8');

/** Words of a command line, those in quotes as one. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

describe.each(pages)('the page %s', (page) => {
  const cwd = scratch();
  const commands = [...textOf(page).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text]) =>
    text.trim().split('\n'),
  );

  it.each(commands)(
    '%s',
    (line) => {
      const [program, ...words] = wordsOf(line);
      if (program === 'cmp') {
        execFileSync(program, words, { cwd });
        return;
      }
      expect([program, words[0]]).toEqual(['npx', 'isoeffect']);
      const { status, stdout, stderr } = isoeffect(words.slice(1), cwd);
      expect(status, stderr).toBe(0);
      expect(stdout).not.toBe('');
    },
    120_000,
  );
});

it('every page links only to what is there, and is in the sidebar of the site', () => {
  const sidebar = readFileSync(join(root, 'docs/.vitepress/config.mts'), 'utf8');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
    expect(
      links.filter((target) => !existsSync(join(dirname(join(folder, file)), target))),
      file,
    ).toEqual([]);
    expect(sidebar).toContain(`'${file.replace('.md', '')}'`);
  }
});

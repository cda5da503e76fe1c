import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { defineConfig } from 'vitepress';

const docs = resolve(import.meta.dirname, '..');
const root = dirname(docs);

/** Files outside the pages that pages link to, by the address that they have on the site. */
const linked = new Map<string, string>();

/** The address on the site of a file of the project that is no page, or of a list of a folder’s; text that a browser would not show ends in .txt. */
function addressOf(file: string): string {
  const path = relative(root, file).split(sep).join('/');
  const isText = /\.(md|yaml|csv|ts|mjs|R|py|sh)$/.test(path) || statSync(file).isDirectory();
  const address = isText ? `${path}.txt` : path;
  linked.set(`files/${address}`, file);
  return `/files/${address}`;
}

const isPage = (file: string): boolean => file.startsWith(docs + sep) && file.endsWith('.md');

/** The decisions, each under its title. */
const decisions = readdirSync(join(docs, 'decisions'))
  .filter((file) => /^\d{4}-.*\.md$/.test(file))
  .sort()
  .map((file) => ({
    text: file.slice(0, 4) + file.slice(4, -3).replaceAll('-', ' '),
    link: `/decisions/${file.slice(0, -3)}`,
  }));

const guide = (text: string, name: string) => ({ text, link: `/guide/${name}` });

export default defineConfig({
  title: 'isoeffect',
  description: 'Monte Carlo trial-outcome simulator for radiotherapy fractionation trials',
  lang: 'en-GB',
  cleanUrls: false,
  srcExclude: ['**/README.md'],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    footer: { message: 'Not for patient care. MIT licence.' },
    nav: [
      guide('Five minutes', 'five-minutes'),
      { text: 'Try it here', link: '/explorer/index.html', target: '_self' },
      guide('Size a trial', 'size-a-trial'),
      { text: 'Models', link: '/reference/models' },
      { text: 'Verification', link: '/reference/verification' },
      { text: 'Scenarios', link: '/reference/scenarios' },
      { text: 'Gallery', link: '/gallery/index.html', target: '_self' },
      { text: 'Library', link: '/api/index.html', target: '_self' },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: [
          guide('Five minutes to a first answer', 'five-minutes'),
          guide('How to size a trial, step by step', 'size-a-trial'),
          guide('A workshop of 90 minutes', 'teaching'),
          guide('What is assumption', 'assumptions'),
          guide('Glossary', 'glossary'),
        ],
      },
      {
        text: 'Use',
        items: [
          guide('How to write a scenario', 'scenarios'),
          guide('How large a trial must be', 'sizing'),
          guide('Sweeps', 'sweeps'),
          guide('Which unknown decides', 'sensitivity'),
          guide('α/β as the aim', 'alpha-beta-aim'),
          guide('Dose escalation', 'dose-escalation'),
          guide('Designs by calculation', 'designs'),
          { text: 'Every calculator', link: '/reference/calculators' },
          guide('Published studies and effects', 'evidence'),
          { text: 'Charts, and how to read them', link: '/reference/charts' },
          guide('One simulated trial', 'examples'),
          guide('What a run writes, and reading it in R and Python', 'result-files'),
          guide('The explorer', 'explorer'),
          guide('Long runs and clusters', 'clusters'),
          guide('Speed', 'speed'),
        ],
      },
      {
        text: 'Trust',
        items: [
          guide('The reproducibility promise', 'reproducibility'),
          guide('How the numbers are verified', 'verification'),
          { text: 'Every case of verification', link: '/reference/verification' },
          { text: 'Models, with equations and sources', link: '/reference/models' },
          { text: 'Shipped scenarios', link: '/reference/scenarios' },
          guide('Beside other tools', 'comparison'),
        ],
      },
      {
        text: 'Build upon',
        items: [guide('How to add to it', 'extending'), { text: 'Past one machine', link: '/scale' }],
      },
      { text: 'Decisions', collapsed: true, items: decisions },
    ],
  },
  markdown: {
    config: (md) => {
      // Before pages' own links are looked at: what leads out of the pages leads to a copy on the site
      md.core.ruler.push('project-files', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === 'link_open' ? token.attrGet('href') : null;
          if (!href || /^([a-z]+:|#|\/)/i.test(href)) continue;
          const file = resolve(dirname(join(docs, env.relativePath)), decodeURI(href.replace(/#.*/, '')));
          if (!isPage(file)) token.attrSet('href', addressOf(file));
        }
      });
    },
  },
  buildEnd: ({ outDir }) => {
    for (const [address, file] of linked) {
      const target = join(outDir, address);
      mkdirSync(dirname(target), { recursive: true });
      if (statSync(file).isDirectory()) writeFileSync(target, `${readdirSync(file).sort().join('\n')}\n`);
      else copyFileSync(file, target);
    }
  },
});

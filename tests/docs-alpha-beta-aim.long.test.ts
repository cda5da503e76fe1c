import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCalculator } from './fixtures/ask-calculator.ts';
import { isoeffect, scratch } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';
import { makeAim } from './report/make-aim.ts';

const path = join(root, 'docs/guide/alpha-beta-aim.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
const commands = blocksOf('sh').flatMap((text) => text.trim().split('\n'));
const designs = commands.filter((line) => line.startsWith('npx isoeffect design '));

describe('the guide to an aim', () => {
  it.each(commands.filter((line) => line.startsWith('npx isoeffect run ')))('%s', (line) => {
    const { status, stdout, stderr } = isoeffect(line.split(' ').slice(2));
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('of trials bound a true α/β of 4.90 Gy');
  });

  it('shows a scenario that is valid', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'aim.yaml'), blocksOf('yaml')[0]);
    expect(isoeffect(['validate', 'aim.yaml'], cwd)).toMatchObject({ status: 0, stderr: '' });
  });

  it('has in its table what the calculator says', () => {
    const rows = [...guide.matchAll(/^\| [^|]* Gy \| ([\d.]+) \| ([\d.]+) % \| ([\d.]+) \|$/gm)];
    expect(rows).toHaveLength(3);
    rows.forEach(([, error, power, failures], i) => {
      const { stdout, stderr } = askCalculator(designs[i].split(' ').slice(3));
      expect(stderr).toBe('');
      const words = stdout.replace(/\s+/g, ' ');
      expect(words).toContain(`a standard error of ${error} Gy`);
      expect(words).toMatch(new RegExp(`right signs in ${power}\\d? %`));
      expect(words).toContain(`at ${failures} expected failures`);
    });
    expect(askCalculator(designs[3].split(' ').slice(3)).stdout).toContain('known slope');
  });

  it('says what other truths lead to', async () => {
    const { truths } = await makeAim({
      'simulation.replicates': 2,
      truths: {
        logistic: {
          'truth.localControl': {
            model: 'logistic',
            gamma50: 1.5,
            anchor: { schedule: '25 x 2 Gy', rate: 0.93, atYears: 3 },
          },
        },
        varied: {
          'truth.cohort.heterogeneity.alphaBetaGy': {
            logNormal: { median: 4.9, sigma: 0.6 },
            within: [0.5, 40],
          },
        },
      },
    });
    const limits = truths.map(({ estimation }) => estimation.limitGy!.toFixed(1));
    expect(limits).toEqual(['4.9', '5.0', '6.1']);
    expect(guide).toContain('4.9 Gy becomes 5.0');
    expect(guide).toContain('about 4.9 Gy it becomes 6.1');
  });
});

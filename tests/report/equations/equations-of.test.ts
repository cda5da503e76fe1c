import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAssumptions } from '../../../src/engine/assumptions.ts';
import { equationsOf } from '../../../src/report/equations/equations-of.ts';
import { leafPaths, valueAt } from '../../../src/scenario/path.ts';
import { readShipped, root } from '../../fixtures/scenario-text.ts';

const names = readdirSync(join(root, 'scenarios'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5));

/** What the equations of a scenario need of a result. */
function filled(name: string) {
  const { scenario } = readShipped(name);
  const assumptions = listAssumptions(scenario);
  const head = { title: scenario.title, question: null, sha256: '', resolved: scenario };
  const arms = Object.keys(scenario.arms).map((arm) => ({
    name: arm,
    n: 1,
    schedule: null,
    eqd2Gy: null,
    bedGy: null,
  }));
  return { scenario, assumptions, blocks: equationsOf({ scenario: head, arms, assumptions }) };
}

describe.each(names)('equations of %s', (name) => {
  const { scenario, blocks } = filled(name);
  const rows = blocks.flatMap((block) => block.rows);

  it('hold every number of arms, truth, uncertainty, other truths and design once', () => {
    const parts = ['arms', 'truth', 'uncertainty', 'truths', 'design'] as const;
    const numbers = parts
      .flatMap((part) => leafPaths(scenario[part], part))
      .filter((path) => typeof valueAt(scenario, path) === 'number');
    const isIn = (path: string) =>
      rows.filter((row) => path === row.path || path.startsWith(`${row.path}.`)).length;
    expect(numbers.filter((path) => isIn(path) !== 1)).toEqual([]);
  });

  it('name every number by a symbol and say what it means', () => {
    const isNumber = ({ value }: (typeof rows)[number]) =>
      typeof value === 'number' || /^\d+ values$/.test(String(value));
    const numbers = rows.filter(isNumber);
    expect(numbers.filter(({ symbol }) => symbol === undefined).map(({ path }) => path)).toEqual([]);
    expect(numbers.filter(({ meaning }) => meaning === '').map(({ path }) => path)).toEqual([]);
  });
});

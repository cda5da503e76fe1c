import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import type { Scenario } from '../../src/scenario/scenario-schema.ts';
import { createWorldDraws, uncertainPaths } from '../../src/scenario/truth-specs.ts';
import { scenarioHash, writeScenario } from '../../src/scenario/write-scenario.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { exampleText, exampleWith } from '../fixtures/scenario-text.ts';

const LAW =
  '  truth.cohort.heterogeneity.alphaBetaGy.logNormal.median: { logNormal: { median: 4.9, sigma: 0.45 } }\n';
const MEDIAN = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
const GAMMA = 'truth.localControl.gamma50';
const rows = [
  [2, 1],
  [4, 1.2],
  [8, 1.5],
  [16, 2],
  [30, 2.5],
];
const block = (columns: Record<string, number[]>): string =>
  `  posterior: { draws: { ${Object.entries(columns)
    .map(([path, values]) => `${path}: [${values.join(', ')}]`)
    .join(', ')} } }\n`;
const joint = block({ [MEDIAN]: rows.map(([m]) => m), [GAMMA]: rows.map(([, g]) => g) });
const scenarioOf = (uncertainty: string): Scenario =>
  readScenario(exampleWith(LAW, uncertainty), 'x.yaml').scenario;
function refusal(uncertainty: string, from = exampleWith(LAW, uncertainty)): string[] {
  try {
    readScenario(from, 'x.yaml', [], (path) => {
      if (path === 'posterior.csv') return uncertainty;
      throw new Error(`${path}: no such file`);
    });
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the scenario was taken');
}

describe('joint draws', () => {
  const key = seedKey('sts-5x6');
  const worldsOf = (scenario: Scenario, count: number) => {
    const draw = createWorldDraws(scenario, key);
    return Array.from({ length: count }, (_, i) => draw(i + 1));
  };

  it('give each world one whole row, and every row comes', () => {
    const found = worldsOf(scenarioOf(joint), 400).map((draw) => draw.map(([, value]) => value));
    for (const row of found) expect(rows).toContainEqual(row);
    expect(new Set(found.map(String)).size).toBe(rows.length);
    // Of 400 worlds each row has Binomial(400, 0.2), beyond ±6 standard errors 2e-9
    for (const row of rows) {
      const count = found.filter((other) => String(other) === String(row)).length;
      expect(Math.abs(count - 80)).toBeLessThan(6 * 8);
    }
  });

  it('stand beside laws, whose draws they leave alone, and a later path does not shift an earlier', () => {
    const [alone, beside] = [
      scenarioOf(LAW),
      scenarioOf(`${block({ [GAMMA]: rows.map(([, g]) => g) })}${LAW}`),
    ];
    expect(uncertainPaths(beside)).toEqual([GAMMA, MEDIAN]);
    const of = (scenario: Scenario) =>
      worldsOf(scenario, 50).map((draw) => draw.find(([path]) => path === MEDIAN)![1]);
    expect(of(beside)).toEqual(of(alone));
  });

  it('come from a file as from the scenario', () => {
    const csv = `# a posterior\n${MEDIAN},"${GAMMA}"\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    const text = exampleWith(LAW, '  posterior: { draws: posterior.csv }\n');
    const { scenario } = readScenario(text, 'x.yaml', [], () => csv);
    expect(scenario).toEqual(scenarioOf(joint));
  });

  const SMALL = ['simulation={ replicates: 20, worlds: 12 }', 'design.perArm=30', 'design.unevaluable=0'];

  it('make worlds of which fewer are the first of more', async () => {
    const text = exampleWith(LAW, joint);
    const first = (await runInline(text, ...SMALL)).result.worldsSummary!.first;
    const more = (await runInline(text, ...SMALL, 'simulation.worlds=18')).result.worldsSummary!.first;
    expect(first).toHaveLength(12);
    expect(more.slice(0, 12)).toEqual(first);
    for (const { values } of first) expect(rows).toContainEqual([values[MEDIAN], values[GAMMA]]);
  });

  it('repeat from the resolved scenario, byte for byte', async () => {
    const run = await runInline(exampleWith(LAW, joint), ...SMALL);
    const again = await runInline(writeScenario(run.scenario, 'resolved'));
    expect(JSON.stringify(again.result)).toBe(JSON.stringify(run.result));
  });
});

describe('joint draws are refused', () => {
  const LINE = 'x.yaml:29';

  it.each<[what: string, uncertainty: string, line: RegExp]>([
    ['without paths', '  posterior: { draws: {} }\n', /the draws name no path/],
    [
      'of unequal length',
      block({ [MEDIAN]: [1, 2, 3], [GAMMA]: [1, 2] }),
      /every path needs the same number of draws/,
    ],
    ['of one draw', block({ [MEDIAN]: [4] }), /must have at least 2/],
    [
      'of a path that is no number',
      block({ 'truth.localControl.model': [1, 2] }),
      /truth\.localControl\.model is no number that the truth states/,
    ],
    [
      'of a path that there is not',
      block({ 'truth.localControl.gamma5': [1, 2] }),
      /truth\.localControl\.gamma5 is no number that the truth states/,
    ],
    [
      'of a path with a law besides',
      `${block({ [MEDIAN]: [4, 5] })}${LAW}`,
      /alphaBetaGy\.logNormal\.median is uncertain twice/,
    ],
    [
      'of a path in two blocks',
      `${block({ [GAMMA]: [1, 2] })}${block({ [GAMMA]: [1, 2] }).replace('posterior', 'other')}`,
      /gamma50 is uncertain twice/,
    ],
    [
      'of which one is no truth',
      block({ [GAMMA]: [1, 1.5, -2, 2] }),
      /draw 3 is no truth: invalid gamma50: -2 \(must be > 0\)/,
    ],
    [
      'of which one in many is no truth',
      block({ [GAMMA]: Array.from({ length: 3000 }, (_, i) => (i === 1999 ? -1 : 1 + i / 3000)) }),
      /draw 2000 is no truth: invalid gamma50: -1/,
    ],
  ])('%s', (_, uncertainty, message) => {
    const [line] = refusal(uncertainty);
    expect(line.startsWith(LINE)).toBe(true);
    expect(line).toMatch(message);
  });

  const withFile = exampleWith(LAW, '  posterior: { draws: posterior.csv }\n');

  it.each<[what: string, csv: string, message: string]>([
    ['empty', '# nothing\n', 'posterior.csv: line 1: the table is empty'],
    ['a nameless column', 'a,\n1,2\n', 'posterior.csv: line 1: a column has no name'],
    ['a name twice', 'a,a\n1,2\n', 'posterior.csv: line 1: a is named twice'],
    ['a short line', '# x\na,b\n1,2\n3\n', 'posterior.csv: line 4: 1 cells under 2 names'],
    ['a word', 'a,b\n1,2\n3,many\n', 'posterior.csv: line 3, column 2: “many” is no number'],
    ['an empty cell', 'a,b\n1,\n', 'posterior.csv: line 2, column 2: “(empty)” is no number'],
    ['infinity', 'a,b\n1,Infinity\n', 'posterior.csv: line 2, column 2: “Infinity” is no number'],
  ])('from a file with %s', (_, csv, message) => {
    expect(refusal(csv, withFile)).toEqual([`x.yaml:29:23  ${message}`]);
  });

  it('from a file that is not there', () => {
    const elsewhere = exampleText.replace(LAW, '  posterior: { draws: other.csv }\n');
    expect(refusal('', elsewhere)).toEqual(['x.yaml:29:23  other.csv: no such file']);
  });
});

describe('the order of joint draws', () => {
  it('is part of what the hash of a scenario stands for', async () => {
    const [one, other] = [
      block({ [MEDIAN]: [4, 5], [GAMMA]: [1, 2] }),
      block({ [GAMMA]: [1, 2], [MEDIAN]: [4, 5] }),
    ];
    expect(await scenarioHash(scenarioOf(one))).not.toBe(await scenarioHash(scenarioOf(other)));
  });

  it('of subtypes too: a patient’s position among them decides the subtype', async () => {
    const size = '      tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } }\n';
    const withSubtypes = (text: string) =>
      readScenario(exampleWith(size, `${size}    subtypes: ${text}\n`), 'x.yaml').scenario;
    const [one, other] = [
      withSubtypes('{ a: { weight: 0.4 }, b: { weight: 0.6, heterogeneity: { sf2: 0.4 } } }'),
      withSubtypes('{ b: { weight: 0.6, heterogeneity: { sf2: 0.4 } }, a: { weight: 0.4 } }'),
    ];
    expect(await scenarioHash(one)).not.toBe(await scenarioHash(other));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoeffect } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const guide = readFileSync(join(root, 'docs/guide/result-files.md'), 'utf8');
const [, ofResult, ofTable] = guide.split(/^## .*$/m);
/** What the first column of a section's table names. */
const namedIn = (section: string): string[] =>
  [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );

/** Of several kinds: worlds, times, looks, several arms, arms dropped, adoption, competing events, a finding, a stratum, an aim, ladders, a burden. */
const RUNS = [
  ['quick-start'],
  ['hyport-adjuvant'],
  ['hyport-sts'],
  ['chhip-three-arms'],
  ['mams-sarcoma'],
  ['adoption-5x6'],
  ['competing-risks'],
  ['doremy'],
  ['mc1973', '--set', 'design.singleArm.stratum={ lowerLimb: 1 }'],
  ['alpha-beta-precision'],
  ['five-fraction-ladder'],
  ['ladder-then-expansion'],
  ['burden-5x6'],
];

/** Blocks whose keys are names, by what these are of. */
const NAMES: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  byEndpoint: 'endpoint',
  byVerdict: 'verdict',
  byArm: 'arm',
  timesByArm: 'arm',
  controlProbability: 'arm',
  values: 'path',
  rates: 'arm',
  expectedPatients: 'arm',
  sets: 'set',
  quadrants: 'quadrant',
};

/** Keys of a result as the guide writes them; a Q is one, and so is what it does not look into. */
function pathsOf(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  if (path === 'scenario.resolved' || path === 'assumptions[].value') return [path];
  if (Array.isArray(node)) {
    const inner = node.some((one) => typeof one === 'object');
    return inner
      ? node.flatMap((one) => pathsOf(one, `${path}[]`))
      : [path === 'warnings' ? 'warnings[]' : path];
  }
  if ('mcse' in node && path !== 'assurance') return [path];
  const entries = Object.entries(node).filter(
    ([key]) => !['estimate', 'mcse', 'exact'].includes(key) || path.endsWith('times'),
  );
  const own = path === 'assurance' ? [path] : [];
  const parent = path.split('.').at(-1)!;
  const ofLook = parent === 'patients' && path.includes('looks[]') ? 'arm' : undefined;
  const name = parent === 'competing' && path.includes('arms[]') ? 'count' : (ofLook ?? NAMES[parent]);
  const ofEndpoint = path.endsWith('rates.<arm>') ? 'endpoint' : undefined;
  return [
    ...own,
    ...entries.flatMap(([key, value]) => {
      const shown = name ?? ofEndpoint;
      return pathsOf(value, `${path === '' ? '' : `${path}.`}${shown ? `<${shown}>` : key}`);
    }),
  ];
}

/** A column with names of the scenario in angle brackets. */
function columnOf(name: string, arms: readonly string[]): string {
  const parts = name.split('.');
  if (parts.length === 1) return name;
  const last = parts.at(-1)!;
  if (/^\d+$/.test(parts[1])) {
    const level = arms.includes(parts[2]) ? '<arm>.' : parts.length > 3 ? `${parts[2]}.` : '';
    return `<plan>.${level}${last}`;
  }
  if (last === 'evaluable') return '<arm>.evaluable';
  if (last === 'events') return arms.includes(parts[0]) ? '<arm>.<endpoint>.events' : name;
  return `<claim>.${last.replace(/^(fieller|profileLikelihood)(?=$|Low|High)/, '<set>')}`;
}

const found = { keys: new Set<string>(), columns: new Set<string>() };

beforeAll(() => {
  for (const run of RUNS) {
    const flags = ['--replicates', '10', '--no-report', '--replicates-file', 'csv', '--out', 'out'];
    const { status, stderr, cwd } = isoeffect(['run', ...run, ...flags]);
    expect(status, stderr).toBe(0);
    const result = JSON.parse(readFileSync(join(cwd, 'out/result.json'), 'utf8'));
    for (const path of pathsOf(result))
      found.keys.add(path.replace('truths[].timesByArm.<arm>.', 'truths[].times.'));
    if (result.truths.some((truth: object) => 'timesByArm' in truth))
      found.keys.add('truths[].timesByArm.<arm>');
    const [header] = readFileSync(join(cwd, 'out/replicates.csv'), 'utf8').split('\n');
    const arms = result.arms.map(({ name }: { name: string }) => name);
    for (const name of header.split(',')) found.columns.add(columnOf(name, arms));
  }
});

describe('the guide to the files of a result', () => {
  it('names every key of result.json, and no other', () => {
    const mayBeNull = [
      'assurance',
      'patients',
      'worldsSummary',
      'truths[].times.marginHere',
      'truths[].times.effect',
    ];
    const keys = [...found.keys].filter((key) => !mayBeNull.includes(key));
    expect(keys.filter((key) => !namedIn(ofResult).includes(key)).sort()).toEqual([]);
    expect(
      namedIn(ofResult)
        .filter((key) => !found.keys.has(key))
        .sort(),
    ).toEqual(['warnings[]'].filter((key) => !found.keys.has(key)));
  });

  it('names every column of replicates.csv, and no other', () => {
    expect([...found.columns].sort()).toEqual(namedIn(ofTable).sort());
  });
});

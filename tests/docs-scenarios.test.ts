import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parameterisations } from '../src/cohort/parameterisations/index.ts';
import { endpoints } from '../src/outcomes/endpoints/index.ts';
import { parseSchedule } from '../src/radiobiology/parse-schedule.ts';
import { compensations } from '../src/radiobiology/schedule.ts';
import { readScenario } from '../src/scenario/read-scenario.ts';
import { scenarioSchema } from '../src/scenario/scenario-schema.ts';
import { claims } from '../src/trial/claims/index.ts';
import { statedClaims, statedRules } from '../src/trial/design.ts';
import { rules } from '../src/trial/rules/index.ts';
import { runInline } from './fixtures/run-inline.ts';
import { readShipped, root } from './fixtures/scenario-text.ts';

const guide = readFileSync(join(root, 'docs/guide/scenarios.md'), 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);

type Block = Record<string, unknown>;

/** A scenario that every fragment fits into. */
const base: Record<string, Block> = {
  arms: { control: { schedule: '25 x 2 Gy' }, experimental: { schedule: '5 x 6 Gy' } },
  truth: {
    cohort: { heterogeneity: { sf2: 0.52, alphaBetaGy: 4.9 } },
    localControl: { model: 'residualDisease', residualProbability: 0.28, maxLnClonogens: 18 },
    woundComplication: {
      model: 'logistic',
      slopePer10Gy: 0.2,
      anchor: { schedule: '25 x 2 Gy', rate: 0.35 },
    },
  },
  design: {
    perArm: 50,
    nonInferiority: { endpoint: 'localControl', atYears: 5, margin: 0.1, oneSidedAlpha: 0.05, test: 'wald' },
  },
  simulation: { replicates: 20 },
};

/** The base's design with what a fragment states: its claims, rules and total in the place of what was there. */
function designWith(stated: Block): Block {
  const { nonInferiority, ...design } = base.design;
  // A total takes the place of the size of each arm
  if (stated.total !== undefined) delete design.perArm;
  const hasClaim = statedClaims(stated as never).length > 0;
  return { ...design, ...(!hasClaim && { nonInferiority }), ...stated };
}

/** Whether a design is one of a single arm: by its rules, or by a claim that takes one. */
const isOfOneArm = (design: Block): boolean =>
  statedRules(design as never).length > 0 ||
  statedClaims(design as never).some(({ name }) => claims[name].arms === 1);

/** The base with what a fragment states of an arm, an endpoint, the cohort … in the place of what was there. */
function scenarioWith({ design, ...fragment }: Record<string, Block>): string {
  const merged: Record<string, unknown> = { isoeffect: 1, title: 'guide', seed: 'guide', ...base };
  for (const [key, block] of Object.entries(fragment)) merged[key] = { ...base[key], ...block };
  if (design) {
    merged.design = designWith(design);
    if (isOfOneArm(design)) merged.arms = { experimental: base.arms.experimental };
  }
  const { localControl, ...truth } = merged.truth as Record<string, Block>;
  // Stated rates read nothing of patients
  if (localControl?.model === 'statedRates') merged.truth = { ...truth, cohort: {}, localControl };
  if (fragment.uncertainty) merged.simulation = { replicates: 20, worlds: 4 };
  return stringify(merged);
}

/** Files that fragments name: shipped ones, and the draws that the guide shows. */
const readFile = (file: string): string =>
  file === 'posterior.csv' ? blocksOf('csv')[0] : readFileSync(join(root, 'scenarios', file), 'utf8');

const fragments = blocksOf('yaml').map(
  (text) => [text.split('\n').slice(0, 3).join(' ').trim(), text] as const,
);

describe('the guide to scenarios', () => {
  it('has a fragment for everything that it explains', () => {
    expect(fragments.length).toBeGreaterThanOrEqual(25);
    const everything = fragments.map(([, text]) => text).join('\n');
    const keys = [
      'onlyIf',
      'weight:',
      'patients:',
      'centreSd',
      'centres:',
      'randomisation',
      'strata',
      'mantelHaenszel',
      'stratum:',
      'along',
      'regionsGy',
      'surgery: true',
      'missed:',
      'compensation',
      'missedFractionProbability',
      'agents',
      'hyperthermia',
      'radiation',
      'repair',
      'repopulation',
      'survival',
      'bySubtype',
      'parameterisation',
      'fibrosis',
      'dvh',
      'competing',
      'promotionTime',
      'draws',
      'pausesAtLooks',
      'coPrimary',
      'hierarchical',
      'adoption',
      ...Object.keys(claims),
      ...Object.keys(rules),
    ];
    expect(keys.filter((key) => !everything.includes(key))).toEqual([]);
  });

  it.each(fragments)('%s …', (_, text) => {
    const { scenario, warnings } = readScenario(scenarioWith(parse(text)), 'guide.yaml', [], readFile);
    expect(warnings).toEqual([]);
    expect(scenarioSchema.safeParse(scenario).success).toBe(true);
  });

  it.each(['missedFractionProbability', 'weight:', 'patients:', 'centreSd', 'strata'])(
    'runs with the fragment that states %s',
    async (key) => {
      const fragment = fragments.find(([, text]) => text.includes(key))![1];
      const { result } = await runInline(scenarioWith(parse(fragment)));
      expect(result.truths[0].arms.length).toBe(key === 'stratum:' ? 1 : 2);
    },
  );

  it.each(fragments.filter(([, text]) => text.startsWith('design:')))('runs %s …', async (_, text) => {
    const { result } = await runInline(scenarioWith(parse(text)));
    const { power, stopping } = result.truths[0].operatingCharacteristics;
    // The guide promises exact values wherever at most two endpoints are under looks
    expect(Math.abs(power.estimate - power.exact!)).toBeLessThanOrEqual(5 * Math.sqrt(0.25 / 20));
    expect(stopping !== undefined).toBe(/interim:|groupSequential:/.test(text));
  });

  it.each(blocksOf('sh').flatMap((text) => text.trim().split('\n')))('%s', (line) => {
    const [, name, set] = /^npx isoeffect run (\S+) --set (\S+)$/.exec(line)!;
    const { scenario } = readShipped(name, set);
    expect(scenario.arms.experimental.schedule).toMatchObject({ fractions: 8 });
  });

  it('names what there is', () => {
    const words = new Set([...guide.matchAll(/`(\w+)`/g)].map(([, word]) => word));
    for (const word of [
      ...compensations,
      ...Object.keys(parameterisations),
      ...Object.keys(endpoints).slice(2),
    ])
      expect(words).toContain(word);
    const [line] = guide.match(/As clinicians write them: .*/)!;
    const texts = [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
    expect(texts).toHaveLength(5);
    for (const text of texts) expect(() => parseSchedule(text)).not.toThrow();
  });

  it('a survival law is needed above 10 Gy a fraction, and not at 10', () => {
    const of = (schedule: string) => () =>
      readScenario(scenarioWith({ arms: { experimental: { schedule } } }), 'guide.yaml');
    expect(of('6 x 10 Gy')).not.toThrow();
    expect(of('6 x 10.1 Gy')).toThrow('needs survival');
  });
});

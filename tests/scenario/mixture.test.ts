import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import { scenarioHash, writeScenario } from '../../src/scenario/write-scenario.ts';
import { exampleWith } from '../fixtures/scenario-text.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const low = '{ weight: 0.222, logNormal: { median: 3.29, sigma: 0.643 } }';
const high = '{ weight: 0.778, logNormal: { median: 5.98, sigma: 0.485 } }';
const mixed = `${ALPHA_BETA}={ mixture: [${low}, ${high}], within: [0.5, 40] }`;
const median = `${ALPHA_BETA}.mixture.0.logNormal.median`;

const text = exampleWith(
  'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median: { logNormal: { median: 4.9, sigma: 0.45 } }',
  'truth.localControl.gamma50: { logNormal: { median: 1.5, sigma: 0.2 } }',
);
const read = (...changes: string[]) =>
  readScenario(
    text,
    'x.yaml',
    changes.map((change) => readChange(change)),
  );
const problems = (...changes: string[]): string => {
  try {
    read(...changes);
    return '';
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
};

describe('a scenario with a mixture', () => {
  it('reads back as itself, and is another one when its components change places', async () => {
    const { scenario } = read(mixed);
    const again = readScenario(writeScenario(scenario, 'header'), 'again').scenario;
    expect(again).toEqual(scenario);
    expect(await scenarioHash(again)).toBe(await scenarioHash(scenario));
    const turned = read(`${ALPHA_BETA}={ mixture: [${high}, ${low}], within: [0.5, 40] }`).scenario;
    expect(await scenarioHash(turned)).not.toBe(await scenarioHash(scenario));
  });

  it('has components that paths reach', () => {
    const { scenario } = read(mixed, `uncertainty.${median}={ logNormal: { median: 3.29, sigma: 0.2 } }`);
    expect(Object.keys(scenario.uncertainty)).toContain(median);
  });

  it('is in the JSON Schema, with the laws of its components', () => {
    const schema = JSON.stringify(scenarioJsonSchema());
    for (const word of ['"mixture"', '"weight"', '"empirical"', '"logitNormal"'])
      expect(schema).toContain(word);
  });
});

describe('an uncertain number with a finite law', () => {
  const days = 'uncertainty.truth.woundComplication.withinDays';

  it('has every value of the law tried, not the ends alone', () => {
    expect(problems(`truth.woundComplication.withinDays=120`, `${days}={ empirical: [90, 120, 150] }`)).toBe(
      '',
    );
    expect(
      problems(`truth.woundComplication.withinDays=120`, `${days}={ empirical: [90, 120.5, 150] }`),
    ).toMatch(/120\.5.*the law reaches it; give whole numbers to truths or a sweep instead$/m);
  });

  it('is not told to add limits, which a finite law does not take', () => {
    expect(problems(`truth.woundComplication.withinDays=120`, `${days}={ empirical: [-90, 120] }`)).toMatch(
      /-90.*the law reaches it$/m,
    );
  });
});

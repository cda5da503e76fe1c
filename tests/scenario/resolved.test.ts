import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { scenarioHash, writeScenario } from '../../src/scenario/write-scenario.ts';
import { exampleText, exampleWith, shippedText } from '../fixtures/scenario-text.ts';

describe('the resolved scenario', () => {
  it.each(['scopes-ii', 'mc1973', 'reference-workload'])('of %s reads back as itself', async (name) => {
    const { scenario } = readScenario(shippedText(name), name);
    const again = readScenario(writeScenario(scenario, 'header\nof two lines'), 'again');
    expect(again.scenario).toEqual(scenario);
    expect(await scenarioHash(again.scenario)).toBe(await scenarioHash(scenario));
  });

  it('has the same hash however its keys are ordered, and another for another value', async () => {
    const hash = async (text: string, ...sets: string[]) =>
      scenarioHash(
        readScenario(
          text,
          'x',
          sets.map((s) => readChange(s)),
        ).scenario,
      );
    const turned = exampleWith(
      'gamma50: 1.5\n    anchor: { schedule: 25 x 2 Gy, rate: 0.93, atYears: 3 }',
      'anchor: { atYears: 3, rate: 0.93, schedule: 25 x 2 Gy }\n    gamma50: 1.5',
    );
    const original = await hash(exampleText);
    expect(await hash(turned)).toBe(original);
    expect(await hash(exampleText, 'truth.localControl.gamma50=1.6')).not.toBe(original);
    expect(await hash(exampleText, 'seed=other')).not.toBe(original);
  });

  it('says what does nothing: a characteristic that no model reads, a correlation with a fixed one', () => {
    expect(readScenario(exampleText, 'x').warnings).toEqual([
      'no model reads the characteristic sf2',
      'sf2 is fixed: its correlation with alphaBetaGy does nothing',
    ]);
  });

  it('says where the plan is off the median of its uncertainty', () => {
    const { warnings } = readScenario(exampleText, 'x', [
      readChange('truth.cohort.heterogeneity.alphaBetaGy.logNormal.median=6'),
    ]);
    expect(warnings).toContain(
      'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median is 6 as planned, but its law’s median is 4.9',
    );
  });

  it('--set takes values, blocks and laws', () => {
    const { scenario } = readScenario(exampleText, 'x', [
      readChange('design.coPrimary.0.nonInferiority.margin=0.08'),
      readChange('truth.cohort.heterogeneity.sf2={ logLogNormal: { median: 0.5, sigma: 0.4 } }'),
      readChange('uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median.logNormal.sigma=0.3'),
    ]);
    expect(scenario.design.coPrimary![0]).toMatchObject({ nonInferiority: { margin: 0.08 } });
    expect(scenario.truth.cohort.heterogeneity.sf2).toEqual({ logLogNormal: { median: 0.5, sigma: 0.4 } });
    expect(Object.values(scenario.uncertainty)).toEqual([{ logNormal: { median: 4.9, sigma: 0.3 } }]);
  });

  it('--set adds an uncertain path, dots and all, and replaces a block with the tags of its values', () => {
    const { scenario } = readScenario(shippedText('scopes-ii'), 'x', [
      readChange('uncertainty.truth.woundComplication.anchor.rate={ beta: { a: 35, b: 65 } }'),
      readChange('truth.localControl={ model: logistic, gamma50: 1.5, d50Gy: 30 }'),
    ]);
    expect(Object.keys(scenario.uncertainty)).toContain('truth.woundComplication.anchor.rate');
    expect(Object.keys(scenario.provenance)).not.toContain('truth.localControl.anchor');
  });

  it('has a JSON Schema for editors', () => {
    const schema = scenarioJsonSchema() as { properties: Record<string, unknown>; required: string[] };
    expect(Object.keys(schema.properties)).toContain('truth');
    expect(schema.required).toEqual(['isoeffect', 'title', 'seed', 'arms', 'truth', 'design']);
    expect(JSON.stringify(schema)).toContain('gamma50');
  });
});

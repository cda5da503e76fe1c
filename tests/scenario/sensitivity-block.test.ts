import { describe, expect, it } from 'vitest';
import { listAssumptions } from '../../src/engine/assumptions.ts';
import { exploredScenario } from '../../src/scenario/explored-scenario.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { scenarioHash, writeScenario } from '../../src/scenario/write-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { exampleText, readShipped, shippedText } from '../fixtures/scenario-text.ts';

const GAMMA = 'truth.localControl.gamma50';
const MEDIAN = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
const LAW = '{ logNormal: { median: 1.5, sigma: 0.3 } }';

describe('the sensitivity of a scenario', () => {
  it('is left out of a scenario that states none, whose hash it leaves alone', async () => {
    const { scenario } = readScenario(exampleText, 'x.yaml');
    expect(scenario).not.toHaveProperty('sensitivity');
    const { scenario: stated } = readScenario(
      `${exampleText}\nsensitivity: { ${GAMMA}: ${LAW} }\n`,
      'x.yaml',
    );
    expect(stated).toEqual({
      ...scenario,
      sensitivity: { [GAMMA]: { logNormal: { median: 1.5, sigma: 0.3 } } },
    });
    expect(await scenarioHash(stated)).not.toBe(await scenarioHash(scenario));
    expect(readScenario(writeScenario(stated, 'x'), 'x.yaml').scenario).toEqual(stated);
  });

  it('is ignored by a run', async () => {
    const small = ['simulation.replicates=20', 'simulation.worlds=10', 'design.perArm=20'];
    const text = shippedText('sts-5x6-vs-25x2');
    const plain = await runInline(text, ...small);
    const stated = await runInline(text, ...small, `sensitivity.${GAMMA}=${LAW}`);
    const { scenario: _, ...expected } = plain.result;
    expect(stated.result).toMatchObject(expected);
    expect(listAssumptions(stated.scenario)).toEqual(listAssumptions(plain.scenario));
  });

  it('stands beside the uncertainty in what is explored, and replaces the law of the same path', () => {
    const { scenario } = readShipped(
      'scopes-ii',
      `sensitivity.${MEDIAN}={ uniform: { min: 2, max: 8 } }`,
      'sensitivity.truth.localControl.anchor.rate={ uniform: { min: 0.9, max: 0.95 } }',
    );
    const explored = exploredScenario(scenario);
    expect(explored).not.toHaveProperty('sensitivity');
    expect(Object.keys(explored.uncertainty)).toEqual([
      MEDIAN,
      GAMMA,
      'truth.woundComplication.slopePer10Gy',
      'truth.localControl.anchor.rate',
    ]);
    expect(explored.uncertainty[MEDIAN]).toEqual({ uniform: { min: 2, max: 8 } });
  });

  it.each([
    [
      `truth.localControl.gamma5: ${LAW}`,
      'unknown path: truth.localControl.gamma5: unknown key: gamma5 (did you mean gamma50?)',
    ],
    [`design.perArm: ${LAW}`, 'unknown path: design.perArm (an uncertain path begins with truth.)'],
    ['truth.localControl.anchor.rate: { normal: { mean: 0.9, sd: 0.2 } }', 'the law reaches it; add within'],
    [`${GAMMA}: { logNorml: { median: 1.5, sigma: 0.3 } }`, 'did you mean logNormal?'],
    [`${GAMMA}: { draws: { ${GAMMA}: [1, 2] } }`, 'draws'],
  ])('refuses %s', (entry, reason) => {
    const [line, ...more] = refusalOfText(`${shippedText('sts-5x6-vs-25x2')}\nsensitivity:\n  ${entry}\n`);
    expect(line).toContain(reason);
    expect(line).toMatch(/^x\.yaml:\d+:\d+/);
    expect(more).toEqual([]);
  });

  it('refuses a law for one path of joint draws', () => {
    const [line] = refusalOfText(
      shippedText('sts-5x6-vs-25x2'),
      `uncertainty={ posterior: { draws: { ${GAMMA}: [1, 1.5, 2] } } }`,
      `sensitivity.${GAMMA}=${LAW}`,
    );
    expect(line).toContain(`${GAMMA} is drawn jointly in uncertainty posterior`);
  });
});

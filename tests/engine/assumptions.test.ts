import { describe, expect, it } from 'vitest';
import { listAssumptions } from '../../src/engine/assumptions.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const scenarioOf = (name: string, ...sets: string[]) =>
  readScenario(
    shippedText(name),
    name,
    sets.map((set) => readChange(set)),
  ).scenario;

describe('what a result rests on', () => {
  it('lists each parameter of joint draws once, as fitted', () => {
    const values = Array.from({ length: 50 }, (_, i) => 0.2 + i / 500).join(', ');
    const path = 'truth.localControl.residualProbability';
    const scenario = scenarioOf(
      'alpha-beta-demonstration',
      `uncertainty={ posterior: { draws: { ${path}: [${values}] } } }`,
    );
    const drawn = listAssumptions(scenario).filter(({ about }) => about.includes('posterior'));
    expect(drawn).toEqual([
      {
        about: `uncertainty.posterior.draws.${path}`,
        value: '50 values',
        basis: 'fitted',
        note: 'joint draws read from a file',
      },
    ]);
  });

  it('says how courses go where fractions are missed, and what a block says of dose', () => {
    const notes = (...sets: string[]) =>
      listAssumptions(scenarioOf('quick-start', ...sets)).map(({ note }) => note);
    const missed = /^Each planned fraction is missed by itself/;
    expect(notes().filter((note) => missed.test(note))).toEqual([]);
    expect(
      notes('truth.delivery={ missedFractionProbability: 0.02 }').filter((note) => missed.test(note)),
    ).toHaveLength(1);
    expect(notes().some((note) => note.startsWith('Sublethal damage is fully repaired'))).toBe(true);
    const repaired = notes('truth.localControl.repair={ halfTimeHours: 1.5 }');
    expect(repaired.some((note) => note.startsWith('Sublethal damage is repaired with one half-time'))).toBe(
      true,
    );
  });
});

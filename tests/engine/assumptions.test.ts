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

  it('says what is taken for granted of accrual, looks and the rate that one arm is held against', () => {
    const ofDesign = (name: string, ...sets: string[]) =>
      listAssumptions(scenarioOf(name, ...sets))
        .filter(({ about, basis }) => about.startsWith('design, ') && basis === 'assumed')
        .map(({ about, note }) => `${about}: ${note}`);
    const hyport = ofDesign('hyport-sts', 'design.unevaluable=0.1').join('\n');
    expect(hyport).toMatch(/accrual: Patients come at random .* a month is 30\.4375 days\./);
    expect(hyport).toMatch(/accrual: The outcome of a patient is known all at once at the end of its window/);
    expect(hyport).toMatch(/interim: .* in the order of enrolment; accrual goes on meanwhile\./);
    expect(hyport).toMatch(
      /interim: Patients enrolled beyond those of the look that stops the trial are not analysed\./,
    );
    expect(hyport).toMatch(/interim: Unevaluable patients do not count towards a look\./);
    expect(hyport).toMatch(/completion: The rate that the arm is held against is taken as known/);
    const pausing = ofDesign(
      'hyport-sts',
      'design.accrual.pausesAtLooks=true',
      'design.accrual.pattern=even',
    ).join('\n');
    expect(pausing).toContain('Patients come at equal intervals; a month');
    expect(pausing).toContain('nobody is enrolled meanwhile');
    expect(pausing).not.toContain('are not analysed');
    expect(ofDesign('doremy')).toEqual([
      'design, posterior: The rate that the arm is held against is taken as known, without the sampling error of the series that it comes from.',
    ]);
    expect(ofDesign('scopes-ii')).toEqual([]);
  });

  it('takes no rate as known that an earlier series states', () => {
    const claim =
      '{ endpoint: woundComplication, withinDays: 120, events: 31, patients: 88, certainty: 0.95 }';
    const notes = listAssumptions(
      scenarioOf('hyport-sts', `design={ perArm: 120, historicalControl: ${claim} }`),
    )
      .filter(({ about }) => about === 'design, historicalControl')
      .map(({ note }) => note);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^The patients of the earlier series are like those of the trial/);
  });
});

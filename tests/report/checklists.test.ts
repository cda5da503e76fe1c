import { beforeAll, describe, expect, it } from 'vitest';
import { NO_SOURCE } from '../../src/engine/assumptions.ts';
import type { CheckedResult } from '../../src/report/checklists/definition.ts';
import { checklists } from '../../src/report/checklists/index.ts';
import { answerItem, checklistsSection, type ItemAnswer } from '../../src/report/sections/checklists.ts';
import { setAt } from '../../src/scenario/path.ts';
import { brokenAnswers } from '../fixtures/checked-answers.ts';
import { markupProblem } from '../fixtures/well-formed.ts';
import { makeAim } from './make-aim.ts';
import { HOSTILE, LOOKS, makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';
import { TIMED_LOOKS } from './times-texts.ts';

type Kind = 'twoArms' | 'looks' | 'stated' | 'single' | 'timed' | 'aim';
type List = keyof typeof checklists;

let results: Record<Kind, CheckedResult>;
beforeAll(async () => {
  results = {
    twoArms: await makeResult(TWO_ARMS),
    looks: await makeResult(LOOKS),
    stated: await makeResult(STATED_RATES),
    single: await makeResult(SINGLE_ARM),
    timed: await makeResult(TIMED_LOOKS),
    aim: await makeAim(),
  };
}, 60_000);

/** A result with values set at paths from its root; undefined takes one away. */
function changed(kind: Kind, changes: readonly (readonly [path: string, value: unknown])[]): CheckedResult {
  const copy = structuredClone(results[kind]) as unknown as Record<string, unknown>;
  for (const [path, value] of changes) setAt(copy, path, value);
  return JSON.parse(JSON.stringify(copy)) as CheckedResult;
}

/** What a list says to its first item that begins so. */
function answer(list: List, item: string, result: CheckedResult): ItemAnswer {
  const found = checklists[list].items.find((one) => one.item.startsWith(item));
  if (!found) throw new RangeError(`invalid item: ${item} (must begin one of ${list})`);
  return answerItem(found, result);
}

/** A tag of the scenario; its path is one key. */
const tag = (kind: Kind, paths: string | readonly string[], note: string, basis = 'found'): CheckedResult => {
  const copy = structuredClone(results[kind]) as {
    scenario: { resolved: { provenance: Record<string, unknown> } };
  };
  for (const path of [paths].flat()) copy.scenario.resolved.provenance[path] = { [basis]: note };
  return copy as unknown as CheckedResult;
};

const S = 'scenario.resolved';

/** Items with a result that fills them, what is in the answer, and a change that unfills them. */
const FLIPS: readonly (readonly [
  list: List,
  item: string,
  kind: Kind,
  says: RegExp,
  without: readonly (readonly [path: string, value: unknown])[],
])[] = [
  ['ademp', 'Aim', 'twoArms', /^Is 5 × 6 Gy non-inferior/, [['scenario.question', null]]],
  ['ademp', 'Estimand', 'twoArms', /within 10 percentage points/, [['claims', []]]],
  ['ademp', 'Methods of analysis', 'twoArms', /Farrington–Manning/, [['claims', []]]],
  ['ademp', 'Analyses without', 'twoArms', /sign of the estimate/, [['claims', []]]],
  [
    'ademp',
    'Number of replicates',
    'twoArms',
    /300 under each truth.* 2\.89 percentage points for any share of them; 60 worlds/,
    [['replicates', 0]],
  ],
  ['ademp', 'Random numbers', 'twoArms', /seed “report”.*xoshiro128\+\+/, [['seed', '']]],
  ['ademp', 'Software', 'twoArms', /isoeffect \d/, [['isoeffect', '']]],
  ['ademp', 'Scenario identified', 'twoArms', /SHA-256 [0-9a-f]{64}/, [['scenario.sha256', '']]],
  ['ademp', 'Where the design', 'twoArms', /^made for a test$/, [[`${S}.source`, undefined]]],
  ['ademp', 'More than one truth', 'looks', /rate25, rate35, rate45, rate55/, [['truths', []]]],
  [
    'ademp',
    'Uncertainty of inputs',
    'twoArms',
    /over 60 worlds \(3 uncertain inputs\)/,
    [['assurance', null]],
  ],
  [
    'delta2',
    'Outcome',
    'twoArms',
    /local control at 2 years; wound complications within 120 days/,
    [['claims', []]],
  ],
  ['delta2', 'Significance level', 'twoArms', /one-sided α 5 %/, [[`${S}.design.coPrimary`, undefined]]],
  [
    'delta2',
    'Patients and allocation',
    'twoArms',
    /^150: 75 in control, 75 in experimental$/,
    [['arms', []]],
  ],
  ['delta2', 'Target difference', 'single', /woundComplication against 45 %/, [['claims', []]]],
  ['delta2', 'Adjustments', 'stated', /10 % of patients unevaluable/, [[`${S}.design.unevaluable`, 0]]],
  ['delta2', 'Sensitivity', 'stated', /power under 2 truths/, [['truths', []]]],
  ['delta2', 'Times', 'timed', /patients a month; follow-up/, [[`${S}.design.accrual`, undefined]]],
  ['consortNi', 'Hypothesis', 'twoArms', /non-inferior within 10/, [['claims', []]]],
  ['consortNi', 'Analysis set', 'stated', /10 % unevaluable, dropped/, [[`${S}.design.unevaluable`, 0]]],
  ['consortNi', 'Level', 'twoArms', /two-sided 90 % interval/, [[`${S}.design.coPrimary`, undefined]]],
  ['octave', 'Power', 'looks', /rate45/, [['truths', []]]],
  [
    'octave',
    'Expected patients',
    'looks',
    /months to the decision/,
    [['truths.0.operatingCharacteristics.expectedMonths', undefined]],
  ],
  ['octave', 'Probability of stopping', 'looks', /asPlanned/, [['truths', []]]],
  ['octave', 'Simulation held', 'twoArms', /MCSE apart/, [['truths', []]]],
  ['octave', 'Probabilistic sensitivity', 'twoArms', /ceiling/, [['assurance', null]]],
  [
    'isoeffect',
    'Whether arms',
    'twoArms',
    /shared by all arms; one law/,
    [[`${S}.truth.cohort.heterogeneity.alphaBetaGy`, undefined]],
  ],
  [
    'isoeffect',
    'Uncertainty of α/β',
    'twoArms',
    /alphaBetaGy\.logNormal\.median/,
    [[`${S}.uncertainty`, {}]],
  ],
  ['isoeffect', 'Uncertainty of the dose-response', 'twoArms', /gamma50/, [[`${S}.uncertainty`, {}]]],
  [
    'isoeffect',
    'Fraction size',
    'twoArms',
    /3 Gy in control, 6 Gy in experimental/,
    [[`${S}.arms.experimental.schedule`, '1 x 12 Gy']],
  ],
  ['isoeffect', 'Model-based', 'twoArms', /inputs and premises are assumed/, [['assumptions', []]]],
];

describe('items', () => {
  it.each(FLIPS)(
    '%s: %s is filled from the result and missing without',
    (list, item, kind, says, without) => {
      const filled = answer(list, item, results[kind]);
      expect(filled.status).toBe('filled');
      expect((filled as { text: string }).text).toMatch(says);
      expect(answer(list, item, changed(kind, without)).status).toBe('missing');
    },
  );

  it.each([
    ['ademp', 'Source of, or reason for, the number', 'twoArms', 'simulation.replicates'],
    ['ademp', 'Plan of the simulation', 'twoArms', 'simulation'],
    ['delta2', 'Adjustments', 'single', 'design.unevaluable'],
    ['isoeffect', 'α/β of local control', 'twoArms', 'truth.cohort.heterogeneity.alphaBetaGy'],
    ['consortNi', 'Source of the reference arm', 'stated', 'arms.control'],
    ['octave', 'Priors', 'twoArms', 'uncertainty'],
    ['octave', 'Source of, or reason for, the design', 'twoArms', 'design'],
  ] as const)('%s: %s quotes the tag of the scenario', (list, item, kind, path) => {
    expect(answer(list, item, results[kind]).status).toBe('missing');
    const filled = answer(list, item, tag(kind, path, 'a registry'));
    expect(filled.status).toBe('filled');
    expect((filled as { text: string }).text).toContain('found “a registry”');
  });

  it.each([
    [
      'isoeffect',
      'Effect of overall',
      [[`${S}.truth.localControl.repopulation`, { kickOffDays: 21, lostGyPerDay: 0.6, untilSurgery: false }]],
      /from day 21/,
    ],
    [
      'isoeffect',
      'Parameters of tumour',
      [[`${S}.truth.cohort.correlation`, [{ between: ['alphaBetaGy', 'lowerLimb'], rho: 0.3 }]]],
      /ρ 0\.3/,
    ],
    [
      'consortNi',
      'Events in between',
      [[`${S}.truth.competing`, { deathPerYear: 0.1, metastasisPerYear: 0 }]],
      /hazards of their own/,
    ],
    [
      'consortNi',
      'Non-inferiority named',
      [
        ['scenario.question', null],
        ['scenario.title', 'A non-inferiority trial'],
      ],
      /^A non-inferiority trial$/,
    ],
    [
      'octave',
      'A pessimistic truth',
      [['truths.1.operatingCharacteristics.power', { estimate: 0, mcse: 0.01 }]],
      /plannedRates: 0\.0 %/,
    ],
  ] as const)('%s: %s is filled by what is added', (list, item, changes, says) => {
    const filled = answer(list, item, changed('twoArms', changes));
    expect(filled).toMatchObject({ status: 'filled', text: expect.stringMatching(says) });
  });

  it.each([
    [
      'delta2',
      'Source of the planned rates',
      ['truth.localControl.anchor', 'truth.woundComplication.anchor'],
      /truth\.woundComplication: /,
    ],
    [
      'consortNi',
      'Source of, or reason for, the margin',
      ['design.coPrimary.0.nonInferiority.margin', 'design.coPrimary.1.nonInferiority.margin'],
      /coPrimary\.1\.nonInferiority\.margin/,
    ],
    [
      'consortNi',
      'Source of, or reason for, the claim',
      ['design.coPrimary.0.nonInferiority', 'design.coPrimary.1.nonInferiority'],
      /coPrimary\.1\.nonInferiority:/,
    ],
    [
      'octave',
      'Priors',
      [
        'uncertainty.truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
        'uncertainty.truth.localControl.gamma50',
        'uncertainty.truth.woundComplication.slopePer10Gy',
      ],
      /uncertainty\.truth\.localControl\.gamma50/,
    ],
  ] as const)('%s: %s needs the source of each, and names the first without', (list, item, all, without) => {
    const first = answer(list, item, tag('twoArms', all[0], 'a registry'));
    expect(first).toMatchObject({ status: 'missing', hint: expect.stringMatching(without) });
    expect(answer(list, item, tag('twoArms', all, 'a registry')).status).toBe('filled');
  });

  it('does not take some sources for those of every value', () => {
    const { assumptions } = results.twoArms;
    const [untagged] = assumptions.filter(({ note }) => note === NO_SOURCE);
    expect(answer('ademp', 'Source of every value', results.twoArms)).toMatchObject({
      status: 'missing',
      hint: expect.stringContaining(`provenance: { ${untagged.about}: { found: … } }, and for `),
    });
    const all = { ...results.twoArms, assumptions: assumptions.filter(({ note }) => note !== NO_SOURCE) };
    expect(answer('ademp', 'Source of every value', all)).toMatchObject({
      status: 'filled',
      text: expect.stringMatching(/^of 2 inputs 1 found, 1 fitted, 0 assumed/),
    });
  });

  it('does not take an assumption about the simulation for its plan', () => {
    const assumed = tag('twoArms', 'simulation', 'enough', 'assumed');
    expect(answer('ademp', 'Plan of the simulation', assumed).status).toBe('missing');
  });

  it('gives every margin on two scales, or none', () => {
    const filled = answer('consortNi', 'Margin on both scales', results.twoArms);
    expect((filled as { text: string }).text).toMatch(
      /hazard ratio of 2\.\d\d .*; wound.*risk ratio of 1\.4\d /,
    );
    const certain = changed('twoArms', [
      ['truths.0.arms.0.endpoints.localControl.rate', { estimate: 0.08, mcse: 0.01 }],
    ]);
    expect(answer('consortNi', 'Margin on both scales', certain).status).toBe('missing');
  });

  it('writes percentages as they were stated', () => {
    const odd = changed('stated', [[`${S}.design.unevaluable`, 0.07]]);
    expect(answer('consortNi', 'Analysis set', odd)).toMatchObject({
      text: expect.stringMatching(/^7 % unevaluable/),
    });
  });

  it('says of inputs without a source that they have none', () => {
    const one = tag('twoArms', 'uncertainty.truth.localControl.gamma50', 'a range');
    const { text } = answer('isoeffect', 'Uncertainty of the dose-response', one) as { text: string };
    expect(text).toContain('truth.localControl.gamma50: found “a range”');
    expect(text).toContain('truth.woundComplication.slopePer10Gy: no source stated');
  });

  it('says why an item does not apply', () => {
    expect(answer('octave', 'Probability of stopping', results.twoArms).status).toBe('exempt');
    expect(answer('octave', 'Success where', results.looks).status).toBe('exempt');
    expect(answer('delta2', 'Times', results.twoArms).status).toBe('exempt');
    expect(answer('isoeffect', 'α/β of local control', results.stated).status).toBe('exempt');
    expect(answer('isoeffect', 'Parameters of tumour', results.single).status).toBe('exempt');
  });

  it('leaves no value that is none', () => {
    for (const result of Object.values(results)) expect(brokenAnswers(result)).toEqual([]);
  });
});

describe('section', () => {
  it('counts what is filled, of what applies', () => {
    const { source } = checklistsSection(results.twoArms);
    const items = checklists.octave.items.map((item) => answerItem(item, results.twoArms).status);
    const exempt = items.filter((status) => status === 'exempt').length;
    const filled = items.filter((status) => status === 'filled').length;
    expect(source).toContain(
      `<p>${filled} of ${items.length - exempt} items are filled; ${exempt} do not apply.</p>`,
    );
    expect(source).toContain('>filled</span>');
    expect(source).toContain('>missing</span>');
    expect(markupProblem(source)).toBeUndefined();
  });

  it('says that a list does not apply, and why', () => {
    expect(checklistsSection(results.single).source).toContain(
      'Does not apply: no claim of the design is one of non-inferiority.',
    );
    expect(checklistsSection(results.aim).source).toContain(
      'Does not apply: the trial estimates α/β and makes no claim.',
    );
  });

  it('shows hostile words as words', () => {
    const hostile = tag('twoArms', 'design', HOSTILE) as CheckedResult & { scenario: { question: string } };
    const { source } = checklistsSection({
      ...hostile,
      scenario: { ...hostile.scenario, question: HOSTILE },
    });
    expect(source).not.toMatch(/<(script|img|style|title)/);
    expect(markupProblem(source)).toBeUndefined();
  });
});

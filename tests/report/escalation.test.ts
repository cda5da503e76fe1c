import { beforeAll, describe, expect, it } from 'vitest';
import type { EscalationResult } from '../../src/engine/escalation-result.ts';
import { tellLadder } from '../../src/engine/ladder-story.ts';
import { escalationAnswer } from '../../src/report/escalation-answer.ts';
import { escalationText } from '../../src/report/escalation-text.ts';
import { ladderStoryText } from '../../src/report/ladder-story-text.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { LADDER, makeEscalation } from './make-escalation.ts';

const WITH_ALL = {
  'simulation.replicates': 200,
  'design.escalation.safety': { endpoint: 'amputation', above: 0.2, cutOff: 0.9 },
  'design.escalation.expansion': {
    patients: 10,
    singleArm: {
      endpoint: 'localControl',
      atYears: 2,
      nullRate: 0.7,
      oneSidedAlpha: 0.05,
      test: 'exactBinomial',
    },
  },
  truths: { worse: { 'truth.amputation.high': 0.5 } },
};

describe('the answer of dose escalation', () => {
  let plain: EscalationResult;
  let whole: EscalationResult;
  beforeAll(async () => {
    plain = await makeEscalation({ 'simulation.replicates': 200 });
    whole = await makeEscalation(WITH_ALL);
  });

  it('opens with the level that ought to be found', () => {
    expect(escalationAnswer(plain)[0]).toMatch(
      /^As planned, middle is the highest acceptable level \(19\.0 % have a toxicity by 24 months\); high is not \(40\.5 %\)\./,
    );
  });

  it('says what each window shows of the harm, and what methods make of it', () => {
    const [, six, fifteen] = escalationAnswer(plain);
    // 15 % of 40.5 % are early; by 15 months half of the late ones have come
    expect(six).toMatch(/^A window of 6 months shows 37 % of the toxicities of the highest level: /);
    expect(fifteen).toMatch(/^A window of 15 months shows 69 % of/);
    expect(six).toMatch(
      /\(BOIN\), .* \(3\+3\), .* \(calm\) and .* ± .* \(TITE-CRM\) of trials, the right one/,
    );
  });

  it('says where no level is acceptable, and where all are', async () => {
    const none = await makeEscalation({
      'simulation.replicates': 2,
      'design.escalation.acceptableRate': 0.01,
    });
    expect(escalationAnswer(none)[0]).toMatch(
      /no level is acceptable: 6\.9 % have a toxicity by 24 months at the lowest/,
    );
    const all = await makeEscalation({ 'simulation.replicates': 2, 'design.escalation.acceptableRate': 0.5 });
    expect(escalationAnswer(all)[0]).toMatch(/high is the highest acceptable level, and so is every level/);
    expect(escalationAnswer(all)[1]).toMatch(/: the right level is recommended in /);
  });

  it('tells safety, expansion and other truths where there are any', () => {
    const text = escalationText(whole).join('\n');
    expect(text).toMatch(
      /Safety: the trial ends where vascular damage or amputation by 24 months is more\s+frequent than\s+20 %/,
    );
    expect(text).toContain('stopped for safety');
    expect(text).toContain('The expansion, asPlanned');
    expect(text).toContain('What is recommended, worse');
    expect(text).toMatch(
      /With 10 more patients at the level recommended: local control at 2 years above 70 %/,
    );
    const without = escalationText(plain).join('\n');
    expect(without).not.toMatch(/Safety|expansion,|stopped for safety/);
    expect(without).toContain('at most 18 patients');
  });

  it('makes a page with every table, chart, method and premise', async () => {
    const { html, figures } = await renderReport(whole);
    expect(figures.map(({ name }) => name)).toEqual([
      'levels-recommended',
      'toxicities-missed',
      'months-to-recommend',
    ]);
    for (const words of [
      'Rates of toxicity, asPlanned',
      'Rates of toxicity, worse',
      'Overdosing and time, asPlanned',
      'Bayesian optimal interval design',
      'Continual reassessment method (CRM)',
      'Safety across the levels',
      'Patients come one by one',
      'months to onset: uniform',
    ])
      expect(html).toContain(words);
  });
});

describe('one dose escalation told', () => {
  const trial = createTrial(readScenario(LADDER, 'ladder.yaml').scenario);
  const story = tellLadder(trial, { truth: 'asPlanned', world: 0, replicate: 3 });

  it('is the trial that the run holds', async () => {
    const { truths } = await makeEscalation({ 'simulation.replicates': 4 });
    const months = story.plans.map(({ days }) => days / 30.4375);
    const kept = await Promise.all(
      [3, 4].map(async (n) => (await makeEscalation({ 'simulation.replicates': n })).truths[0].plans),
    );
    // The fourth trial alone: four times the mean of four less three times that of three
    for (const [i, own] of months.entries()) {
      const [three, four] = kept.map((plans) => plans[i].months.mean.estimate);
      expect(4 * four - 3 * three).toBeCloseTo(own, 8);
    }
    expect(truths[0].plans).toHaveLength(story.plans.length);
  });

  it('has every decision with the toxicities that were known', () => {
    for (const { steps, patients, recommended } of story.plans) {
      expect(steps[0].treated).toEqual([0, 0, 0]);
      expect(steps[steps.length - 1].end).not.toBeNull();
      expect(steps[steps.length - 1].treated.reduce((a, b) => a + b, 0)).toBe(patients.length);
      if (recommended !== null) expect(patients.map(({ level }) => level)).toContain(recommended);
    }
    const text = ladderStoryText(story).join('\n');
    expect(text).toContain('BOIN, toxicities within 6 months count');
    expect(text).toMatch(/treats 3 at low/);
    expect(text).toMatch(/ends: (all patients are treated|the lowest level is too toxic)/);
  });
});

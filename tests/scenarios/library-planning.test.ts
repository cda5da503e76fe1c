import { describe, expect, it } from 'vitest';
import { approximateTimes } from '../../src/engine/approximate-times.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { isTimeClaim } from '../../src/trial/claims/definition.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

/** The exact power of a shipped scenario with changes, under one of its truths. */
function exactPower(name: string, truth: string, ...sets: string[]): number {
  const { scenario } = readShipped(name, ...sets);
  const at = ['asPlanned', ...Object.keys(scenario.truths)].indexOf(truth);
  const exact = createBatchRunner(scenario)({ kind: 'exact', truth: at });
  if (exact.kind !== 'exact') throw new Error('no exact result');
  return exact.success!.power;
}

/** What is approximated of one truth of a shipped scenario that compares times, with changes. */
function times(name: string, truth: string, ...sets: string[]) {
  const trial = createTrial(readShipped(name, ...sets).scenario);
  const claim = trial.design.claims.find(isTimeClaim)!;
  return approximateTimes(trial, trial.truth(trial.truthNames.indexOf(truth)), claim)!;
}

describe('power that the headers of real trials state, exactly', () => {
  it.each([
    ['sr2', 'asPlanned', [], 0.79],
    ['sr2', 'asPlanned', ['design.total=190'], 0.644],
    ['rtog-0630', 'asPlanned', [], 0.862],
    ['rtog-0630', 'asPlanned', ['design.unevaluable=0'], 0.941],
    ['ucla-5x6', 'asPlanned', [], 0.814],
    ['ucla-5x6', 'asPlanned', ['design.unevaluable=0.327'], 0.629],
    ['imris', 'asPlanned', [], 0.772],
    ['imris', 'asPlanned', ['design.unevaluable=0', 'design.perArm=119'], 0.804],
    ['premiss', 'asPlanned', [], 0.711],
    ['bedi-5x7', 'asPlanned', [], 0.978],
    ['bedi-5x7', 'asPlanned', ['design.singleArm.nullRate=0.9'], 0.098],
    ['bedi-5x7', 'byDose', ['design.singleArm.nullRate=0.9'], 0.668],
    ['scopes', 'asPlanned', [], 0.509],
    ['hypro', 'asPlanned', [], 0.912],
    ['whelan', 'asPlanned', [], 0.9],
    ['whelan', 'observed', [], 0.989],
    ['dbcg-hypo', 'asPlanned', [], 1],
    ['dbcg-hypo', 'asPlanned', ['design.nonInferiority.margin=0.05'], 0.951],
    ['skagen-1', 'asPlanned', [], 0.967],
    ['skagen-1', 'asPlanned', ['design.total=2000'], 0.878],
    ['vortex', 'asPlanned', [], 0.791],
    ['vortex', 'asPlanned', ['design.total=218'], 0.44],
    ['pisters-1996', 'asPlanned', [], 0.494],
    ['pisters-1996', 'asHighGrade', [], 0.955],
    ['yang-1998', 'asPlanned', [], 0.998],
    ['yang-1998', 'halfTheEffect', [], 0.435],
    ['warsaw-5x5', 'asPlanned', [], 0.758],
  ] as [string, string, string[], number][])('%s, %s %j: %f', (name, truth, sets, power) => {
    expect(Math.abs(exactPower(name, truth, ...sets) - power)).toBeLessThan(6e-4);
  });
});

describe('failures and power that the headers of trials on times state, by quadrature', () => {
  it.each([
    ['hypog-01', 'asPlanned', [], 114, 0.75],
    ['hypog-01', 'observed', [], 378, 0.99],
    ['profit', 'asPlanned', [], 414, 0.88],
    ['chhip-60', 'asPlanned', [], 631, 0.77],
    ['fast-forward', 'asPlanned', [], 59, 0.63],
    ['pace-b', 'asPlanned', [], 157, 0.75],
    ['rtog-0415', 'asPlanned', [], 190, 0.89],
    ['profit', 'controlAsObserved', [], 212, 0.65],
    ['hypo-rt-pc', 'asPlanned', [], 156, 0.57],
    ['hypo-rt-pc', 'asPlanned', ['design.followUp={"afterLast":{"years":5.5}}'], 306, 0.82],
  ] as [string, string, string[], number, number][])(
    '%s, %s %j: %i failures, power %f',
    (name, truth, sets, failures, power) => {
      const found = times(name, truth, ...sets);
      expect(Math.abs(found.failures - failures)).toBeLessThan(0.5);
      expect(Math.abs(found.power - power)).toBeLessThan(0.0051);
    },
  );

  it('HYPART waits 11.4 years for 94 failures, whose power is nearly 80 %', () => {
    const { failures, months, power } = times('hypart', 'asPlanned');
    expect(failures).toBeCloseTo(94, 3);
    expect(Math.abs(months / 12 - 11.4)).toBeLessThan(0.06);
    expect(Math.abs(power - 0.8)).toBeLessThan(0.01);
  });
});

import { expect, it } from 'vitest';
import { createLadderSupply } from '../../src/engine/ladder-supply.ts';
import { createColumns, createReplicateSimulator } from '../../src/engine/simulate-replicates.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import type { LadderPatients } from '../../src/trial/escalation/ladder-patients.ts';
import { treatLadder } from '../../src/trial/escalation/treat-ladder.ts';
import { LADDER } from '../report/make-escalation.ts';

const SKELETON = [0.1, 0.25, 0.4];
const TARGET = 0.25;
const SIZE = 18;
const MONTH = 365.25 / 12;

interface Patient {
  level: number;
  day: number;
  toxicDay: number;
}

/** Rates of the power model at the posterior mean on a plain grid, patients with their weights. */
function ratesBy(known: readonly { level: number; isToxic: boolean; weight: number }[]): number[] {
  let [mass, moment] = [0, 0];
  const deviation = Math.sqrt(1.34);
  for (let b = -8 * deviation; b <= 8 * deviation; b += 0.01) {
    let log = (-b * b) / (2 * 1.34);
    for (const { level, isToxic, weight } of known) {
      const p = weight * SKELETON[level] ** Math.exp(b);
      log += Math.log(isToxic ? p : 1 - p);
    }
    mass += Math.exp(log);
    moment += b * Math.exp(log);
  }
  return SKELETON.map((s) => s ** Math.exp(moment / mass));
}

const nearest = (rates: readonly number[]): number =>
  rates.reduce((best, rate, i) => (Math.abs(rate - TARGET) < Math.abs(rates[best] - TARGET) ? i : best), 0);

/** TITE-CRM written down once more: one patient after another, none waited for. */
function plainly({ toxicDays, gapDays }: LadderPatients, windowDays: number) {
  const patients: Patient[] = [];
  const used = [0, 0, 0];
  const knownOn = (day: number) =>
    patients.map((patient) => {
      const isToxic = patient.toxicDay <= Math.min(windowDays, day - patient.day);
      return {
        level: patient.level,
        isToxic,
        weight: isToxic ? 1 : Math.min(1, (day - patient.day) / windowDays),
      };
    });
  let day = 0;
  for (let k = 0; k < SIZE; k++) {
    day += gapDays[k];
    let level = 0;
    if (k > 0) {
      const known = knownOn(day);
      const last = known[k - 1];
      level = Math.min(nearest(ratesBy(known)), last.isToxic ? last.level : last.level + 1);
    }
    patients.push({ level, day, toxicDay: toxicDays[level][used[level]++] });
  }
  const treated = [0, 1, 2].map((level) => patients.filter((patient) => patient.level === level).length);
  const highest = Math.max(...patients.map(({ level }) => level));
  const best = nearest(ratesBy(knownOn(Infinity)));
  return { treated, recommended: Math.min(best, highest + 1) };
}

it('treats and recommends as TITE-CRM written down once more', () => {
  const trial = createTrial(readScenario(LADDER.replace('even', 'poisson'), 'ladder.yaml').scenario);
  const escalation = trial.design.escalation!;
  const plans = escalation.plans.filter(({ name }) => name === 'titeCrm');
  const known = trial.truth(0);
  const simulator = createReplicateSimulator(trial, known, []);
  const supply = createLadderSupply(trial, known);
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  for (let replicate = 0; replicate < 60; replicate++) {
    simulator.simulate(0, replicate, columns, 0);
    supply.draw(0, replicate, simulator.outcomes);
    for (const plan of plans) {
      const { treated, recommended } = treatLadder(escalation, plan, supply.patients);
      expect({ treated, recommended }, `replicate ${replicate}, ${plan.windowMonths} months`).toEqual(
        plainly(supply.patients, plan.windowMonths * MONTH),
      );
    }
  }
});

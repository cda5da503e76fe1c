import { expect, it } from 'vitest';
import { seedKey } from '../../../src/random/seed-key.ts';
import { doseFinding } from '../../../src/trial/dose-finding/index.ts';
import { examinedAnswer } from '../../../src/trial/ladder/examined-answer.ts';
import { simulateLadder } from '../../../src/trial/ladder/simulate-ladder.ts';

it('says of what it simulates how far it may be off', () => {
  const rates = [0.1, 0.3];
  const method = doseFinding.threePlusThree.create(doseFinding.threePlusThree.parameters.parse({}), 2);
  const characteristics = simulateLadder(method, rates, 0.25, seedKey('answer'), 50);
  const answer = examinedAnswer({ kind: 'simulated', characteristics, replicates: 50 }, rates, 0.25);
  expect(answer.variant).toMatch(
    /^Characteristics of 50 simulated trials.*standard error of at most [67]\.\d\d %\.$/,
  );
  const patients = answer.rows.find(({ label }) => label === 'Patients')!;
  expect(patients).toEqual({
    label: 'Patients',
    kind: 'mean',
    simulated: characteristics.totalPatients.estimate,
  });
  expect(answer.numbers).toMatchObject({ kind: 'simulated', none: characteristics.none });
});

import { expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { tableColumns, tableRows } from '../../src/node/replicate-table.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runEach } from '../fixtures/run-each.ts';
import { LADDER, makeEscalation } from '../report/make-escalation.ts';

it('replicates of dose escalation have a row each, with what every plan came to', async () => {
  const text = LADDER.replace('replicates: 2000', 'replicates: 40');
  const { scenario } = readScenario(text, 'ladder.yaml');
  const trial = createTrial(scenario);
  const batches = planBatches(scenario);
  const results = runEach(scenario, batches);
  const names = tableColumns(trial).map(({ name }) => name);
  const rows = [...tableRows(trial, batches, (index) => results[index])];
  expect(rows).toHaveLength(40);
  for (const row of rows) expect(row).toHaveLength(names.length);
  expect(names.slice(0, 7)).toEqual([
    'truth',
    'world',
    'replicate',
    'boin.6.recommended',
    'boin.6.low.treated',
    'boin.6.low.toxic',
    'boin.6.low.harmed',
  ]);
  const { truths } = await makeEscalation({ 'simulation.replicates': 40 });
  const [{ plans }] = truths;
  const column = (name: string) => rows.map((row) => row[names.indexOf(name)]);
  for (const { name, windowMonths, recommended, patients, months } of plans) {
    const own = `${name}.${windowMonths}`;
    const mean = (values: readonly unknown[]) => values.reduce((sum: number, v) => sum + Number(v), 0) / 40;
    expect(mean(column(`${own}.recommended`).map((level) => level === 'high'))).toBeCloseTo(
      recommended[2].estimate,
      12,
    );
    expect(mean(column(`${own}.middle.treated`))).toBeCloseTo(patients[1].estimate, 12);
    expect(mean(column(`${own}.days`)) / 30.4375).toBeCloseTo(months.mean.estimate, 9);
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../src/scenario/read-scenario.ts';
import { escalationSchema } from '../src/trial/escalation/escalation-schema.ts';
import { root, shippedText } from './fixtures/scenario-text.ts';
import { makeEscalation } from './report/make-escalation.ts';

const path = join(root, 'docs/guide/dose-escalation.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);

describe('the guide to dose escalation', () => {
  it('shows a scenario that is valid, and blocks that fit into one', () => {
    const [scenario, blocks] = blocksOf('yaml');
    expect(readScenario(scenario, 'guide.yaml').warnings).toEqual([]);
    const { escalation } = parse(scenario).design;
    const more = parse(blocks).design.escalation;
    expect(escalationSchema.safeParse({ ...escalation, ...more }).success).toBe(true);
  });

  it('states what the ladder comes to', async () => {
    const ladder = shippedText('five-fraction-ladder');
    const { truths } = await makeEscalation({ 'simulation.replicates': 400 }, ladder);
    const [{ plans }] = truths;
    const rows = [...guide.matchAll(/^\| ([\w+-]+) \| ([\d.]+) % \| ([\d.]+) % \| (\d+) \|$/gm)];
    const names = { BOIN: 'boin', '3+3': 'threePlusThree', CRM: 'crm', 'TITE-CRM': 'titeCrm' };
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(names));
    for (const [, name, six, twentyFour, months] of rows) {
      const own = plans.filter((plan) => plan.name === names[name as keyof typeof names]);
      for (const [i, stated] of [six, twentyFour].entries()) {
        const { exact, estimate, mcse } = own[i].recommended[2];
        // A simulated share is stated in whole percent of more replicates
        const reach = exact === undefined ? 0.005 + 5.5 * mcse : 0.0005;
        expect(Math.abs((exact ?? estimate) - Number(stated) / 100)).toBeLessThanOrEqual(reach);
      }
      const { estimate, mcse } = own[1].months.median;
      expect(Math.abs(estimate - Number(months))).toBeLessThanOrEqual(0.5 + 5.5 * mcse);
    }
  });
});

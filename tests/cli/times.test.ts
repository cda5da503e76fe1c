import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { askCalculator } from '../fixtures/ask-calculator.ts';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { timedScenario } from '../fixtures/timed-scenario.ts';
import { timedStories } from '../fixtures/timed-stories.ts';

describe('times of failure on the command line', () => {
  it('a trial in which nobody fails runs to its end, and the result says so', () => {
    const cwd = scratch();
    const text = timedScenario({ control: 0.99999, total: 20, simulation: { replicates: 20 } });
    writeFileSync(join(cwd, 'nobody.yaml'), text);
    const { status, stderr } = isoeffect(['run', 'nobody.yaml', '--no-report', '--workers', '1'], cwd);
    expect(status).toBe(0);
    expect(stderr).toContain('warning: under asPlanned, the last analysis sees no failure in');
    const { warnings, truths } = JSON.parse(readFileSync(join(cwd, 'out/nobody/result.json'), 'utf8'));
    expect(warnings.join('\n')).toContain('the last analysis sees no failure in');
    expect(truths[0].operatingCharacteristics.power.estimate).toBe(0);
  });

  it('example finds a trial that a look of two arms stops, and tells it', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'looks.yaml'), timedStories.looksAtTimes);
    const args = ['example', 'looks.yaml', '--replicate', 'stopped', '--no-chart'];
    const { status, stdout, stderr } = isoeffect(args, cwd);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Look 1 \(month [\s\S]*hazard ratio/);
    const { decision, claims } = JSON.parse(
      readFileSync(join(cwd, 'out/example-looks/example.json'), 'utf8'),
    );
    expect(claims[0].analyses.at(-1).verdict).toBe(decision.stop.verdict);
  });

  it('design logRank prints a block that a scenario takes', () => {
    const flags =
      '--control-rate 0.93 --at-years 3 --margin 0.07 --accrual-years 4 --follow-up-years 3 --loss 0.05';
    const { stdout, stderr } = askCalculator(['log-rank', ...flags.split(' ')]);
    expect(stderr).toBe('');
    const { design } = parse(stdout.slice(stdout.indexOf('# For a scenario:')));
    const scenario = { ...JSON.parse(timedScenario()), design };
    const { scenario: taken, warnings } = readScenario(JSON.stringify(scenario), 'x.yaml');
    expect(taken.design).toMatchObject({ total: 425, followUp: { afterLast: { years: 3 } } });
    expect(warnings).toEqual([]);
  });
});

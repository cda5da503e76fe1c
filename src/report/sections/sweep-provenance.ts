import { writeScenario } from '../../scenario/write-scenario.ts';
import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { provenanceList } from './provenance.ts';

/** What repeats the sweep to the byte: version, seed, the first cell's hash and scenario, the command. */
export function sweepProvenanceSection(result: SweepResult, command: string): Markup {
  const { isoeffect, seed, scenario, replicates, worlds } = result;
  const { source } = scenario.resolved;
  const rows: [string, string | Markup][] = [
    ['Version', `isoeffect ${isoeffect}`],
    ['Seed of every cell', markup`<code>${seed}</code>`],
    ['Scenario SHA-256 of the first cell', markup`<code>${scenario.sha256}</code>`],
    ['Replicates in each cell', grouped(replicates)],
    ['Worlds in each cell', grouped(worlds)],
    ['Repeats the sweep', markup`<code>${command}</code>`],
    ...(source === undefined ? [] : [['Source', source] as [string, string]]),
  ];
  const yaml = writeScenario(scenario.resolved, `${scenario.title}\nResolved by isoeffect ${isoeffect}`);
  return provenanceList(rows, { summary: 'The resolved scenario of the first cell', text: yaml });
}

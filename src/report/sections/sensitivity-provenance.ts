import type { SensitivityRecord } from '../../study/sensitivity/sensitivity-result.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { provenanceList } from './provenance.ts';

/** What repeats the study to the byte: version, seed, hash, command, and the scenario itself. */
export function sensitivityProvenanceSection({ result, yaml, command }: SensitivityRecord): Markup {
  const { isoeffect, seed, scenario, points, worlds } = result;
  return provenanceList(
    [
      ['Version', `isoeffect ${isoeffect}`],
      ['Seed', markup`<code>${seed}</code>`],
      ['Scenario SHA-256', markup`<code>${scenario.sha256}</code>`],
      ['Worlds', `${grouped(worlds)} at ${grouped(points)} points`],
      [
        'Repeats the study',
        markup`<code>${command}</code> with the file <code>scenario.yaml</code> beside this report`,
      ],
    ],
    { summary: 'The resolved scenario', text: yaml },
  );
}

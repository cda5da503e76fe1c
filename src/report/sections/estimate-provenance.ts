import type { EstimateResult } from '../../engine/estimate-result.ts';
import { writeYaml } from '../../scenario/write-yaml.ts';
import { type Markup, markup } from '../markup.ts';
import { provenanceList } from './provenance.ts';

/** What repeats the estimate to the byte. */
export function estimateProvenanceSection({ isoeffect, effects, title, source }: EstimateResult): Markup {
  const yaml = writeYaml(effects.resolved, `${title}\nResolved by isoeffect ${isoeffect}`);
  return provenanceList(
    [
      ['Version', `isoeffect ${isoeffect}`],
      ['Effects SHA-256', markup`<code>${effects.sha256}</code>`],
      [
        'Repeats the estimate',
        markup`<code>isoeffect estimate effects.yaml</code> with the file <code>effects.yaml</code> beside this report; nothing is random`,
      ],
      ['Source', source],
    ],
    { summary: 'The resolved effects file', text: yaml },
  );
}

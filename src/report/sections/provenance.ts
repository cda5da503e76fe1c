import type { RunResult } from '../../engine/result.ts';
import { writeScenario } from '../../scenario/write-scenario.ts';
import { generatorWords } from '../generator-words.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';

/** A file that a result rests on, folded up below its provenance. */
interface ShownFile {
  readonly summary: string;
  readonly text: string;
}

/** Terms with what they say, and the file that repeats the result, where the result holds it. */
export function provenanceList(
  rows: readonly (readonly [term: string, text: string | Markup])[],
  file?: ShownFile,
): Markup {
  const folded =
    file &&
    markup`<details><summary>${file.summary}</summary><pre class="scroll" tabindex="0">${file.text}</pre></details>\n`;
  return markup`<section aria-labelledby="provenance"><h2 id="provenance">Provenance</h2>
<dl>${rows.map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>\n`)}</dl>
${folded}</section>`;
}

/** What repeats the run to the byte: version, seed, hash, command, and the scenario itself. */
export function provenanceSection(
  result: Pick<RunResult, 'isoeffect' | 'seed' | 'scenario' | 'replicates' | 'worlds'>,
): Markup {
  const { isoeffect, seed, scenario, replicates, worlds } = result;
  const { source } = scenario.resolved;
  const rows: [string, string | Markup][] = [
    ['Version', `isoeffect ${isoeffect}`],
    ['Seed', markup`<code>${seed}</code>`],
    ['Scenario SHA-256', markup`<code>${scenario.sha256}</code>`],
    ['Replicates under each truth', grouped(replicates)],
    ['Worlds', grouped(worlds)],
    ['Generator', generatorWords],
    [
      'Repeats the run',
      markup`<code>isoeffect run scenario.yaml</code> with the file <code>scenario.yaml</code> beside this report`,
    ],
    ...(source === undefined ? [] : [['Source', source] as [string, string]]),
  ];
  const yaml = writeScenario(scenario.resolved, `${scenario.title}\nResolved by isoeffect ${isoeffect}`);
  return provenanceList(rows, { summary: 'The resolved scenario', text: yaml });
}

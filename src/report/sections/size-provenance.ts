import type { SizeResult } from '../../study/size/size-result.ts';
import { generatorWords } from '../generator-words.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { provenanceList } from './provenance.ts';

/** The options that were asked for, as far as the answer holds them; several years of follow-up are each claim’s own time. */
function commandOf({ power, overWorlds, analyses, held }: SizeResult): string {
  const target = overWorlds.name === 'assurance' ? '--assurance' : '--success-and-true';
  const assumed = analyses.flatMap(({ followUp }) => (followUp?.isAssumed ? [followUp] : []));
  const years = [...new Set(assumed.map(({ followUpYears }) => followUpYears))];
  return [
    `isoeffect size scenario.yaml --power ${power} ${target} ${overWorlds.value}`,
    ...(held && 'target' in held ? [`--type-i-error ${held.target}`] : []),
    ...(assumed.length > 0 ? [`--accrual-years ${assumed[0].accrualYears}`] : []),
    ...(years.length === 1 ? [`--follow-up-years ${years[0]}`] : []),
  ].join(' ');
}

/** What the answer was found with: version, seed, hash, question. */
export function sizeProvenanceSection(result: SizeResult): Markup {
  const { isoeffect, seed, scenario, replicates, worlds } = result;
  return provenanceList([
    ['Version', `isoeffect ${isoeffect}`],
    ['Seed', markup`<code>${seed}</code>`],
    ['Scenario SHA-256', markup`<code>${scenario.sha256}</code>`],
    ['Replicates of each simulated size', grouped(replicates)],
    ['Worlds', grouped(worlds)],
    ['Generator', generatorWords],
    [
      'Asked with',
      markup`<code>${commandOf(result)}</code>, where <code>scenario.yaml</code> is the scenario of that hash`,
    ],
  ]);
}

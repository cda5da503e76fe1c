import spec from '../../../reports/example-counts.vl.json' with { type: 'json' };
import type { StoryClaim, StoryCounts, TrialStory } from '../../engine/trial-story.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { endpointPhrase } from '../../trial/endpoint-time.ts';
import type { Row } from '../charts/definition.ts';
import { armPrefix } from '../comparison-words.ts';
import { capitalised } from '../endpoint-words.ts';
import { headline, rangeWords, rateWords } from '../example-words.ts';
import { short } from '../numbers.ts';
import type { ExampleChart } from './definition.ts';

const FATE = { passes: 'passes', fails: 'fails', notTested: 'is not tested' } as const;

/** The marks at the ends of what passes, with the words at one of them. */
function needRows(panel: string, arm: string, { passingEvents, experimental }: StoryClaim): Row[] {
  const { size } = experimental;
  const ranges = (passingEvents ?? []).filter(({ from, to }) => from > 0 || to < size);
  return ranges.map((range) => ({
    kind: 'need',
    panel,
    arm,
    events: range.from > 0 ? range.from : range.to,
    label: `needs ${rangeWords(range, size)}`,
  }));
}

function claimRows({ arms, endpoints: read }: TrialStory, claim: StoryClaim): Row[] {
  const time = read.find(({ name }) => name === claim.endpoint)!.time!;
  const panel = `${armPrefix(claim)}${capitalised(endpointPhrase(endpoints[claim.endpoint], time))}:\nthe claim ${FATE[claim.outcome]}`;
  const armRow = (arm: string, role: string, counts: StoryCounts): Row => ({
    kind: 'arm',
    panel,
    arm,
    role,
    ...counts,
    label: `${arm}: ${rateWords(counts)}`,
  });
  const tested = claim.arm ?? arms[arms.length - 1].name;
  return [
    ...(claim.control ? [armRow(arms[0].name, 'control', claim.control)] : []),
    armRow(tested, 'experimental', claim.experimental),
    ...needRows(panel, tested, claim),
  ];
}

export const exampleCounts: ExampleChart = {
  summary: 'The counts of one simulated trial by arm, beside what each claim needs.',
  reference: 'one replicate',
  spec,
  content(story: TrialStory) {
    if (story.looks.length > 0) return undefined;
    // An analysis of its own decides the others: counts against what passes mean nothing there
    const claims = story.claims.filter(({ analyses }) => analyses.length === 0);
    if (claims.length === 0) return undefined;
    const sizes = claims.flatMap(({ control, experimental }) => [control?.size ?? 0, experimental.size]);
    const panels = claims.flatMap((claim) => claimRows(story, claim));
    const others = story.arms.length > 1 ? ', the other arm being as it is' : '';
    const mark = panels.some(({ kind }) => kind === 'need')
      ? ` The black mark is the count that a claim needs${others}.`
      : '';
    return {
      title: headline(story),
      description: `Patients with the event (bar) of those analysed (pale bar) in one simulated trial.${mark} Another replicate counts otherwise: it is an example, not an expectation.`,
      data: { panels },
      params: { xTitle: 'patients', xHigh: short(Math.max(1, ...sizes)) },
    };
  },
};

import type {
  StoryAnalysis,
  StoryClaim,
  StoryCounts,
  StoryObserved,
  StoryScale,
  TrialStory,
} from '../engine/trial-story.ts';
import { normalCdf } from '../numeric/normal-cdf.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { exactPercentWords } from '../trial/exact-percent-words.ts';
import { monthWords, rateWords } from './example-words.ts';
import { percent, signed } from './numbers.ts';

/** What an estimate of a claim is called. */
const EFFECT: Readonly<Record<StoryScale, string>> = {
  hazardRatio: 'hazard ratio',
  subdistributionHazardRatio: 'subdistribution hazard ratio',
  difference: 'difference of control',
  restrictedMeanYears: 'difference of mean time without failure',
  rates: 'difference',
};

const isRatio = (scale: StoryScale): boolean =>
  scale === 'hazardRatio' || scale === 'subdistributionHazardRatio';

/** `0.76`, `+1.2 percentage points`, `+0.12 years`; limits without the unit. */
function effectWords(scale: StoryScale, value: number, hasUnit: boolean): string {
  if (isRatio(scale)) return String(Number(value.toPrecision(3)));
  if (scale === 'restrictedMeanYears') return `${signed(value, 2)}${hasUnit ? ' years' : ''}`;
  return `${signed(100 * value)}${hasUnit ? ' percentage points' : ''}`;
}

/** `hazard ratio 0.76 (90 % interval 0.42 to 1.39)` */
export function estimateWords(
  { scale, coverage }: StoryClaim,
  { estimate, interval, adjusted }: StoryAnalysis,
): string {
  if (estimate === null) return `no ${EFFECT[scale]} can be estimated`;
  const found = `${EFFECT[scale]} ${effectWords(scale, estimate, true)}`;
  if (!interval) return `${found}, without an interval`;
  const [low, high] = [interval.low, interval.high].map((limit) => effectWords(scale, limit, false));
  const naive = `${found} (${Number(percent(coverage!, 4))} % interval ${low} to ${high})`;
  if (!adjusted) return naive;
  const [unbiased, from, to] = [adjusted.estimate, adjusted.low, adjusted.high].map((value) =>
    effectWords(scale, value, false),
  );
  return `${naive}, median-unbiased ${unbiased} (${from} to ${to})`;
}

const score = (value: number): string => value.toFixed(2).replace('-', '−');

/** `z = 1.20; efficacy from 2.54, futility below 0.31`; of the last analysis, what it needs. */
export function scoreWords({ statistic, efficacyBound, futilityBound, isLast }: StoryAnalysis): string {
  const z = statistic === null ? '' : `z = ${score(statistic)}`;
  const level = (bound: number): string =>
    statistic === null ? ` (a one-sided level of ${exactPercentWords(normalCdf(-bound))})` : '';
  const bounds = [
    ...(efficacyBound === null
      ? []
      : [`${isLast ? 'needs' : 'efficacy from'} ${score(efficacyBound)}${level(efficacyBound)}`]),
    ...(futilityBound === null ? [] : [`futility below ${score(futilityBound)}${level(futilityBound)}`]),
  ];
  const words = bounds.length === 0 ? 'no score shows the claim here' : bounds.join(', ');
  return z === '' ? words : `${z}, ${words}`;
}

/** `control 17 of 100 (17.0 %), experimental 13 of 100 (13.0 %)`, and who is lost or has another event first. */
function armsWords(
  { arms }: TrialStory,
  { arm = arms[arms.length - 1].name }: StoryClaim,
  {
    control,
    experimental,
  }: { readonly control: StoryCounts | StoryObserved; readonly experimental: StoryCounts | StoryObserved },
): string {
  const both = [control, experimental];
  const names = [arms[0].name, arm];
  const counts = both.map((counted, i) => `${names[i]} ${rateWords(counted)}`).join(', ');
  const sum = (key: 'competing' | 'lost'): number =>
    both.reduce((total, counted) => total + (key in counted ? (counted as StoryObserved)[key] : 0), 0);
  const [competing, lost] = [sum('competing'), sum('lost')];
  return [
    counts,
    ...(competing > 0 ? [`${competing} with a competing event first`] : []),
    ...(lost > 0 ? [`${lost} lost`] : []),
  ].join('; ');
}

/** Failures of both arms, where times decide; else patients looked at. */
export function informationWords({ scale }: StoryClaim, { control, experimental }: StoryAnalysis): string {
  const events = control.events + experimental.events;
  if (scale !== 'rates') return `${events} ${events === 1 ? 'failure' : 'failures'}`;
  return `${control.size + experimental.size} patients`;
}

/** `45 failures: control 21 of 100 (21.0 %), experimental 24 of 100 (24.0 %)` */
export function countedWords(story: TrialStory, claim: StoryClaim, analysis: StoryAnalysis): string {
  const what = claim.scale === 'rates' ? `, ${endpoints[claim.endpoint].label}` : '';
  return `${informationWords(claim, analysis)}${what}: ${armsWords(story, claim, analysis)}`;
}

/** What a look does: to the trial, or to one arm of several. */
function fateWords({ arm }: StoryClaim, { verdict }: StoryAnalysis): string {
  if (!verdict) return arm === undefined ? 'it goes on' : `${arm} goes on`;
  if (arm === undefined) return `it stops for ${verdict}`;
  return `${arm} is ${verdict === 'efficacy' ? 'shown' : 'dropped'}`;
}

/** One sentence a look held, the last analysis left to the claim that it decides. */
export function analysisSentences(story: TrialStory): string[] {
  return story.claims.flatMap((claim) =>
    claim.analyses
      .filter(({ isLast }) => !isLast)
      .map((look) => {
        const when = look.day === null ? '' : ` (${monthWords(look.day)}, ${look.enrolled} enrolled)`;
        const fate = fateWords(claim, look);
        return `Look ${look.number}${when}: ${countedWords(story, claim, look)}; ${scoreWords(look)}; ${estimateWords(claim, look)}: ${fate}.`;
      }),
  );
}

/** What scores and intervals of looks are; none where there is no look. */
export function analysisRules({ claims }: TrialStory): string[] {
  const hasLooks = claims.some(({ analyses }) => analyses.some(({ isLast }) => !isLast));
  const hasFutility = claims.some(({ analyses }) =>
    analyses.some(({ futilityBound }) => futilityBound !== null),
  );
  const givesUp = hasFutility ? ', and gives it up below the futility bound' : '';
  return hasLooks
    ? [
        `A look shows the claim where its score (z, against the margin) reaches the efficacy bound${givesUp}; intervals take no account of other looks, but for that of the median-unbiased estimate (stage-wise ordering: Tsiatis, Rosner & Mehta 1984, Biometrics 40:797).`,
      ]
    : [];
}

/** How the observation of patients ended, where times decide. */
export function followUpSentences({ patients, claims }: TrialStory): string[] {
  const seen = patients.flatMap(({ observation }) => observation ?? []);
  if (!claims.some(({ scale }) => scale !== 'rates')) return [];
  const count = (counts: string, end?: string): number =>
    seen.filter((one) => one.counts === counts && (end === undefined || one.end === end)).length;
  const several = (number: number, one: string, many: string): string[] =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const causes = [
    ...several(count('failure', 'failure'), 'local failure', 'local failures'),
    ...several(count('failure', 'metastasis'), 'metastasis', 'metastases'),
    ...several(count('failure', 'death'), 'death', 'deaths'),
  ];
  const failures =
    count('failure') === 0
      ? 'nobody has failed'
      : `${causes.join(', ')}${count('failure', 'failure') < count('failure') ? ' counted as failure' : ''}`;
  const others = [
    ...several(count('competing', 'death'), 'died first', 'died first'),
    ...several(count('competing', 'metastasis'), 'had a metastasis first', 'had a metastasis first'),
    ...several(count('censored', 'lost'), 'was lost to follow-up', 'were lost to follow-up'),
    ...several(
      count('censored', 'followUp'),
      'has been followed to the end',
      'have been followed to the end',
    ),
    ...several(count('censored', 'analysis'), 'is still followed', 'are still followed'),
  ];
  return [`Of ${seen.length} patients in the analysis: ${[failures, ...others].join('; ')}.`];
}

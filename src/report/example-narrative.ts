import type {
  StoryAccrual,
  StoryAnalysis,
  StoryClaim,
  StoryLook,
  TrialStory,
} from '../engine/trial-story.ts';
import { namedTest } from '../trial/named-test.ts';
import { armPrefix } from './comparison-words.ts';
import { capitalised } from './endpoint-words.ts';
import {
  analysisRules,
  analysisSentences,
  countedWords,
  estimateWords,
  followUpSentences,
  scoreWords,
} from './example-analyses.ts';
import { boundWords, countWords, monthWords, rangeWords, rateWords } from './example-words.ts';
import { isLookedAtByArm, leavingWords } from './leaving-words.ts';
import { points, signed } from './numbers.ts';

/** One simulated trial in plain sentences. */
export interface ExampleNarrative {
  /** What was planned, who came, and how times ended. */
  readonly accrual: readonly string[];
  /** The rules, and one sentence a look. */
  readonly rules: readonly string[];
  readonly looks: readonly string[];
  readonly decision: string;
  /** One sentence a claim: counts, estimate, what it needed. */
  readonly claims: readonly string[];
}

/** Looks told one by one; of more, the first and the last half of so many. */
const MOST_LOOKS = 16;

/** Tells a trial. */
export function exampleNarrative(story: TrialStory): ExampleNarrative {
  return {
    accrual: [...accrualSentences(story), ...followUpSentences(story)],
    rules: [...new Set(story.looks.map(({ rule }) => `${capitalised(rule)}.`)), ...analysisRules(story)],
    looks: lookSentences(story),
    decision: decisionSentence(story),
    claims: story.claims.map((claim) => claimSentence(story, claim)),
  };
}

function accrualSentences({ arms, values, world, patients, decision, accrual }: TrialStory): string[] {
  const drawn = Object.entries(values).map(([path, value]) => `${path} = ${Number(value.toPrecision(4))}`);
  const planned = arms.map(({ name, size, schedule }) => {
    const by = schedule === null ? '' : ` (${schedule})`;
    return `${size} patients in ${name}${by}`;
  });
  const pace = accrual ? `, ${paceWords(accrual)}` : '';
  const enrolled = arms.map(({ name }) => patients.filter(({ arm }) => arm === name).length);
  const byArm = arms.length > 1 ? ` (${arms.map(({ name }, i) => `${enrolled[i]} ${name}`).join(', ')})` : '';
  const last = patients[patients.length - 1].enrolledDay;
  const when = last === null ? '' : `, the last in ${monthWords(last)}`;
  const out = patients.filter(({ evaluable }) => !evaluable).length;
  return [
    ...(world > 0 ? [`World ${world} draws ${drawn.join(', ')}.`] : []),
    `Planned: ${planned.join(', ')}${pace}.`,
    `By the decision ${decision.enrolled} patients are enrolled${byArm}${when}.`,
    ...(out > 0 ? [`${out} of them cannot be evaluated.`] : []),
  ];
}

/** `8 a month, the pace rising over 12 months` */
function paceWords({ perMonth, pattern, rampMonths, centresOpenPerMonth, centres }: StoryAccrual): string {
  const come = { poisson: '', even: ' at equal intervals', uniform: ' within the period that this takes' };
  const rising = rampMonths === null ? '' : `, the pace rising over ${rampMonths} months`;
  const opening =
    centres === null ? '' : `, once all ${centres} centres are open, ${centresOpenPerMonth} more each month`;
  return `${Number(perMonth.toPrecision(4))} a month${come[pattern]}${rising}${opening}`;
}

function lookSentences(story: TrialStory): string[] {
  const { looks, looksNotReached, claims } = story;
  const sentences = [...looks.map(lookSentence), ...analysisSentences(story)];
  const left = sentences.length - MOST_LOOKS;
  if (left > 0) sentences.splice(MOST_LOOKS / 2, left, `${left} more looks, at each of which it goes on.`);
  if (looksNotReached.length === 0) return sentences;
  const sizes = looksNotReached.join(', ');
  if (claims[0].analyses.length > 0)
    return [...sentences, `The last analysis comes before the look at ${sizes} failures.`];
  return [...sentences, `Too few patients can be evaluated for the look at ${sizes}.`];
}

function lookSentence(look: StoryLook): string {
  const { number, day, enrolled, events, patients, endpoint, verdict } = look;
  const when = day === null ? '' : ` (${monthWords(day)}, ${enrolled} enrolled)`;
  const count = countWords({ events, size: patients }, endpoint);
  return `Look ${number}${when}: ${count}; ${boundWords(look)}: ${verdict ? 'it stops' : 'it goes on'}.`;
}

function decisionSentence(story: TrialStory): string {
  const { decision } = story;
  const when = decision.day === null ? '' : `, ${monthWords(decision.day)}`;
  const { stop, success } = decision;
  const fate = success ? 'the trial succeeds' : 'the trial fails';
  if (isLookedAtByArm(story)) return `Decision${when}: ${leavingWords(story)}; ${fate}.`;
  if (!stop) return `Decision${when}: ${endWords(story)}; ${fate}.`;
  return `Decision${when}: stopped for ${stop.verdict} at look ${stop.look}; ${fate}.${overrunWords(story)}`;
}

/** Why a trial ends that no look stops. */
function endWords({ looks, claims }: TrialStory): string {
  const hasLooks = looks.length > 0 || claims.some(({ analyses }) => analyses.length > 1);
  const isTimed = claims.some(({ scale }) => scale !== 'rates');
  const last = isTimed
    ? 'the last analysis decides'
    : hasLooks
      ? 'all patients are analysed'
      : 'all patients analysed';
  return hasLooks ? `no look stops it, ${last}` : last;
}

/** Patients enrolled beyond those whom the look counts. */
function overrunWords({ looks, claims: [{ analyses, scale }], accrual, decision }: TrialStory): string {
  const look = analyses.at(-1);
  if (!accrual || (look && scale !== 'rates')) return '';
  const counted = look ? look.control.size + look.experimental.size : looks[looks.length - 1].patients;
  const ahead = decision.enrolled - counted;
  return ahead > 0 ? ` ${ahead} more patients are enrolled than the ${counted} that the look counts.` : '';
}

const FATE = {
  passes: 'passes',
  fails: 'fails',
  notTested: 'is not tested, as one before it fails',
} as const;

/** A claim that an analysis told by itself decides. */
function analysedSentence(story: TrialStory, claim: StoryClaim, analysis: StoryAnalysis): string {
  const { sentence, test, outcome } = claim;
  const by = test === null ? '' : ` (${namedTest(test).label})`;
  const found = analysis.isLast
    ? `${countedWords(story, claim, analysis)}; ${estimateWords(claim, analysis)}; ${scoreWords(analysis)}`
    : `look ${analysis.number} decides`;
  return `${armPrefix(claim)}${capitalised(sentence)}${by}: ${found}: it ${FATE[outcome]}.`;
}

function claimSentence(story: TrialStory, claim: StoryClaim): string {
  const decisive = claim.analyses.at(-1);
  if (decisive) return analysedSentence(story, claim, decisive);
  const { sentence, test, control, experimental, estimate, outcome } = claim;
  const names = [story.arms[0].name, testedName(story, claim)];
  const by = test === null ? '' : ` (${namedTest(test).label})`;
  const counts = control
    ? `${names[0]} ${rateWords(control)}, ${names[1]} ${rateWords(experimental)}`
    : rateWords(experimental);
  const difference =
    control && estimate !== null ? `, difference ${signed(100 * estimate)} percentage ${unit(estimate)}` : '';
  return `${armPrefix(claim)}${capitalised(sentence)}${by}: ${counts}${difference}; ${needs(story, claim)}it ${FATE[outcome]}.`;
}

/** The arm whose claim it is. */
const testedName = ({ arms }: TrialStory, { arm }: StoryClaim): string => arm ?? arms[arms.length - 1].name;

const unit = (estimate: number): string => points(estimate).split(' ').at(-1)!;

/** What the experimental arm had to have, the control being as it is. */
function needs(story: TrialStory, claim: StoryClaim): string {
  const { passingEvents, experimental, control } = claim;
  if (story.decision.stop) return `the look decides: `;
  const who = control ? `${testedName(story, claim)} needs` : 'it needs';
  if (!passingEvents) return 'the counts by stratum decide: ';
  if (passingEvents.length === 0) return 'no number could pass: ';
  const [only] = passingEvents;
  if (only.from === 0 && only.to === experimental.size)
    return 'it needs no more than to have run to its end: ';
  const words = passingEvents.map((range) => rangeWords(range, experimental.size));
  return `${who} ${words.join(', or ')} of ${experimental.size}: `;
}

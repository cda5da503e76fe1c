import type { StoryClaim, StoryLook, TrialStory } from '../engine/trial-story.ts';
import { namedTest } from '../trial/named-test.ts';
import { capitalised } from './endpoint-words.ts';
import { boundWords, countWords, monthWords, rangeWords, rateWords } from './example-words.ts';
import { points, signed } from './numbers.ts';

/** One simulated trial in plain sentences. */
export interface ExampleNarrative {
  /** What was planned, and who came. */
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
    accrual: accrualSentences(story),
    rules: [...new Set(story.looks.map(({ rule }) => `${capitalised(rule)}.`))],
    looks: lookSentences(story),
    decision: decisionSentence(story),
    claims: story.claims.map((claim) => claimSentence(story, claim)),
  };
}

function accrualSentences({
  arms,
  values,
  world,
  patients,
  decision,
  accrualPerMonth,
}: TrialStory): string[] {
  const drawn = Object.entries(values).map(([path, value]) => `${path} = ${Number(value.toPrecision(4))}`);
  const planned = arms.map(({ name, size, schedule }) => {
    const by = schedule === null ? '' : ` (${schedule})`;
    return `${size} patients in ${name}${by}`;
  });
  const pace = accrualPerMonth === null ? '' : `, ${accrualPerMonth} a month`;
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

function lookSentences({ looks, looksNotReached }: TrialStory): string[] {
  const sentences = looks.map(lookSentence);
  const left = sentences.length - MOST_LOOKS;
  if (left > 0) sentences.splice(MOST_LOOKS / 2, left, `${left} more looks, at each of which it goes on.`);
  if (looksNotReached.length === 0) return sentences;
  const sizes = looksNotReached.join(', ');
  return [...sentences, `Too few patients can be evaluated for the look at ${sizes}.`];
}

function lookSentence(look: StoryLook): string {
  const { number, day, enrolled, events, patients, endpoint, verdict } = look;
  const when = day === null ? '' : ` (${monthWords(day)}, ${enrolled} enrolled)`;
  const count = countWords({ events, size: patients }, endpoint);
  return `Look ${number}${when}: ${count}; ${boundWords(look)}: ${verdict ? 'it stops' : 'it goes on'}.`;
}

function decisionSentence({ decision, looks, accrualPerMonth }: TrialStory): string {
  const when = decision.day === null ? '' : `, ${monthWords(decision.day)}`;
  const { stop, success } = decision;
  const fate = success ? 'the trial succeeds' : 'the trial fails';
  if (!stop) {
    const why = looks.length === 0 ? 'all patients analysed' : 'no look stops it, all patients are analysed';
    return `Decision${when}: ${why}; ${fate}.`;
  }
  const counted = looks[looks.length - 1].patients;
  const ahead = decision.enrolled - counted;
  const overrun =
    accrualPerMonth !== null && ahead > 0
      ? ` ${ahead} more patients are enrolled than the ${counted} that the look counts.`
      : '';
  return `Decision${when}: stopped for ${stop.verdict} at look ${stop.look}; ${fate}.${overrun}`;
}

function claimSentence(story: TrialStory, claim: StoryClaim): string {
  const { sentence, test, control, experimental, estimate, outcome } = claim;
  const names = story.arms.map(({ name }) => name);
  const by = test === null ? '' : ` (${namedTest(test).label})`;
  const counts = control
    ? `${names[0]} ${rateWords(control)}, ${names[1]} ${rateWords(experimental)}`
    : rateWords(experimental);
  const difference =
    control && estimate !== null ? `, difference ${signed(100 * estimate)} percentage ${unit(estimate)}` : '';
  const fate = { passes: 'passes', fails: 'fails', notTested: 'is not tested, as one before it fails' }[
    outcome
  ];
  return `${capitalised(sentence)}${by}: ${counts}${difference}; ${needs(story, claim)}it ${fate}.`;
}

const unit = (estimate: number): string => points(estimate).split(' ').at(-1)!;

/** What the experimental arm had to have, the control being as it is. */
function needs({ arms, decision }: TrialStory, { passingEvents, experimental, control }: StoryClaim): string {
  if (decision.stop) return `the look decides: `;
  const who = control ? `${arms[1].name} needs` : 'it needs';
  if (!passingEvents) return 'the counts by stratum decide: ';
  if (passingEvents.length === 0) return 'no number could pass: ';
  const [only] = passingEvents;
  if (only.from === 0 && only.to === experimental.size)
    return 'it needs no more than to have run to its end: ';
  const words = passingEvents.map((range) => rangeWords(range, experimental.size));
  return `${who} ${words.join(', or ')} of ${experimental.size}: `;
}

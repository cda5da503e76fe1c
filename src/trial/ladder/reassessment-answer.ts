import type { Answer, AnswerRow, AnswerTable } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { examine } from './examine.ts';
import { examinedAnswer } from './examined-answer.ts';
import type { LadderDecision } from './ladder-method.ts';
import { type LadderState, ladderState, patientsOf } from './ladder-state.ts';
import { nearestLevel } from './nearest-level.ts';
import { type PowerPosterior, powerModel } from './power-model.ts';
import { reassessmentMethod } from './reassessment-method.ts';
import { type ReassessmentQuestion, skeletonOf } from './reassessment-question.ts';

/** What an answer is made of. */
interface Found {
  readonly question: ReassessmentQuestion;
  readonly skeleton: readonly number[];
  readonly state: LadderState;
  readonly posterior: PowerPosterior;
  /** Counted from 0. */
  readonly nearest: number;
  readonly next: LadderDecision;
}

/** What is known; the last group are the last patients at one level, of as many as a group has. */
function stateOf(
  { at = [], toxic = [], followUp, window, groupSize }: ReassessmentQuestion,
  levels: number,
): LadderState {
  const patients = at.map((level, i) => ({
    level: level - 1,
    isToxic: toxic[i] === 1,
    followed: followUp === undefined ? 1 : Math.min(1, followUp[i] / window!),
  }));
  const others = patients.findLastIndex(({ level }) => level !== patients.at(-1)!.level);
  return ladderState(levels, patients, Math.min(groupSize, patients.length - 1 - others));
}

function find(question: ReassessmentQuestion): Found {
  const skeleton = skeletonOf(question);
  const state = stateOf(question, skeleton.length);
  const posterior = powerModel(skeleton, question.priorVariance).posterior(state);
  const method = methodOf(question, skeleton);
  return {
    question,
    skeleton,
    state,
    posterior,
    nearest: nearestLevel(posterior.rates, question.target),
    next: method.decide(state),
  };
}

const methodOf = (question: ReassessmentQuestion, skeleton: readonly number[]) =>
  reassessmentMethod({ ...question, skeleton: [...skeleton], isCoherent: true }, skeleton.length);

const stops: Record<string, string> = {
  tooToxic: 'the trial stops: the lowest level is too toxic',
  maximumSize: 'the trial ends: all patients are treated',
  enoughAtLevel: 'the trial ends: the level has enough patients',
};

const nextWords = (next: LadderDecision): string =>
  next.kind === 'treat' ? `the next group is treated at level ${next.level + 1}` : stops[next.reason];

function rows({ posterior, nearest, next }: Found): AnswerRow[] {
  return [
    { label: 'Logarithm of the exponent, posterior mean', kind: 'number', exact: posterior.mean },
    { label: '… posterior variance', kind: 'number', exact: posterior.variance },
    { label: 'Level nearest to the target', kind: 'count', exact: nearest + 1 },
    ...(next.kind === 'treat'
      ? [{ label: 'Level of the next group', kind: 'count', exact: next.level + 1 } as const]
      : []),
  ];
}

function levelTable({ skeleton, state, posterior }: Found): AnswerTable {
  return {
    caption: 'By level: patients, toxicities, the rate expected beforehand, and the rate by the model now:',
    columns: ['level', 'patients', 'toxic', 'before', 'now'],
    rows: skeleton.map((rate, level) => [
      String(level + 1),
      String(state.treated[level]),
      String(state.toxic[level]),
      exactPercentWords(rate),
      exactPercentWords(posterior.rates[level]),
    ]),
  };
}

function variant({ question }: Found): string[] {
  const { priorVariance, window, allowSkipping, eliminationCutOff, target, halfWidth } = question;
  const halves = halfWidth === undefined ? [] : [target - halfWidth, target + halfWidth].map(percentWords);
  return [
    `Rate at a level = skeleton^exp(β), β normal around 0 with variance ${priorVariance}; rates now are those of its posterior mean.`,
    ...(halfWidth === undefined
      ? []
      : [
          `The skeleton is that of indifference intervals from ${halves[0]} to ${halves[1]} (Lee & Cheung 2009).`,
        ]),
    window === undefined
      ? 'Every outcome is taken for known.'
      : 'A patient without toxicity counts by the share of the window that is over (TITE-CRM, linear weights).',
    `The next group goes ${allowSkipping ? 'up any number of levels' : 'one level up at most'}, and not up where the last group had the target’s share of toxicities or more.`,
    ...(eliminationCutOff === undefined
      ? []
      : [
          `A level and all above it are given up, from three patients on, once P(rate above ${percentWords(target)} | data) > ${percentWords(eliminationCutOff)}, with a Beta(1, 1) prior.`,
        ]),
  ];
}

function sentence({ question, state, posterior, nearest, next }: Found): string {
  const patients = patientsOf(state);
  const toxic = state.toxic.reduce((sum, count) => sum + count, 0);
  return `After ${toxic} ${toxic === 1 ? 'toxicity' : 'toxicities'} in ${patients} ${patients === 1 ? 'patient' : 'patients'}, level ${nearest + 1} is nearest to the target of ${percentWords(question.target)}, with a rate of ${exactPercentWords(posterior.rates[nearest])} by the model; ${nextWords(next)}.`;
}

/** Answers what the continual reassessment method makes of outcomes, and what it does at true rates, where they are given. */
export function answerReassessment(question: ReassessmentQuestion): Answer {
  const found = find(question);
  const { skeleton, posterior, nearest, next } = found;
  const { rates, target } = question;
  const examined =
    rates &&
    examinedAnswer(examine(methodOf(question, skeleton), { ...question, rates }, target), rates, target);
  return {
    variant: [...variant(found), ...(examined ? [examined.variant] : [])],
    rows: [...rows(found), ...(examined?.rows ?? [])],
    table: levelTable(found),
    numbers: {
      skeleton,
      mean: posterior.mean,
      variance: posterior.variance,
      rates: posterior.rates,
      nearestLevel: nearest + 1,
      ...(next.kind === 'treat' ? { nextLevel: next.level + 1 } : { stops: next.reason }),
      ...(examined && { characteristics: examined.numbers }),
    },
    sentence: [sentence(found), ...(examined ? [examined.sentence] : [])].join(' '),
  };
}

import type { Estimate } from '../../numeric/monte-carlo.ts';
import {
  claimsOf,
  firstWithout,
  notedPriors,
  noteOn,
  priorNote,
  together,
  unlessClaims,
  unlessLooks,
} from '../checked-words.ts';
import { decidingTypeIError } from '../deciding-type-i-error.ts';
import { best, errorsApart, known, knownMean, percent, withError } from '../numbers.ts';
import { successWords } from '../success-words.ts';
import type { CheckedResult, Checklist } from './definition.ts';

/** Why an error of the first kind does not apply. */
function unlessTested(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  const isCompletion = run && successWords(run).isCompletion;
  return isCompletion ? 'success is to run to the end, at no chosen level' : unlessClaims(result);
}

function typeIError(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  return (
    run && `${known(decidingTypeIError(run, run.truths[0]))} where the claim is just not true, as planned`
  );
}

function worstTypeIError(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  if (!run || run.truths.length < 2) return undefined;
  const [worst] = run.truths
    .map((truth) => ({ name: truth.name, error: decidingTypeIError(run, truth) }))
    .sort((a, b) => best(b.error) - best(a.error));
  return `largest of ${run.truths.length} truths: ${known(worst.error)} (${worst.name})`;
}

function powers({ truths }: CheckedResult): string | undefined {
  return together(truths.map(({ name, operatingCharacteristics: { power } }) => `${name} ${known(power)}`));
}

function sizeAndTime(result: CheckedResult): string | undefined {
  const planned = claimsOf(result)?.truths[0].operatingCharacteristics;
  if (!planned) return undefined;
  const months = planned.expectedMonths && `${knownMean(planned.expectedMonths)} months to the decision`;
  return months && together([`${knownMean(planned.expectedSampleSize)} patients`, months]);
}

function stopping(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  return together(
    (run?.truths ?? []).map(({ name, operatingCharacteristics: { stopping: stop } }) =>
      stop ? `${name} ${known(stop.probability)}` : undefined,
    ),
  );
}

function afterStopping(result: CheckedResult): string | undefined {
  const times = claimsOf(result)?.truths[0].times;
  if (!times) return undefined;
  const { effect, estimate } = times;
  const { mean, coverage } = estimate;
  if (!mean || !coverage || effect === null) return undefined;
  return `mean estimate ${mean.estimate.toFixed(3)} ± ${mean.mcse.toFixed(3)}, true effect ${effect.toFixed(3)}; naive intervals cover ${withError(coverage)}`;
}

/** Powers and rates that have an exact value, and how far the simulation lies from them. */
function validation(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  const estimates = result.truths.flatMap(({ arms, operatingCharacteristics: { power } }) => [
    power as Estimate,
    ...arms.flatMap(({ endpoints: of }) => Object.values(of).map(({ rate }) => rate)),
  ]);
  const errors = (run?.truths ?? []).map((truth) => decidingTypeIError(run!, truth));
  const apart = [...estimates, ...errors].flatMap((estimate) => errorsApart(estimate) ?? []);
  if (apart.length === 0) return undefined;
  const largest = Math.max(...apart.map(Math.abs));
  return `${apart.length} simulated values stand beside exact ones, at most ${largest.toFixed(1)} MCSE apart; isoeffect verify repeats the public suite`;
}

/** A truth in which the trial does worse than planned. */
function pessimistic({ truths }: CheckedResult): string | undefined {
  const [planned, ...others] = truths.map(({ name, operatingCharacteristics: { power } }) => ({
    name,
    power: best(power),
  }));
  const worse = others.filter(({ power }) => power < planned.power).sort((a, b) => a.power - b.power);
  return worse.length === 0
    ? undefined
    : `${worse[0].name}: ${percent(worse[0].power)} % instead of ${percent(planned.power)} %`;
}

function assurance(result: CheckedResult): string | undefined {
  const over = claimsOf(result)?.assurance;
  return over ? `assurance ${known(over)}, ceiling ${known(over.ceiling)}` : undefined;
}

const uncertainPathsOf = ({ scenario }: CheckedResult): string[] =>
  Object.keys(scenario.resolved.uncertainty);

function priors(result: CheckedResult): string | undefined {
  const paths = uncertainPathsOf(result);
  return paths.every((path) => priorNote(result, path)) ? notedPriors(result, paths) : undefined;
}

export const octave: Checklist = {
  title: 'Operating characteristics (OCTAVE)',
  reference:
    'in the spirit of Lee 2026, Stat Med, doi:10.1002/sim.70449; the items are our own, not quotations of the guideline',
  items: [
    {
      item: 'Success where the claim is just not true (type I error)',
      find: typeIError,
      exempt: unlessTested,
    },
    {
      item: 'The same under other truths, and the worst',
      find: worstTypeIError,
      hint: 'truths: …',
      exempt: unlessTested,
    },
    { item: 'Power, or share of trials with an answer, under every truth', find: powers },
    {
      item: 'Expected patients and duration',
      find: sizeAndTime,
      hint: 'design: { accrual: { perMonth: … } }',
      exempt: unlessClaims,
    },
    { item: 'Probability of stopping early', find: stopping, exempt: unlessLooks },
    { item: 'Bias and coverage after stopping', find: afterStopping, exempt: unlessLooks },
    { item: 'Simulation held against exact values', find: validation },
    { item: 'A pessimistic truth', find: pessimistic, hint: 'truths: { worse: { path: value } }' },
    {
      item: 'Probabilistic sensitivity',
      find: assurance,
      hint: 'uncertainty: { path: law }',
      exempt: unlessClaims,
    },
    {
      item: 'Priors of what is uncertain, with their source',
      find: priors,
      hint: (result) => {
        const paths = uncertainPathsOf(result);
        if (paths.length === 0) return 'uncertainty: { path: law }';
        return `provenance: { uncertainty.${firstWithout(paths, (path) => priorNote(result, path))}: { found: … } }`;
      },
      exempt: unlessClaims,
    },
    {
      item: 'Example trials told one by one',
      find: (result) =>
        claimsOf(result) && result.replicates > 0
          ? 'section “Example trials”: the first replicates of each outcome, replayed patient by patient'
          : undefined,
      exempt: unlessClaims,
    },
    {
      item: 'Source of, or reason for, the design as a whole, as stated',
      find: (result) => noteOn(result, 'design'),
      hint: 'provenance: { design: { assumed: … } }',
    },
  ],
};

import type { BreakingPoint, SizeResult } from '../study/size/size-result.ts';
import { pathWords } from '../study/sweep/path-words.ts';
import { percentWords } from '../trial/percent-words.ts';
import { foundWords } from './found-words.ts';
import { inputWords } from './input-words.ts';
import { grouped, known, knownMean, percent } from './numbers.ts';
import { targetWords } from './target-words.ts';

/** What n: as planned, with equal arms, and under the truths at either end. */
function sizeSentences(result: SizeResult): string[] {
  const { truths, power, analyses, solved } = result;
  const [planned, ...others] = truths;
  const rates = planned.arms.map(
    ({ name, rates: own }) =>
      `${name} ${Object.values(own)
        .map((rate) => `${percent(rate)} %`)
        .join(' and ')}`,
  );
  const stated = `As planned (${rates.join(', ')}) ${grouped(solved.stated)} ${solved.unit} have ${known(planned.power)} power`;
  const equal = analyses.filter(({ plan }) => plan.startsWith('both arms')).flatMap(equalSentence);
  const never = others.filter(({ found }) => found.kind === 'none' && found.isCertain);
  const lost =
    never.length === 0
      ? []
      : [
          `Under ${listed(never.map(({ name }) => name))} no number of patients reaches it: the claim is false there.`,
        ];
  return [
    `${stated}; for ${percentWords(power)} power ${foundWords(planned.found, solved.unit)}.`,
    ...requiredSentence(result),
    ...equal,
    ...lost,
  ];
}

/** Of which of several arms power is. */
function requiredSentence({ comparisons }: SizeResult): string[] {
  if (!comparisons) return [];
  const { requires, multiplicity } = comparisons;
  const any = multiplicity === 'gatekeeping' ? 'the first arm' : 'at least one arm';
  const shown = requires === 'all' ? 'every arm' : any;
  return [
    `Power is of showing the claim for ${shown}, as the design requires: ${requires}; a sweep over sizes has that of each arm.`,
  ];
}

/** One sentence of rates, margin, level and power asks for many sizes. */
function equalSentence({ claim, plan, analyses }: SizeResult['analyses'][number]): string[] {
  const sized = analyses.flatMap(({ label, formula }) =>
    formula ? [{ label, patients: formula.patients }] : [],
  );
  if (sized.length < 2) return [];
  const sorted = [...sized].sort((a, b) => a.patients - b.patients);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return [
    `With ${plan}, the usual formulas for “${claim}” ask for ${grouped(least.patients)} (${least.label}) to ${grouped(most.patients)} (${most.label}) patients in all: a protocol must name its analysis.`,
  ];
}

function assuranceSentences(result: SizeResult): string[] {
  const { ceiling, assurance, foundOverWorlds, overWorlds, solved } = result;
  const row = assurance.find(({ size }) => size === solved.stated);
  if (!ceiling || !row || !foundOverWorlds) return [];
  return [
    `Over what is not known, ${grouped(solved.stated)} ${solved.unit} succeed with probability ${known(row.assurance)}: ${known(row.successAndTrue)} rightly, ${known(row.successAndFalse)} where the claim is false. It is true in ${known(ceiling)} of worlds, and no number of patients buys more than that.`,
    `For ${percentWords(overWorlds.value)} ${targetWords[overWorlds.name]}, ${foundWords(foundOverWorlds, solved.unit)}.`,
  ];
}

/** How often the decision rule errs at the margin, and the level that would hold what is asked. */
function heldSentences({ held }: SizeResult): string[] {
  if (!held) return [];
  if ('reason' in held) return [`No threshold holds the type I error: ${held.reason}.`];
  const { atPlanned, worst, worstAt, stated, value, path, target, powerStated, powerHeld, isExact } = held;
  const at =
    worstAt === null ? '' : `, at worst ${percent(worst, 2)} % (at ${Number(worstAt.toPrecision(4))})`;
  const how = isExact ? '' : ', by simulation';
  const isLevel = /Alpha$/.test(path);
  const threshold = (one: number): string =>
    isLevel ? percentWords(one) : String(Number(one.toPrecision(8)));
  const what = isLevel ? `a level of ${threshold(value)}` : `${path} of ${threshold(value)}`;
  const keeps = `${what} instead of ${threshold(stated)}`;
  return [
    `${/\.(coPrimary|hierarchical)\./.test(path) ? `With the other claims certain to pass, and ${path.replace(/\.[^.]+$/, '')} just not true,` : 'Where the claim is just not true,'} the design as stated succeeds with ${percent(atPlanned, 2)} %${at}${how}: ${keeps} keeps that to ${percentWords(target)}, and leaves ${percent(powerHeld)} % power as planned instead of ${percent(powerStated)} %.`,
  ];
}

function exposedSentences(result: SizeResult): string[] {
  const { exposed } = result;
  if (!exposed) return [];
  const { worse, beyondMargin, patientsBeyondMargin, excessEvents } = exposed;
  if (result.truths[0].arms.length === 1)
    return [
      `The true rate is beyond what the claim allows with probability ${known(beyondMargin)}: ${knownMean(patientsBeyondMargin)} of ${grouped(result.solved.stated)} patients are expected to be treated in such a world.`,
    ];
  const { solved } = result;
  return [
    `The experimental arm is truly worse with probability ${known(worse)}, and beyond what the claim allows with ${known(beyondMargin)}: with ${grouped(solved.stated)} ${solved.unit}, ${knownMean(patientsBeyondMargin)} are expected to be given what is beyond it, and ${knownMean(excessEvents)} more failures are expected than without it.`,
  ];
}

/** What a path is called, and a value of it with its unit. */
function valueWords(path: string, value: number): { label: string; at: string } {
  const label = inputWords([{ name: path, paths: [path] }])(path);
  const { unit } = pathWords(path);
  const clean = Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(3));
  if (/\.rate$/.test(path)) return { label, at: `${percent(clean)} %` };
  return { label, at: `${String(clean).replace('-', '−')}${unit === '' ? '' : ` ${unit}`}` };
}

function breakingSentence({ path, value, falseWhere, probability }: BreakingPoint): string {
  const { label, at } = valueWords(path, value);
  const chance = probability < 0.0005 ? 'below 0.1' : `of ${percent(probability)}`;
  return `All else as planned, the claim is false where ${label} is ${falseWhere} ${at}, which has a probability ${chance} %.`;
}

function wayOutSentences({ waysOut, solved, overWorlds, power }: SizeResult): string[] {
  return waysOut.map(({ value, power: own, ceiling, overWorlds: row, found }) => {
    const equal = `${value.replace(' x ', ' × ')} in the experimental arm makes the arms equal as planned: ${grouped(solved.stated)} ${solved.unit} then have ${known(own)} power, and for ${percentWords(power)} ${foundWords(found, solved.unit)}`;
    const worlds =
      ceiling && row
        ? `; over the worlds the ceiling is ${known(ceiling)}, and ${targetWords[overWorlds.name]} ${known(row[overWorlds.name])}`
        : '';
    return `${equal}${worlds}.`;
  });
}

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** The one-page answer for a protocol: what n, what the analysis does to it, the chance of an answer, what would break it, the way out. */
export function sizeAnswer(result: SizeResult): string[] {
  return [
    ...sizeSentences(result),
    ...assuranceSentences(result),
    ...heldSentences(result),
    ...exposedSentences(result),
    ...result.breakingPoints.map(breakingSentence),
    ...wayOutSentences(result),
  ];
}

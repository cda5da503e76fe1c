import { shownText } from '../numeric/shown-text.ts';
import { shownValue } from '../numeric/shown-value.ts';
import { createPhase, createSchedule, type Phase, type Schedule } from './schedule.ts';

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const GY = String.raw`\s*(?:gy)?`;
const FRACTIONS = String.raw`(?:\s*(?:fractions?|fx?|#))?`;
const TIMES = String.raw`\s*[x×*]\s*`;
const TAIL = '(?<tail>.*)$';

/** `25 x 2 Gy`, with an optional stated total: `25 x 2 Gy = 50 Gy` or `25 x 2 Gy (50 Gy)`. */
const countTimesDose = new RegExp(
  `^${NUMBER}${FRACTIONS}${TIMES}${NUMBER}${GY}${FRACTIONS}(?:\\s*[=(]\\s*${NUMBER}${GY}\\)?)?${TAIL}`,
  'i',
);
/** `50 Gy in 25 x 2 Gy`. */
const totalThenCountTimesDose = new RegExp(
  `^${NUMBER}${GY}\\s*(?:/|in|:)\\s*${NUMBER}${FRACTIONS}${TIMES}${NUMBER}${GY}${TAIL}`,
  'i',
);
/** `50 Gy/25`, `50 Gy in 25 fractions`, with an optional stated fraction: `50 Gy/25 of 2 Gy`. */
const totalOverCount = new RegExp(
  `^${NUMBER}${GY}\\s*(?:/|in)\\s*${NUMBER}${FRACTIONS}(?:\\s*(?:of|@|at)\\s*${NUMBER}${GY})?${TAIL}`,
  'i',
);

/** What may follow the numbers, with what it means. */
const modifiers: readonly [
  RegExp,
  (match: RegExpMatchArray) => Partial<Omit<Phase, 'fractions' | 'doseGy'>>,
][] = [
  [/^(?:bid|b\.i\.d\.|twice (?:a day|daily))/i, () => ({ perDay: 2 })],
  [/^(?:tid|three times (?:a day|daily))/i, () => ({ perDay: 3 })],
  [/^(?:every other day|qod|q2d|alternate days)/i, () => ({ everyDays: 2 })],
  [/^(?:daily|od|qd|once (?:a day|daily))/i, () => ({})],
  [/^([234]) times (?:a day|daily)/i, (match) => ({ perDay: Number(match[1]) })],
  [/^(?:weekly|once a week)/i, () => ({ everyDays: 7 })],
  [/^every (\d{1,2}) days/i, (match) => ({ everyDays: Number(match[1]) })],
  [/^(\d+(?:\.\d+)?) ?h(?:ours?)? apart/i, (match) => ({ intervalHours: Number(match[1]) })],
];

/** More is a slip of the pen, or of the unit (cGy). */
const MOST_FRACTIONS = 200;
const MOST_DOSE_GY = 60;
const LONGEST_QUOTE = 80;

const fail = (text: string, why: string): never => {
  throw new RangeError(`unreadable schedule: ${shownText(text, LONGEST_QUOTE)} (${why})`);
};

function readTail(text: string, tail: string): Partial<Omit<Phase, 'fractions' | 'doseGy'>> {
  const options: { perDay?: number; intervalHours?: number; everyDays?: number } = {};
  let rest = tail.replace(/^[\s,;]+/, '');
  while (rest !== '') {
    const found = modifiers
      .map(([pattern, mean]) => [rest.match(pattern), mean] as const)
      .find(([match]) => match);
    if (!found?.[0])
      return fail(text, `“${shownText(rest, LONGEST_QUOTE)}” is not understood; try BID, every other day`);
    Object.assign(options, found[1](found[0]));
    rest = rest.slice(found[0][0].length).replace(/^[\s,;]+/, '');
  }
  const { perDay = 1, intervalHours, everyDays = 1 } = options;
  if (everyDays < 1 || everyDays > 28) return fail(text, 'every 1 to 28 days');
  if (intervalHours === undefined) return options;
  if (perDay < 2) return fail(text, 'hours apart do nothing with one fraction a day; add BID');
  if (!(intervalHours > 0 && intervalHours <= 24))
    return fail(text, 'hours apart must be above 0, at most 24');
  return options;
}

/** Doses agree when they differ by less than a rounding of the last stated digit: half a cGy a course. */
const agrees = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 + 1e-9;

const occurrences = (text: string, letter: string): number => text.split(letter).length - 1;

/** The numbers of a phase, however it is written; undefined where the text is none. */
function readNumbers(
  text: string,
): { fractions: number; dose: number; total: number | undefined; tail: string } | undefined {
  const value = (digits: string): number => Number(digits);
  const optional = (digits: string | undefined): number | undefined =>
    digits === undefined ? undefined : Number(digits);
  const full = text.match(totalThenCountTimesDose);
  if (full)
    return {
      total: value(full[1]),
      fractions: value(full[2]),
      dose: value(full[3]),
      tail: full.groups!.tail,
    };
  const product = text.match(countTimesDose);
  if (product) {
    return {
      fractions: value(product[1]),
      dose: value(product[2]),
      total: optional(product[3]),
      tail: product.groups!.tail,
    };
  }
  const ratio = text.match(totalOverCount);
  if (!ratio) return undefined;
  const [total, fractions] = [value(ratio[1]), value(ratio[2])];
  return { total, fractions, dose: optional(ratio[3]) ?? total / fractions, tail: ratio.groups!.tail };
}

function readPhase(text: string): Phase {
  const clean = text.replaceAll(',', ', ').replaceAll('  ', ' ').trim();
  const refuse = (why: string): never => fail(text.trim(), why);
  if (/\d\s*cgy|\bcgy\b/i.test(clean)) return refuse('give doses in Gy, not cGy');
  const numbers = readNumbers(clean);
  if (!numbers || occurrences(clean, '(') !== occurrences(clean, ')')) {
    return refuse('write it like 25 x 2 Gy, 50 Gy/25 or 50 Gy in 25 fractions');
  }
  const { fractions, dose, total, tail } = numbers;
  if (!Number.isInteger(fractions) || fractions < 1 || fractions > MOST_FRACTIONS) {
    return refuse(`${fractions} is not a number of fractions`);
  }
  if (!(dose > 0)) return refuse('the dose must be above 0');
  if (dose > MOST_DOSE_GY) {
    return refuse(`${Number(dose.toPrecision(6))} Gy in one fraction is too large (is it in cGy?)`);
  }
  if (total !== undefined && !agrees(total, fractions * dose)) {
    const product = Number((fractions * dose).toPrecision(6));
    return refuse(`${fractions} × ${dose} Gy is ${product} Gy, not the stated ${total} Gy`);
  }
  return createPhase(fractions, dose, readTail(text.trim(), tail));
}

/** The word between the fractions before and after surgery. */
const SURGERY = /^surgery$/i;

/**
 * Reads a schedule as clinicians write it: `25 x 2 Gy`, `15 × 2.85`, `50 Gy/25`, `42 Gy in 14 fractions`,
 * `34 Gy/10 BID`, `34 Gy/10 BID 8 h apart`, `5 x 7 Gy every other day`, `5 x 5 + 25 x 2`, `25 x 2 Gy = 50 Gy`,
 * `5 x 5 Gy + surgery + 25 x 2 Gy`.
 *
 * Starts on a Monday, on weekdays.
 *
 * @throws RangeError if the text cannot be read, or doses contradict each other
 * @example
 * ```ts
 * import { eqd2, parseSchedule } from 'isoeffect';
 *
 * const schedule = parseSchedule('5 x 5 Gy + surgery + 25 x 2 Gy');
 * console.log(schedule.phases.length); // 2
 * console.log(eqd2(schedule, { alphaBetaGy: 10 })); // 81.25
 * ```
 */
export function parseSchedule(text: string): Schedule {
  if (typeof text !== 'string') return fail(shownValue(text), 'must be a text like 25 x 2 Gy');
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean === '') return fail('', 'write it like 25 x 2 Gy');
  const parts = clean.split(/ ?(?:\+|\bthen\b) ?/);
  const surgeries = parts.filter((part) => SURGERY.test(part)).length;
  if (surgeries > 1) return fail(clean, 'surgery is named twice');
  if (surgeries === parts.length) return fail(clean, 'no fractions beside surgery');
  const at = parts.findIndex((part) => SURGERY.test(part));
  return createSchedule(
    parts.flatMap((part, i) =>
      i === at ? [] : [{ ...readPhase(part), isPostoperative: at >= 0 && i > at }],
    ),
  );
}

import { unknownWord } from '../numeric/closest-word.ts';
import { shownText } from '../numeric/shown-text.ts';
import { type EvidenceSchedule, readEvidenceSchedule } from './evidence-schedule.ts';

/** How a study counted local control. */
export const controlKinds = ['actuarial', 'crude', 'readOff', 'notStated'] as const;
/** What becomes of a study's local control: fitted; shown with and without; only set beside the prediction. */
export const controlUses = ['fit', 'flagged', 'check'] as const;
/** What a study called a wound complication. */
export const woundDefinitions = [
  'canadian120',
  'majorAndMinor',
  'allAcuteToxicity',
  'other',
  'notStated',
] as const;
/** What becomes of a study's wounds: fitted; added to those; counted by another definition. */
export const woundUses = ['strict', 'added', 'other'] as const;
export const subtypes = ['mixed', 'myxoid'] as const;

const words = (text: string): string => text;

/** Reads a number, or says what is wrong with it. */
function numberFrom(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`${shownText(text)} is not a number`);
  return value;
}

const count =
  (least: number) =>
  (text: string): number => {
    const value = numberFrom(text);
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`${shownText(text)} is not a count (must be a whole number >= ${least})`);
    return value;
  };

function rate(text: string): number {
  const isPercent = text.endsWith('%');
  const value = numberFrom(isPercent ? text.slice(0, -1).trim() : text);
  if (!isPercent && value >= 0 && value <= 1) return value;
  const hint = value >= 0 && value <= 100 ? `; for ${value} % write ${value / 100}` : '';
  throw new RangeError(`${shownText(text)} is not a probability (must be in [0, 1]${hint})`);
}

function years(text: string): number {
  const value = numberFrom(text);
  if (!(value > 0)) throw new RangeError(`${text} is not a time (must be > 0)`);
  if (value > 100) throw new RangeError(`${text} years is too long (is it in months?)`);
  return value;
}

const oneOf =
  <Word extends string>(what: string, known: readonly Word[]) =>
  (text: string): Word => {
    if (!known.includes(text as Word)) throw new RangeError(unknownWord(what, text, known));
    return text as Word;
  };

/** Every column of an evidence table, with what reads its cells; each throws a RangeError that says what is wrong. */
export const evidenceColumns = {
  id: words,
  study: words,
  source: words,
  years: words,
  n: count(1),
  schedule: readEvidenceSchedule as (text: string) => EvidenceSchedule,
  controlRate: rate,
  controlCount: count(0),
  atYears: years,
  controlKind: oneOf('kind of control', controlKinds),
  controlUse: oneOf('use of control', controlUses),
  woundN: count(1),
  woundRate: rate,
  woundCount: count(0),
  woundDefinition: oneOf('wound definition', woundDefinitions),
  woundUse: oneOf('use of wounds', woundUses),
  subtype: oneOf('subtype', subtypes),
  agents: words,
  reason: words,
  notes: words,
};

export type EvidenceColumn = keyof typeof evidenceColumns;
/** The cells of one line that are not empty, read. */
export type EvidenceCells = { [Name in EvidenceColumn]?: ReturnType<(typeof evidenceColumns)[Name]> };

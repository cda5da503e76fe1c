import { unknownWord } from '../numeric/closest-word.ts';
import { type Problem, ScenarioError } from '../scenario/scenario-error.ts';
import type { ControlSet } from './calibration-result.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { isSurgeryAlone } from './evidence-schedule.ts';
import type { ControlRow } from './fit-control.ts';

/** Which of the studies with local control enter a fit, by position. */
export interface StudyChoice {
  readonly name: ControlSet['name'];
  readonly included: readonly boolean[];
}

/** What the user changes of the table's own choice. */
export interface StudyChanges {
  readonly exclude: readonly string[];
  readonly include: readonly string[];
}

/** Fewer irradiated studies say nothing of dose. */
const LEAST_STUDIES = 3;

/**
 * The studies of the fit, and those to set beside it: with all that were left out or, where none was, the table's own.
 *
 * @throws ScenarioError for ids that are not in the table, and where too few studies are left
 */
export function selectStudies(
  all: readonly EvidenceRow[],
  rows: readonly ControlRow[],
  { exclude, include }: StudyChanges,
): StudyChoice[] {
  requireIds(all, rows, { exclude, include });
  const asFlagged = rows.map(({ control }) => control.use === 'fit');
  const fitted = rows.map(({ id }, i) => (asFlagged[i] || include.includes(id)) && !exclude.includes(id));
  const withExcluded = rows.map(({ control }, i) => fitted[i] || control.use !== 'check');
  requireEnough(rows, fitted);
  const differs = (other: readonly boolean[]): boolean => other.some((use, i) => use !== fitted[i]);
  if (differs(withExcluded))
    return [
      { name: 'fitted', included: fitted },
      { name: 'withExcluded', included: withExcluded },
    ];
  const isWorthwhile = differs(asFlagged) && irradiated(rows, asFlagged) >= LEAST_STUDIES;
  return [
    { name: 'fitted', included: fitted },
    ...(isWorthwhile ? [{ name: 'asFlagged', included: asFlagged } as const] : []),
  ];
}

const irradiated = (rows: readonly ControlRow[], included: readonly boolean[]): number =>
  rows.filter(({ schedule }, i) => included[i] && !isSurgeryAlone(schedule)).length;

function requireEnough(rows: readonly ControlRow[], included: readonly boolean[]): void {
  const left = irradiated(rows, included);
  if (left >= LEAST_STUDIES) return;
  const message = `${left} irradiated ${left === 1 ? 'study' : 'studies'} with local control; a fit needs at least ${LEAST_STUDIES}`;
  throw new ScenarioError([{ where: 'the evidence', message }]);
}

function requireIds(
  all: readonly EvidenceRow[],
  rows: readonly ControlRow[],
  { exclude, include }: StudyChanges,
): void {
  const ids = all.map(({ id }) => id);
  const problems: Problem[] = [];
  const check = (flag: string, id: string): void => {
    const where = `${flag} ${id}`;
    if (!ids.includes(id)) problems.push({ where, message: unknownWord('study', id, ids) });
    else if (flag === '--include' && !rows.some((row) => row.id === id))
      problems.push({ where, message: 'this study has no local control to fit' });
    else if (flag === '--include' && exclude.includes(id))
      problems.push({ where, message: 'this study is excluded as well' });
  };
  for (const id of exclude) check('--exclude', id);
  for (const id of include) check('--include', id);
  if (problems.length > 0) throw new ScenarioError(problems);
}

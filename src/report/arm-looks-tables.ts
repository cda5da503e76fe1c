import type { ArmLooksResult } from '../engine/arm-looks-result.ts';
import type { RunResult } from '../engine/result.ts';
import { armLooksOf, scoreWords } from './arm-looks-words.ts';
import { liveDesign } from './live-design.ts';
import { exactly, meanExactly, meanWithError, withError } from './numbers.ts';
import type { TextTable } from './times-tables.ts';

type Found = ArmLooksResult;

/** The looks of all truths that have any. */
const foundIn = ({ truths }: RunResult): { readonly name: string; readonly found: Found }[] =>
  truths.flatMap((truth) => {
    const found = armLooksOf(truth);
    return found ? [{ name: truth.name, found }] : [];
  });

/** The bounds of each look, and when it comes as planned. */
function boundsTable(result: RunResult, [{ found }]: readonly { readonly found: Found }[]): TextTable {
  const { futility, efficacy, sizes } = liveDesign(result).armLooks!;
  return {
    name: 'Looks at the arms',
    note: `Each arm is compared with ${result.arms[0].name} on the first so many patients of both: below the futility score it is dropped, from the efficacy score on it is shown, and either way it takes no more patients. Months from opening are means over the trials that hold the look as planned.`,
    columns: ['Look', 'patients by arm', 'futility z', 'efficacy z', 'months'],
    rows: found.looks.map(({ months }, look) => [
      String(look + 1),
      sizes[look].join(' + '),
      scoreWords(futility[look]),
      scoreWords(efficacy[look]),
      months ? meanWithError(months) : '–',
    ]),
  };
}

/** How often each arm leaves at each look, and in all. */
function dropsTable(result: RunResult): TextTable {
  // Where no look can show an arm, none needs telling that it does not
  const canShow = liveDesign(result).armLooks!.efficacy.some(Number.isFinite);
  const rows = foundIn(result).flatMap(({ name, found }) =>
    Object.entries(found.byArm).flatMap(([arm, { dropped, droppedInAll, shown, shownInAll }]) =>
      [...dropped, droppedInAll].map((drop, look) => {
        const show = [...shown, shownInAll][look];
        return [
          `${name}, ${arm}`,
          look < dropped.length ? String(look + 1) : 'all',
          withError(drop),
          exactly(drop),
          ...(canShow ? [withError(show), exactly(show)] : []),
        ];
      }),
    ),
  );
  return {
    name: 'Arms that leave at the looks',
    note: `Share of trials in which an arm is dropped${canShow ? ', and in which it is shown,' : ''} at each look and at all of them before the end.`,
    columns: ['Truth and arm', 'look', 'dropped', 'exact', ...(canShow ? ['shown', 'exact'] : [])],
    rows,
  };
}

/** Patients enrolled by arm. */
function patientsTable(result: RunResult): TextTable {
  const planned = new Map(result.arms.map(({ name, n }) => [name, n]));
  const rows = foundIn(result).flatMap(({ name, found }) =>
    Object.entries(found.expectedPatients).map(([arm, patients]) => [
      `${name}, ${arm}`,
      String(planned.get(arm)),
      meanWithError(patients),
      meanExactly(patients),
    ]),
  );
  return {
    name: 'Patients by arm',
    note: 'Patients enrolled by the end of the trial, on average, those among them who come while a look waits for outcomes.',
    columns: ['Truth and arm', 'planned', 'enrolled, mean', 'exact'],
    rows,
  };
}

/** How arms leave a trial at looks, table by table; none where all run to its end. */
export function armLooksTables(result: RunResult): TextTable[] {
  const found = foundIn(result);
  return found.length === 0 ? [] : [boundsTable(result, found), dropsTable(result), patientsTable(result)];
}

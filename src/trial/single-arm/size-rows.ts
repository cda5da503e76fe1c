import type { AnswerRow } from '../calculators/definition.ts';
import { cutOffRow, oneStageNumbers } from './cut-off-words.ts';
import type { SizePlan } from './planned-size.ts';
import { probabilityRow } from './probability-row.ts';
import type { SizesOfPower } from './sizes-of-power.ts';

/** Patients, cut-off and errors of a planned size, the nominal beside the exact; the type I errors as given. */
export function sizeRows(
  { smallest, lasting }: SizesOfPower,
  eventIsGood: boolean,
  typeIErrors: readonly AnswerRow[],
  { perArm, power }: SizePlan,
): AnswerRow[] {
  return [
    { label: 'Patients', kind: 'count', exact: smallest.size },
    cutOffRow(smallest, eventIsGood),
    ...typeIErrors,
    probabilityRow('Power', smallest.power, perArm === undefined ? power : undefined),
    ...(lasting
      ? [{ label: 'Patients from which power stays', kind: 'count', exact: lasting.size } as const]
      : []),
  ];
}

/** The same by number, for programs. */
export function sizeNumbers(
  { smallest, lasting }: SizesOfPower,
  eventIsGood: boolean,
): Record<string, unknown> {
  return { ...oneStageNumbers(smallest, eventIsGood), ...(lasting && { lasting }) };
}

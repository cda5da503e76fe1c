import type { ControlSet, StudyResidual } from '../evidence/calibration-result.ts';
import { signed } from './numbers.ts';

/** Text of at most so many characters, with an ellipsis where it was longer. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** `25 × 2 Gy`: a schedule's text with true multiplication signs. */
export function scheduleWords(text: string): string {
  return text.replace(/(\d)\s*x\s*(?=\d)/gi, '$1 × ');
}

/** What a choice of studies is called in a table. */
export const setNames: Record<ControlSet['name'], string> = {
  fitted: 'fitted studies',
  withExcluded: 'with those left out',
  asFlagged: 'the table’s own choice',
};

const allIds = ({ ids, surgeryAloneIds }: ControlSet): string[] => [...ids, ...surgeryAloneIds];

/** `study 12`, `studies 7 and 12`. */
export function studiesWords(ids: readonly string[]): string {
  const shown = ids.map((id) => cut(id, 24));
  if (shown.length === 1) return `study ${shown[0]}`;
  return `studies ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** What the second choice of studies has that the first has not, or the other way round. */
export function secondSetWords([first, second]: readonly ControlSet[]): string {
  const added = allIds(second).filter((id) => !allIds(first).includes(id));
  const removed = allIds(first).filter((id) => !allIds(second).includes(id));
  const parts = [
    ...(added.length > 0 ? [`with ${studiesWords(added)}`] : []),
    ...(removed.length > 0 ? [`without ${studiesWords(removed)}`] : []),
  ];
  return parts.join(', ');
}

/** Whether there is a distance from the fit: a fit that is certain leaves none. */
export function isMeasured(z: number | null): z is number {
  return z !== null && Number.isFinite(z);
}

/** A distance from the fit in standard errors; a dash where there is none. */
export function distanceWords(z: number | null): string {
  return isMeasured(z) ? signed(z) : '–';
}

/** How a study is marked: treated myxoid liposarcoma only, is not in the fit, or both. */
export function studyMarks({ isMyxoid, isFitted }: Pick<StudyResidual, 'isMyxoid' | 'isFitted'>): string {
  return [...(isMyxoid ? ['myxoid'] : []), ...(isFitted ? [] : ['not in the fit'])].join(', ');
}

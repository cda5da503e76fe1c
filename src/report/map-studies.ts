import type { CalibrationRecord } from '../engine/calibration-record.ts';
import type { EvidenceRow } from '../evidence/evidence-row.ts';
import { isSurgeryAlone } from '../evidence/evidence-schedule.ts';
import type { DoseSums } from '../radiobiology/linear-quadratic.ts';
import { scheduleWords } from './calibration-words.ts';
import { controlKindWords, definitionWords } from './evidence-words.ts';
import { percent } from './numbers.ts';

/** A study with one outcome, for a map of dose against outcome. */
export interface MapStudy {
  readonly id: string;
  readonly study: string;
  readonly schedule: string;
  readonly sums: DoseSums;
  readonly n: number;
  readonly rate: number;
  /** The outcome in words, with its time or definition. */
  readonly outcome: string;
  readonly use: 'fitted' | 'leftOut';
  /** Why it is in the fit or not, and what with radiotherapy was given. */
  readonly status: string;
  /** Myxoid liposarcoma only; else a crude share, or a value read off; else a rate. */
  readonly kind: 'timed' | 'crude' | 'myxoid';
}

const NO_DOSE: DoseSums = { doseGy: 0, doseSquaredGy2: 0 };

function statusOf(row: EvidenceRow, isFitted: boolean): string {
  const parts = [
    isFitted ? 'in the fit' : 'not in the fit',
    ...(row.reason === '' ? [] : [row.reason]),
    ...(row.agents === '' ? [] : [`given with ${row.agents}`]),
  ];
  return parts.join('; ');
}

const described = ({ id, study, schedule }: EvidenceRow) => ({
  id,
  study,
  schedule: scheduleWords(schedule.text),
});

/** Every study that has an outcome, by outcome; local control by all that was given, wounds by what came before surgery. */
export function mapStudies({ evidence, result }: CalibrationRecord): {
  control: MapStudy[];
  wounds: MapStudy[];
} {
  const control = result.studies.map(({ id, isFitted, isMyxoid }): MapStudy => {
    const row = evidence.rows.find((study) => study.id === id)!;
    const { rate, size, kind, atYears } = row.control!;
    const isCrude = kind === 'crude' || kind === 'readOff';
    return {
      ...described(row),
      sums: isSurgeryAlone(row.schedule) ? NO_DOSE : row.schedule.all!,
      n: size,
      rate,
      outcome: `local control ${percent(rate)} % at ${Number(atYears.toFixed(1))} years (${controlKindWords[kind]})`,
      use: isFitted ? 'fitted' : 'leftOut',
      status: statusOf(row, isFitted),
      kind: isMyxoid ? 'myxoid' : isCrude ? 'crude' : 'timed',
    };
  });
  const wounds = (result.wounds?.studies ?? []).map(({ id, isMyxoid, use }): MapStudy => {
    const row = evidence.rows.find((study) => study.id === id)!;
    const { rate, size, definition } = row.wound!;
    return {
      ...described(row),
      sums: row.schedule.preoperative!,
      n: size,
      rate,
      outcome: `wound complications ${percent(rate)} % (${definitionWords[definition]})`,
      use: use === 'strict' ? 'fitted' : 'leftOut',
      status: statusOf(row, use === 'strict'),
      kind: isMyxoid ? 'myxoid' : 'timed',
    };
  });
  return { control, wounds };
}

import type { CalibrationResult } from '../evidence/calibration-result.ts';
import type { EvidenceRow } from '../evidence/evidence-row.ts';
import { sha256 } from './sha256.ts';
import { VERSION } from './version.ts';

/** A calibration with the studies that it rests on, and what repeats it. */
export interface CalibrationRecord {
  readonly isoeffect: string;
  readonly evidence: {
    readonly sha256: string;
    /** The table as it was read. */
    readonly text: string;
    readonly rows: readonly EvidenceRow[];
  };
  /** The command line that repeats it. */
  readonly command: string;
  readonly result: CalibrationResult;
}

/** Puts a calibration beside the text of its evidence table and the command that made it. */
export async function createCalibrationRecord(
  result: CalibrationResult,
  evidence: { readonly text: string; readonly rows: readonly EvidenceRow[] },
  command: string,
): Promise<CalibrationRecord> {
  const { text, rows } = evidence;
  return { isoeffect: VERSION, evidence: { sha256: await sha256(text), text, rows }, command, result };
}

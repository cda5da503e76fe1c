import type { controlKinds, controlUses, subtypes, woundDefinitions, woundUses } from './evidence-columns.ts';
import type { EvidenceSchedule } from './evidence-schedule.ts';

/** Events among patients; a count from a printed rate is derived: round(n × rate). */
export interface EvidenceCount {
  readonly count: number;
  readonly size: number;
  readonly isDerived: boolean;
  /** As printed, or else count/size. */
  readonly rate: number;
}

/** Patients controlled by a time. */
export interface ControlEvidence extends EvidenceCount {
  readonly atYears: number;
  readonly kind: (typeof controlKinds)[number];
  readonly use: (typeof controlUses)[number];
}

/** Patients with a wound complication. */
export interface WoundEvidence extends EvidenceCount {
  readonly definition: (typeof woundDefinitions)[number];
  readonly use: (typeof woundUses)[number];
}

/** One published study: a line of an evidence table. */
export interface EvidenceRow {
  readonly id: string;
  readonly study: string;
  readonly source: string;
  readonly years: string;
  readonly schedule: EvidenceSchedule;
  readonly control?: ControlEvidence;
  readonly wound?: WoundEvidence;
  readonly subtype: (typeof subtypes)[number];
  readonly agents: string;
  readonly reason: string;
  readonly notes: string;
}

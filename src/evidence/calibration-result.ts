import type { ConstantControl } from './constant-control.ts';
import type { ControlFitModel } from './control-models/definition.ts';
import type { ControlFit } from './fit-control.ts';
import type { PosteriorSample } from './posterior-draws.ts';
import type { AlphaBetaProfile, LeftOut } from './profile-alpha-beta.ts';
import type { TrialistCost } from './trialist-cost.ts';
import type { WoundCalibration } from './wound-calibration.ts';

/** A choice of studies, and what they say of α/β. */
export interface ControlSet {
  /** `fitted`: those of the fit. `withExcluded`: those left out as well. `asFlagged`: the table's own choice. */
  readonly name: 'fitted' | 'withExcluded' | 'asFlagged';
  /** Irradiated studies. */
  readonly ids: readonly string[];
  readonly surgeryAloneIds: readonly string[];
  /** Those of them that treated myxoid liposarcoma only. */
  readonly myxoidIds: readonly string[];
  /** The fit at the reference α/β. */
  readonly reference: ControlFit;
  readonly constant: ConstantControl;
  readonly profile: AlphaBetaProfile;
  readonly leaveOneOut: readonly LeftOut[];
}

/** A study beside the fit at the reference α/β. */
export interface StudyResidual {
  readonly id: string;
  readonly study: string;
  readonly schedule: string;
  readonly isMyxoid: boolean;
  readonly isSurgeryAlone: boolean;
  readonly isFitted: boolean;
  readonly eqd2Gy: number;
  readonly count: number;
  readonly size: number;
  readonly isDerived: boolean;
  readonly kind: string;
  readonly atYears: number;
  /** Control at that time as observed, and as the fit predicts it. */
  readonly observed: number;
  readonly predicted: number;
  /** (observed − predicted)/√(p(1 − p)/n), p the prediction. */
  readonly z: number;
  /** z under the fit to the second set; null where there is one set. */
  readonly zInSecondSet: number | null;
  readonly reason: string;
}

/** Whether the studies determine α/β, and the sentences that say so. */
export interface CalibrationVerdict {
  readonly isIdentified: boolean;
  readonly sentences: readonly string[];
}

/** Two schedules that a trial would compare, by α/β. */
export interface Comparison {
  readonly schedules: readonly [string, string];
  /** The α/β in Gy at which both have the same EQD2; null where there is none. */
  readonly crossingAlphaBetaGy: number | null;
  readonly costs: readonly TrialistCost[];
}

/** Everything that calibration finds: a pure function of the evidence and the options. */
export interface CalibrationResult {
  readonly evidence: string;
  readonly model: ControlFitModel['name'];
  readonly seed: string;
  readonly referenceAlphaBetaGy: number;
  readonly sets: readonly ControlSet[];
  readonly studies: readonly StudyResidual[];
  readonly comparison: Comparison;
  /** Null where no study counted wounds. */
  readonly wounds: WoundCalibration | null;
  /** One of local control; one of wounds where they give a slope. */
  readonly posteriors: readonly PosteriorSample[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
  readonly verdict: CalibrationVerdict;
}

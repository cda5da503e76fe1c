import type { Trial } from '../scenario/trial.ts';

/** How arms leave trials at looks, by replicate and claim, the claims being of one arm each. */
export interface ArmLookColumns {
  /** Position of the look at which the arm left, counted from 1; the last one is the end. */
  readonly leftAt: Uint8Array;
  /** Position of the verdict there among `verdicts`, counted from 1; 0 where the arm ended without being shown. */
  readonly verdict: Uint8Array;
  /** Analysed events and patients of the control at that look. */
  readonly controlEvents: Uint32Array;
  readonly controlSizes: Uint32Array;
  /** Patients enrolled, by replicate and arm of the trial. */
  readonly enrolled: Uint32Array;
}

/** Empty columns for so many replicates. */
export function createArmLookColumns({ arms, design }: Trial, rows: number): ArmLookColumns {
  const cells = rows * design.claims.length;
  return {
    leftAt: new Uint8Array(cells),
    verdict: new Uint8Array(cells),
    controlEvents: new Uint32Array(cells),
    controlSizes: new Uint32Array(cells),
    enrolled: new Uint32Array(rows * arms.length),
  };
}

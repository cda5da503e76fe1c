import { acceptabilityCurve } from './acceptability-curve.ts';
import { accrualAndLooks } from './accrual-and-looks.ts';
import { alphaBetaLaw } from './alpha-beta-law.ts';
import { burdenByArm } from './burden-by-arm.ts';
import { cohortControl } from './cohort-control.ts';
import { controlAgainstWounds } from './control-against-wounds.ts';
import { costEffectivenessPlane } from './cost-effectiveness-plane.ts';
import { cumulativeIncidence } from './cumulative-incidence.ts';
import type { ChartDefinition } from './definition.ts';
import { doseResponse } from './dose-response.ts';
import { eqd2ByAlphaBeta } from './eqd2-by-alpha-beta.ts';
import { estimateAfterStopping } from './estimate-after-stopping.ts';
import { estimatedDifference } from './estimated-difference.ts';
import { estimatedEffect } from './estimated-effect.ts';
import { isoeffectMap } from './isoeffect-map.ts';
import { monteCarloConvergence } from './monte-carlo-convergence.ts';
import { powerByAlphaBeta } from './power-by-alpha-beta.ts';
import { powerByArm } from './power-by-arm.ts';
import { powerOverWorlds } from './power-over-worlds.ts';
import { stoppingBoundaries } from './stopping-boundaries.ts';
import { stoppingByLook } from './stopping-by-look.ts';

/** Every chart by the name of its specification, in the order of the report. */
export const charts: Record<string, ChartDefinition> = {
  'eqd2-by-alpha-beta': eqd2ByAlphaBeta,
  'isoeffect-map': isoeffectMap,
  'alpha-beta-law': alphaBetaLaw,
  'dose-response': doseResponse,
  'cohort-control': cohortControl,
  'control-against-wounds': controlAgainstWounds,
  'cumulative-incidence': cumulativeIncidence,
  'estimated-difference': estimatedDifference,
  'estimated-effect': estimatedEffect,
  'power-by-arm': powerByArm,
  'accrual-and-looks': accrualAndLooks,
  'stopping-boundaries': stoppingBoundaries,
  'stopping-by-look': stoppingByLook,
  'estimate-after-stopping': estimateAfterStopping,
  'power-by-alpha-beta': powerByAlphaBeta,
  'power-over-worlds': powerOverWorlds,
  'burden-by-arm': burdenByArm,
  'cost-effectiveness-plane': costEffectivenessPlane,
  'acceptability-curve': acceptabilityCurve,
  'monte-carlo-convergence': monteCarloConvergence,
};

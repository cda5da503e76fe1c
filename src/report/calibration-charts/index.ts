import { alphaBetaProfile } from './alpha-beta-profile.ts';
import { controlByDose } from './control-by-dose.ts';
import { controlByStudy } from './control-by-study.ts';
import { costByAlphaBeta } from './cost-by-alpha-beta.ts';
import type { CalibrationChart } from './definition.ts';
import { evidenceMap } from './evidence-map.ts';
import { leftOutStudies } from './left-out-studies.ts';
import { studyResiduals } from './study-residuals.ts';
import { woundsByDose } from './wounds-by-dose.ts';

/** Every chart of a calibration by the name of its specification, in the order of the report. */
export const calibrationCharts: Record<string, CalibrationChart> = {
  'alpha-beta-profile': alphaBetaProfile,
  'left-out-studies': leftOutStudies,
  'cost-by-alpha-beta': costByAlphaBeta,
  'evidence-map': evidenceMap,
  'control-by-dose': controlByDose,
  'control-by-study': controlByStudy,
  'study-residuals': studyResiduals,
  'wounds-by-dose': woundsByDose,
};

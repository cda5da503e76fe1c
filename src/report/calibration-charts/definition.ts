import type { CalibrationRecord } from '../../engine/calibration-record.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of a calibration. */
export type CalibrationChart = ChartDefinition<CalibrationRecord>;

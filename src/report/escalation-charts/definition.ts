import type { EscalationResult } from '../../engine/escalation-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of a run of dose escalation. */
export type EscalationChart = ChartDefinition<EscalationResult>;

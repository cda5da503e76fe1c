import type { PlanResult } from '../engine/escalation-result.ts';
import { monthsWords } from './escalation-words.ts';

/** The panel of a plan in a chart with a panel for each window, and its place. */
export const windowPanel = ({
  windowMonths,
}: PlanResult): { readonly panel: string; readonly order: number } => ({
  panel: `toxicities within ${monthsWords(windowMonths)} count`,
  order: windowMonths,
});

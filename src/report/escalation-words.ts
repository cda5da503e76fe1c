import type { EscalationResult, EscalationTruthResult, PlanResult } from '../engine/escalation-result.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { doseFinding } from '../trial/dose-finding/index.ts';
import { percentWords } from '../trial/percent-words.ts';

/** `3 months`, `1 month`. */
export const monthsWords = (months: number): string =>
  `${Number(months.toPrecision(4))} ${months === 1 ? 'month' : 'months'}`;

/** `2 patients a month come`. */
export const paceWords = (perMonth: number): string =>
  perMonth === 1 ? '1 patient a month comes' : `${perMonth} patients a month come`;

/** `wound complications or fracture`: what counts as toxicity. */
export const toxicityWords = ({ escalation }: EscalationResult): string =>
  escalation.toxicity.map((name) => endpoints[name].label).join(', or ');

/** What a method is called: by its own name, or as the scenario calls it. */
export function methodWords({ name, method }: Pick<PlanResult, 'name' | 'method'>): string {
  const SHORT = { threePlusThree: '3+3', boin: 'BOIN', crm: 'CRM', titeCrm: 'TITE-CRM' } as const;
  return name === method ? SHORT[method] : name;
}

/** `BOIN, 6 months`: a plan in a table. */
export const planLabel = (plan: PlanResult): string =>
  `${methodWords(plan)}, ${monthsWords(plan.windowMonths)}`;

/** A plan in running text. */
export const planWords = (plan: PlanResult): string =>
  `${plan.name === plan.method ? '' : `${plan.name}: `}${doseFinding[plan.method].label}, toxicities within ${monthsWords(plan.windowMonths)}`;

/** What a ladder is to find. */
export const laddersAim = (result: EscalationResult): string =>
  `the highest of ${result.arms.length} levels whose rate of ${toxicityWords(result)} by ${monthsWords(result.escalation.horizonMonths)} is at most ${percentWords(result.escalation.acceptableRate)}`;

/** The windows of a result, in the order of its plans. */
export const windowsOf = ({ plans }: EscalationTruthResult): number[] => [
  ...new Set(plans.map(({ windowMonths }) => windowMonths)),
];

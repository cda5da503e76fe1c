import type { ArmSummary, RunResult } from '../engine/result.ts';
import { meanDoseSums } from '../engine/summarise-arms.ts';
import type { DoseSums } from '../radiobiology/linear-quadratic.ts';
import { plannedArms } from '../scenario/planned-arms.ts';

/** The part an arm plays, which decides its colour and shape in every chart. */
export type Role = 'control' | 'experimental';

/** An arm as charts and sentences name it. */
export interface ChartArm {
  readonly name: string;
  readonly role: Role;
  /** Its schedule where that tells the arms apart, else its name. */
  readonly label: string;
  readonly summary: ArmSummary;
}

/** The arms of a result: the first of several is the control. */
export function chartArms({ arms }: RunResult): ChartArm[] {
  const schedules = new Set(arms.map(({ schedule }) => schedule));
  const areTold = schedules.size === arms.length && !schedules.has(null);
  return arms.map((summary, i) => ({
    name: summary.name,
    role: i === 0 && arms.length > 1 ? 'control' : 'experimental',
    label: areTold ? summary.schedule! : summary.name,
    summary,
  }));
}

/** Parameters by which a legend names the arms: the roles there are, and what each is called. */
export function legendParams(arms: readonly ChartArm[]): Record<string, string | readonly string[]> {
  const called = (role: Role): string => {
    const arm = arms.find((a) => a.role === role);
    if (!arm) return '';
    return arm.label === arm.name ? arm.name : `${arm.label} (${arm.name})`;
  };
  return {
    roles: arms.map(({ role }) => role),
    controlName: called('control'),
    experimentalName: called('experimental'),
  };
}

/** Arms that a chart by arm has colours for. */
export const MOST_DRAWN = 6;

/** What tells arms apart in a chart that draws more than two: their role, then their number. */
export const armKeys = (arms: readonly ChartArm[]): string[] =>
  arms.map(({ role }, i) => (i < 2 ? role : `arm ${i + 1}`));

/** Parameters by which a legend names more than two arms: their keys, and what each is called. */
export function armParams(arms: readonly ChartArm[]): Record<string, readonly string[]> {
  const names = arms.map(({ label, name }) => (label === name ? name : `${label} (${name})`));
  return { roles: armKeys(arms), names };
}

/** Dose sums of an arm, of several schedules the weighted mean; undefined where it states no schedule. */
export function sumsOf({ scenario }: RunResult, arm: string): DoseSums | undefined {
  const planned = plannedArms(scenario.resolved).find(({ name }) => name === arm);
  return planned && meanDoseSums(planned);
}

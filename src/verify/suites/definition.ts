import type { CaseDefinition } from '../case-definition.ts';

/** Reads what comes with the package, by name. */
export interface ShippedFiles {
  /** Text of a scenario. */
  scenario(name: string): string;
  /** Text of an effects file. */
  effects(name: string): string;
}

/** One entry of the registry of suites. */
export interface SuiteDefinition {
  readonly summary: string;
  /** The cases, none of them computed yet. */
  cases(files: ShippedFiles): readonly CaseDefinition[];
}

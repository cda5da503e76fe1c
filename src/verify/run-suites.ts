import type { ShippedFiles, SuiteDefinition } from './suites/definition.ts';
import { type VerifiedCase, verifyCase } from './verify-case.ts';

/** Computes the cases of suites one after another, each when it is asked for. */
export function* runSuites(
  suites: Readonly<Record<string, SuiteDefinition>>,
  files: ShippedFiles,
): Generator<VerifiedCase, void> {
  for (const [name, suite] of Object.entries(suites)) {
    for (const definition of suite.cases(files)) yield verifyCase(definition, name);
  }
}

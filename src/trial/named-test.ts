import { type TestName, tests } from './tests/index.ts';
import { type TimeTestName, timeTests } from './time-tests/index.ts';

/** What a test is called, does, and comes from. */
export interface NamedTest {
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  readonly equations: readonly string[];
  readonly equationsAtLooks?: readonly string[];
}

/** The test of a name, of counts or of times. */
export const namedTest = (name: TestName | TimeTestName): NamedTest =>
  name in timeTests ? timeTests[name as TimeTestName] : tests[name as TestName];

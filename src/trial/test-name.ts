import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { type TestName, tests } from './tests/index.ts';

const named = (fits: (test: (typeof tests)[TestName]) => boolean): [TestName] =>
  Object.entries(tests)
    .filter(([, test]) => fits(test))
    .map(([name]) => name) as [TestName];

/** Names of the tests for so many arms, as a schema. */
export function testName(arms: 1 | 2) {
  const fitting = named((test) => test.arms === arms);
  return z
    .enum(fitting, { error: (issue) => unknownWord('test', issue.input, fitting) })
    .describe('name of the test');
}

/** Names of the two-arm tests that can be asked about a margin, as a schema; another test is answered with those that can. */
export function marginTestName() {
  const fitting = named((test) => test.arms === 2 && test.takesMargin);
  const others = named((test) => test.arms === 2 && !test.takesMargin) as readonly string[];
  return z
    .enum(fitting, {
      error: (issue) =>
        others.includes(issue.input as string)
          ? `${issue.input} takes no margin (those that do: ${fitting.join(', ')})`
          : unknownWord('test', issue.input, fitting),
    })
    .describe('name of the test');
}

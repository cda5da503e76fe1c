import { describe, expect, it } from 'vitest';
import { timeProblems } from '../../src/trial/time-problems.ts';

const found = (design: object): string[] =>
  timeProblems({ analysisSet: 'perProtocol', ...design }).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
const observed = { accrual: {}, followUp: {} };
const idle = (key: string): string => `${key}: ${key} does nothing: no claim is on times of failure`;
const missing = (key: string): string =>
  `: missing ${key}: times of failure are seen between enrolment and analysis`;
const asFailures =
  'analysisSet: times know no failure of an unevaluable patient (needs perProtocol, or lostToFollowUp)';
const together = 'groupSequential: groupSequential and interim are not for the same trial';
const single = 'groupSequential: groupSequential needs a single claim';

describe('claims on times, and how patients come and are followed', () => {
  it.each([
    [{ superiority: {} }, []],
    [{ superiority: {}, accrual: {} }, []],
    [{ superiority: {}, followUp: {} }, [idle('followUp')]],
    [{ superiority: {}, followUp: {}, lostToFollowUp: {} }, [idle('followUp'), idle('lostToFollowUp')]],
    [{ superiority: {}, analysisSet: 'intentionToTreat' }, []],
    [{ timeSuperiority: {}, ...observed }, []],
    [{ timeNonInferiority: {}, ...observed, lostToFollowUp: {} }, []],
    [{ timeSuperiority: {} }, [missing('accrual'), missing('followUp')]],
    [{ timeSuperiority: {}, accrual: {} }, [missing('followUp')]],
    [{ timeSuperiority: {}, followUp: {} }, [missing('accrual')]],
    [{ timeSuperiority: {}, ...observed, analysisSet: 'intentionToTreat' }, [asFailures]],
    [
      { coPrimary: [{ superiority: {} }, { timeSuperiority: {} }] },
      [missing('accrual'), missing('followUp')],
    ],
    [{ hierarchical: [{ timeSuperiority: {} }], ...observed }, []],
    [{ coPrimary: [{ superiority: {} }], followUp: {} }, [idle('followUp')]],
    [{ superiority: {}, groupSequential: {} }, []],
    [{ superiority: {}, groupSequential: {}, interim: [] }, [together]],
    [{ coPrimary: [{ superiority: {} }], groupSequential: {} }, [single]],
    [{ hierarchical: [{ timeSuperiority: {} }], ...observed, groupSequential: {} }, [single]],
    [{ timeSuperiority: {}, ...observed, groupSequential: {}, interim: [] }, [together]],
    [{ superiority: {}, interim: [] }, []],
  ])('%j: %j', (design, expected) => {
    expect(found(design)).toEqual(expected);
  });
});

import { recordedCases } from '../recorded-cases.ts';
import events from '../values/event-values.json' with { type: 'json' };
import sequential from '../values/sequential-values.json' with { type: 'json' };
import thresholds from '../values/threshold-values.json' with { type: 'json' };
import times from '../values/time-values.json' with { type: 'json' };
import values from '../values/trial-values.json' with { type: 'json' };
import type { SuiteDefinition } from './definition.ts';

export const trialValues: SuiteDefinition = {
  summary:
    'Designs, looks, thresholds, tests, intervals, times of failure, events, monitoring and the generator against values of R and its packages.',
  cases: () => [values, times, events, sequential, thresholds].flatMap((file) => recordedCases(file)),
};

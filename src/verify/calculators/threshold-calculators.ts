import { successRates } from '../../trial/single-arm/success-rates.ts';
import type { TwoArmTest } from '../../trial/tests/definition.ts';
import { tests } from '../../trial/tests/index.ts';
import { stopCertainty, successCertainty } from '../../trial/threshold/certainty-threshold.ts';
import { twoArmThreshold } from '../../trial/threshold/two-arm-threshold.ts';
import type { TrialCalculators } from './trial-inputs.ts';

/** What holds a type I error, by the method that a recorded value names; rates are of success. */
export const thresholdCalculators: TrialCalculators = {
  'level that holds a type I error': ({ test, target, ...plan }) => {
    const { nominal, held } = twoArmThreshold(tests[test] as TwoArmTest, plan, target);
    return {
      nominalTypeIError: nominal.typeIError,
      nominalWorst: nominal.worst.typeIError,
      nominalPower: nominal.power,
      alpha: held.alpha,
      worst: held.worst.typeIError,
      power: held.power,
    };
  },
  'posterior certainty that holds a type I error': (inputs) => {
    const { prior, target, alternativeRate, size, typeIError } = inputs;
    const [a, b] = prior;
    const rates = successRates(target, alternativeRate);
    const { certainty, design } = successCertainty({ a, b }, target, rates, size, typeIError);
    return { certainty, eventsAtLeast: design.cutOff, typeIError: design.typeIError, power: design.power };
  },
  'certainty of a stop for harm': ({
    prior: [a, b],
    limitRate,
    alternativeRate,
    size,
    looks,
    typeIError,
  }) => {
    const endpoint = { endpoint: 'woundComplication', withinDays: 120 };
    const plan = {
      prior: { a, b },
      limitRate,
      worseRate: alternativeRate,
      size,
      looks: [...looks],
      endpoint,
    };
    const { certainty, atLimit, atWorse } = stopCertainty(plan, typeIError);
    return { certainty, stopAtLimit: atLimit.stopProbability, stopAtWorse: atWorse.stopProbability };
  },
};

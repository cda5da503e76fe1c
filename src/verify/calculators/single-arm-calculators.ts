import { betaHighestDensity } from '../../numeric/beta-highest-density.ts';
import { binomialCdf } from '../../numeric/binomial-law.ts';
import { predictiveProbability } from '../../trial/beta-posterior.ts';
import { intervals } from '../../trial/intervals/index.ts';
import { toxicityStop } from '../../trial/rules/toxicity-stop.ts';
import { aHernSizes } from '../../trial/single-arm/a-hern-sizes.ts';
import { oneStageAssurance } from '../../trial/single-arm/assurance.ts';
import { posteriorRule } from '../../trial/single-arm/beta-rule.ts';
import { flemingSize } from '../../trial/single-arm/fleming.ts';
import { cutOffOf, oneStageDesign } from '../../trial/single-arm/one-stage.ts';
import { lookBounds, sequentialDesign } from '../../trial/single-arm/sequential-design.ts';
import { simonFrontier } from '../../trial/single-arm/simon-frontier.ts';
import { successRates } from '../../trial/single-arm/success-rates.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

/** Patients up to which designs are searched. */
const MOST_PATIENTS = 200;

const ratesOf = ({ nullRate, alternativeRate }: TrialInputs) => successRates(nullRate, alternativeRate);
const priorOf = ({ prior: [a, b] }: TrialInputs) => ({ a, b });

function simon(inputs: TrialInputs, kind: 'optimal' | 'minimax'): Figures {
  const { designs } = simonFrontier(ratesOf(inputs), inputs.oneSidedAlpha, inputs.power, MOST_PATIENTS);
  const { firstSize, firstAtMost, size, atMost, expectedSize, stopProbability, typeIError, power } =
    kind === 'minimax' ? designs[0] : designs[designs.length - 1];
  return {
    stageOneSize: firstSize,
    stageOneSuccessesAtMost: firstAtMost,
    size,
    successesAtMost: atMost,
    expectedSizeUnderNull: expectedSize,
    stopProbabilityUnderNull: stopProbability,
    typeIError,
    power,
  };
}

function stopping(inputs: TrialInputs): Figures {
  const { rate, limitRate, certainty, looks } = inputs;
  const size = looks[looks.length - 1];
  const rule = toxicityStop.create(
    toxicityStop.parameters.parse({
      endpoint: 'woundComplication',
      withinDays: 120,
      prior: priorOf(inputs),
      limitRate,
      certainty,
      looks,
    }),
    size,
  );
  const { stopProbability, expectedSize } = sequentialDesign(rule, size, rate, () => false);
  const bounds = lookBounds(rule).map(({ patients, stopsAtLeast }) => [`stopAt${patients}`, stopsAtLeast!]);
  return { ...Object.fromEntries(bounds), stopProbability, expectedSize };
}

function predictive(inputs: TrialInputs): Figures {
  const { successes, size, maximumSize, target, certainty } = inputs;
  const succeeds = posteriorRule(priorOf(inputs), target, certainty, true);
  return {
    predictiveProbability: predictiveProbability(priorOf(inputs), successes, size, maximumSize, (count) =>
      succeeds(count, maximumSize),
    ),
    successesNeeded: cutOffOf(succeeds, maximumSize),
  };
}

function highestDensity(inputs: TrialInputs): Figures {
  const { events, size, level } = inputs;
  const { a, b } = priorOf(inputs);
  const [low, high] = betaHighestDensity(a + events, b + size - events, level);
  return { mean: (a + events) / (a + b + size), low, high };
}

/** Single arms. */
export const singleArmCalculators: TrialCalculators = {
  'Simon two-stage, optimal': (inputs) => simon(inputs, 'optimal'),
  'Simon two-stage, minimax': (inputs) => simon(inputs, 'minimax'),
  "A'Hern one-stage": (inputs) => {
    const { smallest } = aHernSizes(ratesOf(inputs), inputs.oneSidedAlpha, inputs.power, MOST_PATIENTS);
    const { size, cutOff, typeIError, power } = smallest;
    return { size, successesAtLeast: cutOff, typeIError, power };
  },
  'Fleming one-stage': (inputs) => {
    const sizeUnrounded = flemingSize(ratesOf(inputs), inputs.oneSidedAlpha, inputs.power);
    return { sizeUnrounded, size: Math.ceil(sizeUnrounded) };
  },
  'one-stage rule of few events': (inputs) => {
    const { size, eventsAtMost } = inputs;
    const { typeIError, power } = oneStageDesign(size, size - eventsAtMost, ratesOf(inputs));
    return { typeIError, power };
  },
  'binomial lower tail': ({ events, size, rate }) => ({ probability: binomialCdf(events, size, rate) }),
  'interval of a proportion': ({ events, size, level }) =>
    Object.fromEntries(
      Object.entries(intervals).flatMap(([name, { interval }]) => {
        const [low, high] = interval(events, size, level);
        return [
          [`${name}Low`, low],
          [`${name}High`, high],
        ];
      }),
    ),
  'predictive probability': predictive,
  'Bayesian stopping for toxicity': stopping,
  'highest-density interval of a beta posterior': highestDensity,
  'assurance of a one-stage design': (inputs) => {
    const { size, successesAtLeast, nullRate } = inputs;
    const design = oneStageDesign(size, successesAtLeast, ratesOf(inputs));
    return { assurance: oneStageAssurance(design, priorOf(inputs), nullRate, true).assurance };
  },
};

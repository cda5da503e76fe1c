import { groupSequential } from '../../trial/calculators/group-sequential.ts';
import { boundsAt } from '../../trial/group-sequential/bounds-at.ts';
import { conditionalPower } from '../../trial/group-sequential/conditional-power.ts';
import { crossingProbabilities } from '../../trial/group-sequential/crossing-probabilities.ts';
import { estimateAfterStopping } from '../../trial/group-sequential/estimate-after-stopping.ts';
import {
  efficacyOf,
  type FlatPlan,
  fractionsOf,
  futilityOf,
} from '../../trial/group-sequential/plan-fields.ts';
import { type SequentialPlan, sequentialPlan } from '../../trial/group-sequential/sequential-plan.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

const byLook = (name: string, values: readonly number[]): Figures =>
  Object.fromEntries(values.map((value, look) => [`${name}${look + 1}`, value]));

function planOf({ plan }: TrialInputs): SequentialPlan {
  const flat = groupSequential.parameters.parse(plan) as FlatPlan;
  return sequentialPlan({
    fractions: fractionsOf(flat),
    oneSidedAlpha: flat.oneSidedAlpha,
    efficacy: efficacyOf(flat),
    futility: futilityOf(flat),
    isBinding: flat.binding,
    power: flat.power,
  });
}

/** Bounds of a plan as probabilities take them. */
const boundsOf = ({ spec, efficacy, futility }: SequentialPlan) => ({
  information: spec.fractions,
  upper: efficacy,
  lower: futility ?? efficacy.map(() => -Infinity),
});

/** Looks in sequence. */
export const sequentialCalculators: TrialCalculators = {
  'group-sequential plan': (inputs) => {
    const plan = planOf(inputs);
    const { null: atNull, between, planned } = plan.expectedInformation;
    const { stops } = plan;
    return {
      ...byLook('efficacy', plan.efficacy),
      ...byLook('futility', plan.futility ?? []),
      ...byLook('alphaSpent', plan.alphaSpent),
      ...byLook('efficacyAtNull', stops.null.upper),
      ...byLook('futilityAtNull', stops.null.lower),
      ...byLook('efficacyAtPlanned', stops.planned.upper),
      ...byLook('futilityAtPlanned', stops.planned.lower),
      inflation: plan.inflation,
      expectedInformationNull: atNull,
      expectedInformationBetween: between,
      expectedInformationPlanned: planned,
    };
  },
  'stopping probabilities of bounds': ({ information, upper, lower, drift }) => {
    const found = crossingProbabilities(
      {
        information,
        upper: upper.map((bound) => bound ?? Infinity),
        lower: lower.map((bound) => bound ?? -Infinity),
      },
      drift,
    );
    return { ...byLook('upper', found.upper), ...byLook('lower', found.lower) };
  },
  'bounds at observed information': (inputs) =>
    byLook('efficacy', boundsAt(planOf(inputs), inputs.observed).upper),
  'estimate after stopping': (inputs) => {
    const { medianUnbiased, low, high, pValue } = estimateAfterStopping(boundsOf(planOf(inputs)), {
      look: inputs.look - 1,
      z: inputs.z,
    });
    return { medianUnbiased, low, high, pValue };
  },
  'conditional power': ({ z, fraction, finalZ, designDrift: drift }) => {
    const under = (trend: 'trend' | 'design' | 'null') =>
      conditionalPower(z, fraction, { finalZ, drift }, trend);
    return { trend: under('trend'), design: under('design'), null: under('null') };
  },
};

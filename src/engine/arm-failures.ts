import type { Estimate } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import type { AimTruthResult, ArmFailures } from './aim-result.ts';
import { armDoses } from './estimate-rows.ts';
import type { ExpectedEstimation } from './expected-estimation.ts';

/** Expected failures by arm, and how many of them are due to its not being the control. */
export function armFailures(
  trial: Trial,
  arms: AimTruthResult['arms'],
  { patients, failures }: ExpectedEstimation,
): ArmFailures[] {
  const { endpoint } = trial.design.aim!;
  const doses = armDoses(trial);
  const bad = arms.map(({ endpoints }): Estimate => {
    const rate = endpoints[endpoint.name]!.rate;
    if (!endpoint.eventIsGood) return rate;
    return {
      estimate: 1 - rate.estimate,
      mcse: rate.mcse,
      ...(rate.exact !== undefined && { exact: 1 - rate.exact }),
    };
  });
  return arms.map(({ name }, i): ArmFailures => {
    const size = trial.design.sizes[i];
    const [own, control] = [bad[i], bad[0]];
    const isExact = own.exact !== undefined && control.exact !== undefined;
    return {
      name,
      ...doses[i],
      failures: {
        estimate: size * own.estimate,
        mcse: size * own.mcse,
        ...(isExact && { exact: size * own.exact! }),
      },
      aboveControl: {
        estimate: size * (own.estimate - control.estimate),
        mcse: i === 0 ? 0 : size * Math.hypot(own.mcse, control.mcse),
        ...(isExact && { exact: size * (own.exact! - control.exact!) }),
      },
      analysedFailures: failures[i],
      analysedPatients: patients[i],
    };
  });
}

import { readScenario } from '../../src/scenario/read-scenario.ts';
import { runTasksHere } from '../../src/study/run-tasks.ts';
import type { Found, SizeResult } from '../../src/study/size/size-result.ts';
import { sizeStudy } from '../../src/study/size/size-study.ts';

/** The answer about a small scenario, found in this thread, as it comes back from `size.json`. */
export async function makeSizeResult(yaml: string): Promise<SizeResult> {
  const { scenario, warnings } = readScenario(yaml, 'test.yaml', []);
  const question = {
    power: 0.8,
    overWorlds: { name: 'successAndTrue', value: 0.8 },
    followUp: { accrualYears: 4 },
    held: {},
  } as const;
  return JSON.parse(JSON.stringify(await sizeStudy(scenario, question, runTasksHere, warnings)));
}

/** The same answer as if nothing in it could be enumerated: sizes by simulation, with an interval. */
export function withoutExact(result: SizeResult): SizeResult {
  const simulated = (found: Found): Found =>
    found.kind !== 'exact'
      ? found
      : {
          kind: 'simulated',
          estimate: found.smallest,
          interval: [found.smallest - 2, found.smallest + 3],
          confidence: 0.95,
          recommended: found.smallest + 3,
          reached: { estimate: 0.807, mcse: 0.004 },
        };
  return JSON.parse(JSON.stringify(result), (key, value) => {
    if (key === 'exact') return undefined;
    return key === 'found' || key === 'foundOverWorlds' ? simulated(value) : value;
  }) as SizeResult;
}

/** Two arms, one claim, truths that need few, many and no patients, an equal dose, worlds. */
export const SIZED_TWO_ARMS = `
isoeffect: 1
title: 5 × 6 Gy against 25 × 2 Gy
question: How many patients?
seed: size
arms:
  control: { schedule: 25 x 2 Gy }
  experimental: { schedule: 5 x 6 Gy }
truth:
  cohort: { heterogeneity: { alphaBetaGy: 4 } }
  localControl: { model: logistic, gamma50: 1.5, anchor: { schedule: 25 x 2 Gy, rate: 0.9, atYears: 3 } }
uncertainty:
  truth.cohort.heterogeneity.alphaBetaGy: { logNormal: { median: 4, sigma: 0.4 } }
truths:
  alphaBeta3: { truth.cohort.heterogeneity.alphaBetaGy: 3 }
  alphaBeta20: { truth.cohort.heterogeneity.alphaBetaGy: 20 }
design:
  perArm: 16
  nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.25, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 200, worlds: 40 }
`;

/** One arm, no schedule, no worlds, one truth. */
export const SIZED_ONE_ARM = `
isoeffect: 1
title: One arm
seed: size
arms:
  boost: {}
truth:
  woundComplication: { model: statedRates, boost: 0.3 }
design:
  perArm: 60
  singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.45, oneSidedAlpha: 0.05, test: exactBinomial }
simulation: { replicates: 200 }
`;

/** Two claims, of which one is false under the second truth; nothing uncertain. */
export const SIZED_TWO_CLAIMS = `
isoeffect: 1
title: Two claims
seed: size
arms: { control: {}, experimental: {} }
truth:
  localControl: { model: statedRates, control: 0.9, experimental: 0.9 }
  woundComplication: { model: statedRates, control: 0.35, experimental: 0.25 }
truths:
  atTheMargin: { truth.localControl: { model: statedRates, control: 0.9, experimental: 0.7 } }
design:
  perArm: 30
  coPrimary:
    - nonInferiority: { endpoint: localControl, atYears: 2, margin: 0.2, oneSidedAlpha: 0.05, test: wald }
    - nonInferiority: { endpoint: woundComplication, withinDays: 120, margin: 0.2, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 200 }
`;

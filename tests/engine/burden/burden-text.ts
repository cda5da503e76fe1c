/** A scenario with a burden at stated rates, which is checked by hand. */
export const BURDEN = `isoeffect: 1
title: burden
seed: burden
arms:
  control: { schedule: 25 x 2 Gy }
  experimental: { schedule: 5 x 6 Gy }
truth:
  localControl: { model: statedRates, control: 0.93, experimental: 0.9 }
  woundComplication: { model: statedRates, control: 0.35, experimental: 0.3 }
burden:
  currency: EUR
  machineMinutesPerFraction: 12
  costPerMachineMinute: 2
  planning: { visits: 1, cost: 1800 }
  costPerFraction: 240
  travel: { oneWayKm: 20, hoursPerReturnTrip: 1.5, costPerKm: 0.3 }
  costPerEvent: { woundComplication: 12000, localControl: 25000 }
  qualityOfLife: { withoutEvents: 0.8, lossPerEvent: { localControl: 0.15, woundComplication: 0.1 } }
  byArm: { experimental: { machineMinutesPerFraction: 20, planning: { cost: 2500 } } }
  willingnessToPay: [0, 100000, 300000]
design:
  perArm: 100
  nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 20 }
`;

/** Changes that draw worlds of it: rates and prices that nobody knows. */
export const BURDEN_WORLDS = {
  uncertainty: {
    'truth.localControl.experimental': { normal: { mean: 0.92, sd: 0.02 }, within: [0, 1] },
    'burden.costPerFraction': { logNormal: { median: 240, sigma: 0.5 } },
  },
  'simulation.worlds': 60,
};

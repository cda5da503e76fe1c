import type { CrossProblem } from '../scenario/cross-problem.ts';
import { isIdentifiable } from '../trial/alpha-beta/dose-coefficients.ts';
import { expectedSign } from '../trial/alpha-beta/wrong-sign.ts';
import { contrastRows, EQD2_ROW } from './effect-contrasts.ts';
import { effectRate } from './effect-rate.ts';
import { eventVariance, intervalVariance, logRatioVariance, sharedVariance } from './effect-variance.ts';
import type { EffectArm, Effects } from './effects-schema.ts';

type Counts = Effects['control'] | EffectArm;

/** Every problem between parts of an effects file that are right by themselves. */
export function checkEffects(effects: Effects): CrossProblem[] {
  const problems = [
    ...checkCounts(effects),
    ...checkSchedules(effects),
    ...(effects.measure === 'rate' ? checkRates(effects) : checkRatios(effects)),
  ];
  return problems.length > 0 ? problems : [...checkIdentifiability(effects), ...checkShared(effects)];
}

/** Control and arms with the keys at which they stand. */
const places = ({ control, arms }: Effects): [keys: PropertyKey[], arm: Counts][] => [
  [['control'], control],
  ...arms.map((arm, i): [PropertyKey[], Counts] => [['arms', i], arm]),
];

function checkCounts(effects: Effects): CrossProblem[] {
  return places(effects).flatMap(([keys, { events, patients }]) =>
    events !== undefined && patients !== undefined && events >= patients
      ? [
          {
            keys: [...keys, 'events'],
            message: `invalid events: ${events} (must be below the ${patients} patients)`,
          },
        ]
      : [],
  );
}

/** Doses that differ by less are the same. */
const EQUAL = 1e-9;

function checkSchedules(effects: Effects): CrossProblem[] {
  const rows: [number, number][] = [[0, 0], ...contrastRows(effects)];
  return rows.flatMap(([x, y], i): CrossProblem[] => {
    const same = rows.findIndex(([x2, y2]) => Math.abs(x - x2) < EQUAL && Math.abs(y - y2) < EQUAL);
    if (same === i) return [];
    const other = same === 0 ? 'the control' : `arm ${same}`;
    return [{ keys: ['arms', i - 1, 'schedule'], message: `the same doses as ${other}` }];
  });
}

/** Keys that an arm states and that its measure does not use. */
function idle(keys: PropertyKey[], arm: Counts, names: readonly string[], measure: string): CrossProblem[] {
  return names
    .filter((name) => (arm as Record<string, unknown>)[name] !== undefined)
    .map((name) => ({ keys: [...keys, name], message: `${name} does nothing with measure: ${measure}` }));
}

function checkRates(effects: Effects): CrossProblem[] {
  const { arms, externalSlope, event, controlVariance } = effects;
  const problems: CrossProblem[] = places(effects).flatMap(([keys, arm]) => [
    ...idle(keys, arm, ['ratio', 'interval'], 'rate'),
    ...checkRate(keys, arm),
  ]);
  if (arms.length > 1)
    problems.push({ keys: ['arms'], message: `measure: rate takes one arm; there are ${arms.length}` });
  if (controlVariance !== undefined)
    problems.push({ keys: ['controlVariance'], message: 'controlVariance does nothing with measure: rate' });
  if (!externalSlope) {
    return [
      ...problems,
      { keys: [], message: 'missing externalSlope: two rates alone do not determine α/β' },
    ];
  }
  const sign = expectedSign(event);
  if (sign * externalSlope.perGyEqd2 <= 0) {
    const must = sign > 0 ? '> 0: more dose, more harm' : '< 0: more dose, less failure';
    const message = `invalid perGyEqd2: ${externalSlope.perGyEqd2} (must be ${must})`;
    problems.push({ keys: ['externalSlope', 'perGyEqd2'], message });
  }
  return problems;
}

function checkRate(keys: PropertyKey[], arm: Counts): CrossProblem[] {
  if (arm.rate !== undefined && arm.events !== undefined)
    return [{ keys: [...keys, 'events'], message: 'events do nothing beside a rate: give one of them' }];
  const known = effectRate(arm);
  if (!known)
    return [{ keys, message: 'needs events and patients, or a rate with patients or standardError' }];
  // A rate above 1 is said of its events
  return known.variance > 0 || known.rate > 1
    ? []
    : [{ keys: [...keys, 'rate'], message: `a rate of ${known.rate} needs a standardError` }];
}

function checkRatios(effects: Effects): CrossProblem[] {
  const { arms, externalSlope, measure, control } = effects;
  const problems: CrossProblem[] = places(effects).flatMap(([keys, arm]) => [
    ...idle(keys, arm, ['rate', 'standardError'], measure),
    ...(measure === 'oddsRatio' && arm.events !== undefined && arm.patients === undefined
      ? [{ keys, message: 'missing patients: the variance of an odds ratio needs them beside events' }]
      : []),
  ]);
  if (externalSlope)
    problems.push({
      keys: ['externalSlope'],
      message: `externalSlope does nothing with measure: ${measure}`,
    });
  if (arms.length < 2) {
    const message =
      'one contrast does not determine two coefficients: give two arms, or measure: rate with an externalSlope';
    problems.push({ keys: ['arms'], message });
  }
  for (const [i, arm] of arms.entries()) problems.push(...checkRatio(effects, arm, ['arms', i]));
  if (control.events === undefined && arms.some(({ events }) => events !== undefined))
    problems.push({
      keys: ['control'],
      message: 'missing events: those of the arms do nothing without them',
    });
  return problems;
}

function checkRatio(effects: Effects, arm: EffectArm, keys: PropertyKey[]): CrossProblem[] {
  const { ratio, interval, events } = arm;
  if (ratio === undefined) return [{ keys, message: 'missing ratio (must be a number > 0)' }];
  if (interval && !(interval[0] < ratio && ratio < interval[1])) {
    const message = `the interval [${interval.join(', ')}] does not hold the ratio ${ratio}`;
    return [{ keys: [...keys, 'interval'], message }];
  }
  if (interval || events !== undefined) return [];
  const counts = effects.measure === 'oddsRatio' ? 'events and patients' : 'events';
  return [{ keys, message: `missing interval (or ${counts}, as of the control)` }];
}

function checkIdentifiability(effects: Effects): CrossProblem[] {
  const { measure } = effects;
  const rows = [...contrastRows(effects), ...(measure === 'rate' ? [EQD2_ROW] : [])];
  if (isIdentifiable(rows)) return [];
  const message =
    measure === 'rate'
      ? 'not identifiable: a schedule in 2 Gy fractions says nothing of fraction size'
      : 'not identifiable: no arm separates fraction size from total dose (give two dose levels in another fraction size than the control’s)';
  return [{ keys: ['arms'], message }];
}

/** The control's part cannot exceed the variance of a whole ratio. */
function checkShared(effects: Effects): CrossProblem[] {
  const shared = sharedVariance(effects);
  if (effects.measure === 'rate' || shared === undefined) return [];
  const least = Math.min(...effects.arms.map((arm) => logRatioVariance(effects, arm)));
  if (shared < least) return [];
  const keys = effects.controlVariance === undefined ? ['control', 'events'] : ['controlVariance'];
  const message = `the control’s variance ${shared.toPrecision(3)} is not below that of every log ratio (${least.toPrecision(3)})`;
  return [{ keys, message }];
}

/** By how much two standard errors may differ through rounding alone. */
const ROUNDING = 0.1;

/** What is not wrong, but worth saying. */
export function effectWarnings(effects: Effects): string[] {
  return effects.arms.flatMap((arm, i) => {
    const name = `arm ${i + 1}`;
    const [counted, published] = [eventVariance(effects, arm), intervalVariance(arm)];
    const warnings: string[] = [];
    if (counted !== undefined && published !== undefined) {
      const apart = Math.sqrt(published / counted);
      if (Math.abs(Math.log(apart)) > ROUNDING) {
        warnings.push(
          `${name}: the interval implies ${apart.toFixed(2)} times the standard error of the event counts; the counts are used`,
        );
      }
    }
    if (arm.interval && arm.ratio !== undefined) {
      const [low, high] = arm.interval.map(Math.log);
      const offset = Math.abs(Math.log(arm.ratio) - (low + high) / 2) / ((high - low) / 2);
      if (offset > ROUNDING) {
        warnings.push(`${name}: the ratio is not in the middle of its interval on the logarithmic scale`);
      }
    }
    return warnings;
  });
}

import { describe, expect, it } from 'vitest';
import { estimateAlphaBeta } from '../../src/evidence/alpha-beta-estimate.ts';
import { readEffects } from '../../src/evidence/read-effects.ts';
import { effectsText, shippedEffects, threeArms } from '../fixtures/shipped-effects.ts';

/** A shipped text with one piece replaced; it must be there. */
function changed(name: string, before: string | RegExp, after: string): string {
  const text = effectsText(name);
  const next = text.replace(before, after);
  if (next === text) throw new Error(`${name} does not hold: ${before}`);
  return next;
}

/** The problems of a text, one a line. */
function problems(text: string): string {
  try {
    readEffects(text, 'x.yaml');
  } catch (error) {
    if (error instanceof Error && error.name === 'ScenarioError') return error.message;
    throw error;
  }
  return 'none';
}

/** Whole lines of the problems of a changed file: line, column, message. */
const CASES: [what: string, name: string, before: string | RegExp, after: string, expected: string][] = [
  ['an unknown key', 'fast', 'measure:', 'mesure:', 'unknown key: mesure (did you mean measure?)'],
  [
    'an unknown event',
    'fast',
    'event: harm',
    'event: ham',
    'x.yaml:6:8  invalid event: “ham” (must be harm or failure)',
  ],
  ['a ratio of 0', 'fast', 'ratio: 1.64', 'ratio: 0', 'x.yaml:10:34  invalid ratio: 0 (must be > 0)'],
  [
    'a negative ratio',
    'fast',
    'ratio: 1.64',
    'ratio: -1.64',
    'x.yaml:10:34  invalid ratio: -1.64 (must be > 0)',
  ],
  [
    'a ratio in percent',
    'fast',
    'ratio: 1.64',
    'ratio: 164',
    'x.yaml:10:34  164 is not a ratio (must be at most 20; for 164 % write 1.64)',
  ],
  [
    'an interval that does not hold the ratio',
    'fast',
    '[1.08, 2.49]',
    '[1.70, 2.49]',
    'x.yaml:10:50  the interval [1.7, 2.49] does not hold the ratio 1.64',
  ],
  [
    'an interval the wrong way round',
    'fast',
    '[1.08, 2.49]',
    '[2.49, 1.08]',
    'x.yaml:10:50  the interval [2.49, 1.08] does not hold the ratio 1.64',
  ],
  [
    'an interval with one end',
    'fast',
    '[1.08, 2.49]',
    '[1.08]',
    'x.yaml:10:50  interval must be [lower, upper]',
  ],
  [
    'an interval from 0',
    'fast',
    '[1.08, 2.49]',
    '[0, 2.49]',
    'x.yaml:10:51  invalid interval: 0 (must be > 0)',
  ],
  [
    'no interval',
    'fast',
    ', interval: [1.08, 2.49]',
    '',
    'missing interval (or events and patients, as of the control)',
  ],
  [
    'a level in percent',
    'chhip',
    'level: 0.95',
    'level: 95',
    '95 is not a probability (must be in [0, 1]; for 95 % write 0.95)',
  ],
  [
    'a level below a half',
    'chhip',
    'level: 0.95',
    'level: 0.05',
    'invalid level: 0.05 (must be >= 0.5, such as 0.95)',
  ],
  ['one schedule twice', 'fast', '5 x 5.7 Gy', '30 Gy/5', 'x.yaml:11:17  the same doses as arm 1'],
  ['the control again', 'fast', '5 x 5.7 Gy', '50 Gy/25', 'x.yaml:11:17  the same doses as the control'],
  [
    'doses that contradict',
    'fast',
    '5 x 6 Gy',
    '5 x 6 Gy = 32 Gy',
    '5 × 6 Gy is 30 Gy, not the stated 32 Gy',
  ],
  [
    'fewer than one event',
    'fast-forward-relapse',
    'events: 27',
    'events: 0',
    'invalid events: 0 (must be >= 1)',
  ],
  [
    'events of the arms alone',
    'fast-forward-relapse',
    ', events: 31',
    '',
    'x.yaml:10:10  missing events: those of the arms do nothing without them',
  ],
  [
    'more events than patients',
    'two-arm-example',
    'events: 212, patients: 400',
    'events: 212, patients: 200',
    'x.yaml:11:38  invalid events: 212 (must be below the 200 patients)',
  ],
  [
    'an odds ratio by events alone',
    'fast',
    'interval: [1.08, 2.49]',
    'events: 40',
    'missing patients: the variance of an odds ratio needs them beside events',
  ],
  [
    'a slope beside ratios',
    'fast',
    'assumptions:',
    'externalSlope: { perGyEqd2: 0.1, standardError: 0.1, source: x }\nassumptions:',
    'externalSlope does nothing with measure: oddsRatio',
  ],
  [
    'a rate beside ratios',
    'fast',
    'ratio: 1.64',
    'rate: 0.3, ratio: 1.64',
    'rate does nothing with measure: oddsRatio',
  ],
  [
    'no slope',
    'two-arm-example',
    /externalSlope:.*\n/,
    '',
    'missing externalSlope: two rates alone do not determine α/β',
  ],
  [
    'a slope the wrong way',
    'two-arm-example',
    'perGyEqd2: -0.02',
    'perGyEqd2: 0.02',
    'invalid perGyEqd2: 0.02 (must be < 0: more dose, less failure)',
  ],
  [
    'a rate in percent',
    'two-arm-example',
    'events: 212,',
    'rate: 53,',
    '53 is not a probability (must be in [0, 1]; for 53 % write 0.53)',
  ],
  [
    'a rate without its error',
    'two-arm-example',
    'events: 212, patients: 400',
    'rate: 0.53',
    'needs events and patients, or a rate with patients or standardError',
  ],
  ['a rate of 0', 'two-arm-example', 'events: 212,', 'rate: 0,', 'a rate of 0 needs a standardError'],
  [
    'a rate beside events',
    'two-arm-example',
    'events: 212,',
    'rate: 0.53, events: 212,',
    'events do nothing beside a rate: give one of them',
  ],
  [
    'a ratio beside rates',
    'two-arm-example',
    'events: 212,',
    'ratio: 1.1, events: 212,',
    'ratio does nothing with measure: rate',
  ],
  [
    'two arms in 2 Gy fractions',
    'two-arm-example',
    '20 x 2.6 Gy',
    '30 x 2 Gy',
    'not identifiable: a schedule in 2 Gy fractions says nothing of fraction size',
  ],
  [
    'one arm of ratios',
    'fast',
    /.*5 x 5\.7 Gy.*\n/,
    '',
    'one contrast does not determine two coefficients: give two arms, or measure: rate with an externalSlope',
  ],
  [
    'a control variance that is too large',
    'fast',
    'control:',
    'controlVariance: 0.05\ncontrol:',
    'x.yaml:8:18  the control’s variance 0.0500 is not below that of every log ratio (0.0454)',
  ],
  ['a list', 'fast', /^[\s\S]*$/, '- 1', 'x.yaml:1:1  is no effects file (must be a block of keys)'],
];

describe('wrong effects', () => {
  it.each(CASES)('%s', (_what, name, before, after, expected) => {
    expect(problems(changed(name, before, after))).toContain(expected);
  });

  it('not identifiable: every arm in the control’s fraction size', () => {
    const text = changed('fast', '5 x 6 Gy', '30 x 2 Gy').replace('5 x 5.7 Gy', '20 x 2 Gy');
    expect(problems(text)).toMatch(/^x\.yaml:10:3 {2}not identifiable: no arm separates fraction size/);
  });

  it('all problems at once', () => {
    const text = changed('fast', 'ratio: 1.64', 'ratio: 0')
      .replace('event: harm', 'event: ham')
      .replace('title', 'titel');
    expect(problems(text).split('\n')).toHaveLength(4);
    const crossed = changed('fast', '[1.08, 2.49]', '[1.70, 2.49]').replace('[0.70, 1.71]', '[1.2, 1.71]');
    expect(problems(crossed).split('\n')).toHaveLength(2);
  });
});

describe('warnings', () => {
  it('where event counts and interval disagree', () => {
    const { warnings } = readEffects(changed('fast-forward-relapse', '[0.51, 1.44]', '[0.70, 1.06]'), 'x');
    expect(warnings).toEqual([
      'arm 1: the interval implies 0.40 times the standard error of the event counts; the counts are used',
    ]);
  });

  it('where a ratio is off the middle of its interval', () => {
    const { warnings } = readEffects(changed('fast', '[1.08, 2.49]', '[1.08, 3.5]'), 'x');
    expect(warnings).toEqual([
      'arm 1: the ratio is not in the middle of its interval on the logarithmic scale',
    ]);
  });

  it('above 10 Gy a fraction', () => {
    const { warnings } = readEffects(changed('fast', '5 x 6 Gy', '1 x 18 Gy'), 'x');
    expect(warnings).toEqual(['more than 10 Gy a fraction, where the linear-quadratic model is disputed']);
  });
});

describe('variances', () => {
  const estimate = (text: string) => estimateAlphaBeta(readEffects(text, 'x').effects, []);

  it('a stated control variance takes the place of half the smaller', () => {
    const half = estimate(effectsText('fast'));
    const smaller = Math.log(2.49 / 1.08) / (2 * 1.959963984540054);
    const stated = estimate(
      changed('fast', 'control:', `controlVariance: ${(smaller * smaller) / 2}\ncontrol:`),
    );
    expect(stated.alphaBetaGy.standardError).toBeCloseTo(half.alphaBetaGy.standardError, 12);
    expect(stated.assumptions.join(' ')).toContain('the stated variance of the control’s part');
    const less = estimate(changed('fast', 'control:', 'controlVariance: 0.01\ncontrol:'));
    expect(less.alphaBetaGy.standardError).toBeGreaterThan(half.alphaBetaGy.standardError);
  });

  it('an odds ratio by counts: 1/e + 1/(n − e) of both arms', () => {
    const text = changed(
      'fast',
      'control: { schedule: 25 x 2 Gy }',
      'control: { schedule: 25 x 2 Gy, events: 60, patients: 200 }',
    ).replace('interval: [1.08, 2.49]', 'events: 80, patients: 210');
    const [, arm] = estimate(text).arms;
    expect(arm.standardError * arm.standardError).toBeCloseTo(1 / 60 + 1 / 140 + 1 / 80 + 1 / 130, 12);
  });

  it('a rate with a standard error of its own', () => {
    const text = changed('two-arm-example', 'events: 212, patients: 400', 'rate: 0.53, standardError: 0.03');
    expect(estimate(text).arms[1]).toMatchObject({ rate: 0.53, standardError: 0.03 });
  });

  it('the level of an interval sets its variance, the level of the answer does not', () => {
    const [at95, at90] = [1.959963984540054, 1.6448536269514722];
    const wide = estimate(effectsText('fast')).arms[1].standardError;
    const narrow = estimate(changed('fast', '[1.08, 2.49] }', '[1.08, 2.49], level: 0.90 }')).arms[1]
      .standardError;
    expect(narrow / wide).toBeCloseTo(at95 / at90, 10);
    const answer = estimate(changed('chhip', 'level: 0.95', 'level: 0.90')).alphaBetaGy;
    const before = estimate(effectsText('chhip')).alphaBetaGy;
    expect(answer.standardError).toBe(before.standardError);
    expect((answer.delta.high - answer.delta.low) / (before.delta.high - before.delta.low)).toBeCloseTo(
      at90 / at95,
      10,
    );
  });
});

it('reads three arms made for tests, and every shipped file', () => {
  expect(problems(threeArms([1.5, 1.2]))).toBe('none');
  for (const name of shippedEffects) expect(problems(effectsText(name))).toBe('none');
});

import { describe, expect, it } from 'vitest';
import { distributions } from '../../src/random/distributions/index.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { exampleText, exampleWith } from '../fixtures/scenario-text.ts';

describe('a bad scenario is refused with line, column and the nearest right word', () => {
  it('the example itself is taken', () => {
    expect(readScenario(exampleText, 'x.yaml').scenario.title).toMatch(/^5 × 6 Gy/);
  });

  it.each<[what: string, before: string, after: string, line: string]>([
    [
      'an unknown key',
      'slopePer10Gy: 0.20',
      'slopPer10Gy: 0.20',
      'x.yaml:25:5  unknown key: slopPer10Gy (did you mean slopePer10Gy?)',
    ],
    [
      'American spelling',
      'tumourSizeCm: { log',
      'tumorSizeCm: { log',
      'x.yaml:15:20  unknown key: tumorSizeCm (did you mean tumourSizeCm?)',
    ],
    [
      'an unknown model',
      'model: logistic  ',
      'model: poison  ',
      'x.yaml:18:12  unknown tumour-control model: poison (did you mean poisson?)',
    ],
    [
      'a misspelt model',
      'model: logistic  ',
      'model: logistc  ',
      'x.yaml:18:12  unknown tumour-control model: logistc (did you mean logistic?)',
    ],
    [
      'a percentage',
      'rate: 0.93, ',
      'rate: 93, ',
      'x.yaml:20:42  93 is not a probability (must be in [0, 1]; for 93 % write 0.93)',
    ],
    [
      'a margin in percent',
      'margin: 0.07',
      'margin: 7',
      'x.yaml:37:69  7 is not a probability (must be in [0, 1]; for 7 % write 0.07)',
    ],
    [
      'a value out of range',
      'gamma50: 1.5',
      'gamma50: -1.5',
      'x.yaml:19:14  invalid gamma50: -1.5 (must be > 0)',
    ],
    [
      'a unit in the value',
      'gamma50: 1.5',
      'gamma50: 1.5 Gy',
      'x.yaml:19:14  invalid gamma50: “1.5 Gy” (must be a number)',
    ],
    [
      'months for years',
      'medianYears: 1.5',
      'medianYears: 150',
      'x.yaml:21:42  150 years is too long (is it in months?)',
    ],
    [
      'cGy for Gy',
      'experimental: { schedule: 5 x 6 Gy }',
      'experimental: { schedule: 5 x 600 cGy }',
      'x.yaml:7:29  unreadable schedule: 5 x 600 cGy (give doses in Gy, not cGy)',
    ],
    ['NaN', 'gamma50: 1.5', 'gamma50: .nan', 'x.yaml:19:14  invalid gamma50: NaN (must be a finite number)'],
    [
      'infinity',
      'gamma50: 1.5',
      'gamma50: .inf',
      'x.yaml:19:14  invalid gamma50: Infinity (must be a finite number)',
    ],
    ['a duplicate key', 'gamma50: 1.5', 'gamma50: 1.5\n    gamma50: 2', 'x.yaml:20:5  duplicate key'],
    [
      'doses against the stated total',
      'schedule: 5 x 6 Gy }',
      'schedule: 5 x 6 Gy = 35 Gy }',
      'x.yaml:7:29  unreadable schedule: 5 x 6 Gy = 35 Gy (5 × 6 Gy is 30 Gy, not the stated 35 Gy)',
    ],
    [
      'a parameter of another model',
      'gamma50: 1.5',
      'gamma50: 1.5\n    maxLnClonogens: 18',
      'x.yaml:20:5  unknown key: maxLnClonogens (there is gamma50, anchor, d50Gy, model, region, survival, repair, repopulation, agents, hyperthermia, radiations, shortInterval, bySubtype, latency, centreSd)',
    ],
    [
      'both anchor and value',
      'gamma50: 1.5',
      'gamma50: 1.5\n    d50Gy: 30',
      'x.yaml:18:5  takes one of anchor, d50Gy, not anchor and d50Gy',
    ],
    [
      'an unknown law',
      '{ bernoulli: 0.6 }',
      '{ bernouli: 0.6 }',
      'x.yaml:14:20  unknown key: bernouli (did you mean bernoulli?)',
    ],
    [
      'two laws',
      '{ bernoulli: 0.6 }',
      '{ bernoulli: 0.6, uniform: { min: 0, max: 1 } }',
      `x.yaml:14:18  2 laws (uniform, bernoulli): name one of ${Object.keys(distributions).join(', ')}`,
    ],
    [
      'a law that leaves the domain',
      'alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] }',
      'alphaBetaGy: { normal: { mean: 4.9, sd: 2 } }',
      'x.yaml:13:20  alphaBetaGy reaches -12.1 (must be > 0; add within)',
    ],
    [
      'an unknown test',
      'test: farringtonManning }',
      'test: farringtonManing }',
      'x.yaml:37:102  unknown test: farringtonManing (did you mean farringtonManning?)',
    ],
    [
      'an odds ratio of nothing',
      'lowerLimb: 3.0',
      'lowerLim: 3.0',
      'x.yaml:27:29  unknown characteristic: lowerLim (did you mean lowerLimb?)',
    ],
    [
      'a continuous odds ratio without unit',
      '{ ratio: 1.05, per: 1 }',
      '1.05',
      'x.yaml:27:49  an odds ratio of a continuous characteristic names its unit, for example { ratio: 1.05, per: 10 }',
    ],
    [
      'an uncertain path that does not exist',
      'alphaBetaGy.logNormal.median: { log',
      'alphaBetaGy.logNormal.medien: { log',
      'x.yaml:29:60  unknown path: truth.cohort.heterogeneity.alphaBetaGy.logNormal.medien: unknown key: medien (did you mean median?)',
    ],
    [
      'a path of a truth that does not exist',
      'truth.localControl: { model: statedRates',
      'truth.localContrl: { model: statedRates',
      'x.yaml:32:5  unknown key: localContrl (did you mean localControl?)',
    ],
    [
      'a truth that touches the design',
      'truth.localControl: { model: statedRates, control: 0.93, experimental: 0.93 }',
      'design.perArm: 3',
      'x.yaml:32:5  unknown path: design.perArm (a truth’s paths begin with truth. or burden.)',
    ],
    [
      'a stated rate of no arm',
      'model: statedRates, control: 0.93',
      'model: statedRates, contol: 0.93',
      'x.yaml:32:55  unknown arm: contol (did you mean control?)',
    ],
    [
      'another wound window than the model',
      'withinDays: 120',
      'withinDays: 30',
      'x.yaml:38:66  the design counts within 30 days, the truth’s rates are within 120',
    ],
    [
      'the wrong clock',
      'withinDays: 120',
      'atYears: 2',
      'x.yaml:38:63  wound complications is timed by withinDays; atYears does nothing',
    ],
    [
      'an anchor at the model’s floor',
      'rate: 0.93, atYears: 3 }',
      'rate: 0.22, atYears: 3 }',
      'x.yaml:9:3  the anchor’s rate 0.22 (a long-run rate of -0.0007717) is at or below the model’s floor of 0.002473: no ln D50 (Gy) gives it',
    ],
    [
      'a margin that leads nowhere',
      'margin: 0.15',
      'margin: 0.7',
      'x.yaml:34:3  the margin puts wound complications in experimental at 1.05, which is no rate',
    ],
    [
      'worlds by the billion',
      'worlds: 2000',
      'worlds: 5000000000',
      'x.yaml:39:42  invalid worlds: 5000000000 (must be <= 4000000000)',
    ],
    [
      'correlations that cannot hold',
      'correlation: [{ between: [sf2, alphaBetaGy], rho: 0.3 }]',
      'correlation: [{ between: [lowerLimb, alphaBetaGy], rho: 0.9 }, { between: [lowerLimb, tumourSizeCm], rho: 0.9 }, { between: [alphaBetaGy, tumourSizeCm], rho: -0.9 }]',
      'x.yaml:16:18  these correlations cannot hold together (the matrix is not positive definite)',
    ],
  ])('%s', (_what, before, after, line) => {
    expect(refusalOfText(exampleWith(before, after))).toContain(line);
  });

  it('every problem at once', () => {
    const text = exampleWith('gamma50: 1.5', 'gamma50: -1')
      .replace('lowerLimb: 3.0', 'lowerLimb: -3')
      .replace('perArm: 165', 'perArm: 1.5');
    expect(refusalOfText(text).map((line) => line.replace(/ {2}.*/, ''))).toEqual(
      ['x.yaml:19:14', 'x.yaml:27:30', 'x.yaml:34:11'].map((at) =>
        expect.stringContaining(at.split(':').slice(0, 2).join(':')),
      ),
    );
  });

  it('what is wrong as planned is said once, not again for each truth', () => {
    expect(refusalOfText(exampleWith('lowerLimb: 3.0', 'lowerLim: 3.0'))).toHaveLength(1);
  });

  it.each([
    [
      'a path that does not exist',
      'design.perArmm=3',
      '--set design.perArmm=3  unknown key: perArmm (did you mean perArm?)',
    ],
    [
      'a path in a block',
      'truth.localControl.gamma=3',
      '--set truth.localControl.gamma=3  unknown key: gamma (did you mean gamma50?)',
    ],
    [
      'a wrong type',
      'design.perArm=abc',
      '--set design.perArm=abc  invalid perArm: “abc” (must be a number)',
    ],
    ['no value', 'design.perArm', '--set design.perArm  is not written path=value'],
    [
      'a path behind the object',
      '__proto__.polluted=1',
      '--set __proto__.polluted=1  invalid path: __proto__.polluted',
    ],
  ])('in --set: %s', (_what, argument, line) => {
    expect(refusalOfText(exampleText, argument)).toContain(line);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each<[what: string, before: string, after: string, line: string]>([
    ['no seed', 'seed: sts-5x6\n', '', 'x.yaml:1:1  missing seed (must be a text or a number)'],
    [
      'a seed that is no text',
      'seed: sts-5x6',
      'seed: 1.5',
      'x.yaml:4:7  invalid seed: 1.5 (must be a text or a whole number)',
    ],
    [
      'a number for a law',
      'sf2: 0.52',
      'sf2: abc',
      'x.yaml:12:12  invalid sf2: “abc” (must be a number or a block)',
    ],
    [
      'a truth of the first one’s name',
      '  plannedRates:',
      '  asPlanned:',
      'x.yaml:31:3  asPlanned is the truth that the scenario states first: name this one otherwise',
    ],
    ['an arm without patients', 'perArm: 165', 'total: 1', 'x.yaml:34:3  an arm is left without patients'],
    [
      'a change below an anchor that is solved once',
      'rate: 0.93, atYears: 3 }',
      'rate: 0.93, atYears: 3, resolve: planned }',
      'unused',
    ],
  ])('%s', (_what, before, after, line) => {
    if (line !== 'unused') expect(refusalOfText(exampleWith(before, after))).toContain(line);
    else {
      const text = exampleWith(before, after).replace(
        'truth.localControl: { model: statedRates, control: 0.93, experimental: 0.93 }',
        'truth.localControl.anchor.rate: 0.5',
      );
      expect(refusalOfText(text)).toContain(
        'x.yaml:32:37  does nothing: this anchor is solved once, as planned (resolve: planned)',
      );
    }
  });

  it('laws that are right one by one and wrong together', () => {
    const text = exampleWith(
      'within: [0.5, 40] }',
      'within: [0.5, 40] }\n      margin: { uniform: { min: 3, max: 5 } }',
    ).replace(
      'truths: ',
      '  truth.cohort.heterogeneity.margin.uniform.min: { uniform: { min: 2, max: 4.9 } }\n  truth.cohort.heterogeneity.margin.uniform.max: { uniform: { min: 3.1, max: 7 } }\ntruths: ',
    );
    expect(refusalOfText(text)[0]).toContain(
      'these laws together reach what no truth can be: uniform needs min below max',
    );
  });

  it('names of the language are no keys', () => {
    expect(
      refusalOfText(exampleWith('between: [sf2, alphaBetaGy]', 'between: [sf2, toString]'))[0],
    ).toContain('unknown characteristic: toString');
    expect(refusalOfText(exampleText, 'design.coPrimary.length=3')[0]).toContain(
      'a list of 2 has no position length',
    );
  });

  it('an alias bomb', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`;
    expect(refusalOfText(bomb)[0]).toMatch(/alias/i);
  });

  it('no YAML, no scenario, an empty file, a million characters', () => {
    expect(refusalOfText('arms: [')[0]).toMatch(/^x\.yaml:1:\d+ {2}/);
    expect(refusalOfText('- 1')[0]).toBe('x.yaml:1:1  is no scenario (must be a block of keys)');
    expect(refusalOfText('')[0]).toBe('x.yaml:1:1  is no scenario (must be a block of keys)');
    expect(refusalOfText('#'.repeat(1_000_001))[0]).toMatch(/too long/);
  });

  it('a control that is not the first arm, and arms that the claim does not fit', () => {
    const turned = exampleWith(
      '  control: { schedule: 25 x 2 Gy }\n  experimental: { schedule: 5 x 6 Gy }',
      '  experimental: { schedule: 5 x 6 Gy }\n  control: { schedule: 25 x 2 Gy }',
    );
    expect(refusalOfText(turned)).toContainEqual(
      expect.stringContaining('the control must be the first arm'),
    );
    const alone = exampleWith('  control: { schedule: 25 x 2 Gy }\n', '');
    expect(refusalOfText(alone)).toContainEqual(
      expect.stringContaining('nonInferiority needs 2 arms; there is 1'),
    );
  });
});

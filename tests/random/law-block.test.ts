import { describe, expect, it } from 'vitest';
import { createLaw, type LawSpec, lawSchema } from '../../src/random/distribution-schema.ts';

const messages = (spec: unknown): string => {
  const parsed = lawSchema.safeParse(spec);
  return parsed.success
    ? ''
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
};
const logNormal = { median: 4.9, sigma: 0.6 };

describe('the block of a mixture', () => {
  it.each([
    [
      'weights that do not sum to 1',
      [
        { weight: 0.2, logNormal },
        { weight: 0.7, logNormal },
      ],
      /sum to 1, not 0.9/,
    ],
    [
      'a percentage',
      [
        { weight: 22.2, logNormal },
        { weight: 0.778, logNormal },
      ],
      /for 22.2 % write 0.222/,
    ],
    ['no weight', [{ logNormal }, { weight: 0.5, logNormal }], /mixture\.0\.weight/],
    [
      'a weight of 0',
      [
        { weight: 0, logNormal },
        { weight: 1, logNormal },
      ],
      /must be above 0/,
    ],
    ['one component', [{ weight: 1, logNormal }], /mixture/],
    ['no law', [{ weight: 0.5, logNormal }, { weight: 0.5 }], /mixture\.1 no law: name one of normal, /],
    [
      'two laws in one component',
      [
        { weight: 0.5, logNormal, bernoulli: 0.2 },
        { weight: 0.5, logNormal },
      ],
      /mixture\.0 2 laws \(logNormal, bernoulli\)/,
    ],
    [
      'a misspelt law',
      [
        { weight: 0.5, logNormal },
        { weight: 0.5, lognormal: logNormal },
      ],
      /unknown key: lognormal \(did you mean logNormal\?\)/,
    ],
    [
      'finite and continuous laws',
      [
        { weight: 0.5, logNormal },
        { weight: 0.5, bernoulli: 0.3 },
      ],
      /^mixture a mixture takes either laws of finitely many values or continuous ones, not both$/,
    ],
    [
      'named levels',
      [
        { weight: 0.5, categorical: { arm: 0.5, leg: 0.5 } },
        { weight: 0.5, categorical: { arm: 0.1, leg: 0.9 } },
      ],
      /takes no categorical law/,
    ],
    [
      'limits that hold nothing',
      [
        { weight: 0.5, logNormal, within: [4000, 5000] },
        { weight: 0.5, logNormal },
      ],
      /mixture\.0\.within .*less than a millionth/,
    ],
    ['a mixture in a mixture', [{ weight: 1, mixture: [] }], /unknown key: mixture/],
  ])('refuses %s', (_, mixture, message) => {
    expect(messages({ mixture })).toMatch(message);
  });

  it('takes limits of its own and of its components', () => {
    const spec = {
      mixture: [
        { weight: 0.5, logNormal, within: [1, 8] },
        { weight: 0.5, normal: { mean: 5, sd: 1 } },
      ],
      within: [0.5, 7],
    };
    expect(messages(spec)).toBe('');
    const law = createLaw(lawSchema.parse(spec));
    expect([law.cdf(0.5), law.cdf(7)]).toEqual([0, 1]);
    expect(
      messages({
        mixture: [
          { weight: 0.5, bernoulli: 0.2 },
          { weight: 0.5, bernoulli: 0.6 },
        ],
        within: [0, 1],
      }),
    ).toMatch(/within does nothing for a law of finitely many values/);
  });

  it('merges the values of finite laws', () => {
    const law = createLaw({
      mixture: [
        { weight: 0.25, bernoulli: 0.2 },
        { weight: 0.75, empirical: { values: [1, 3], weights: [1, 2] } },
      ],
    });
    expect(law.atoms!.map(({ value }) => value)).toEqual([0, 1, 3]);
    [0.2, 0.3, 0.5].forEach((p, i) => void expect(law.atoms![i].probability).toBeCloseTo(p, 15));
  });

  it('a law that is made past the schema is refused as well', () => {
    const wrong: LawSpec = {
      mixture: [
        { weight: 0.5, logNormal },
        { weight: 0.5, bernoulli: 0.3 },
      ],
    };
    expect(() => createLaw(wrong)).toThrow(RangeError);
  });
});

describe('the block of an empirical law', () => {
  it.each([
    [[3], /at least two different values/],
    [[3, 3, 3], /at least two different values/],
    [{ values: [1, 2], weights: [1] }, /as many weights as values/],
    [{ values: [1, 2], weights: [1, 0] }, /./],
    [{ values: [1, Number.NaN] }, /./],
    [{ value: [1, 2] }, /./],
  ])('refuses %j', (empirical, message) => {
    expect(messages({ empirical })).toMatch(message);
  });

  it('takes a plain list, and weights that are counts', () => {
    expect(createLaw(lawSchema.parse({ empirical: [7, 5, 5, 4] })).atoms).toEqual([
      { value: 4, probability: 0.25 },
      { value: 5, probability: 0.5 },
      { value: 7, probability: 0.25 },
    ]);
    const counted = createLaw(lawSchema.parse({ empirical: { values: [35, 28], weights: [3, 1] } }));
    expect(counted.atoms).toEqual([
      { value: 28, probability: 0.25 },
      { value: 35, probability: 0.75 },
    ]);
  });
});

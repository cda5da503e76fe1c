import { describe, expect, it } from 'vitest';
import { spendingOf, spendingProblems } from '../../../src/trial/group-sequential/spending-fields.ts';

describe('the parameters of a spending function', () => {
  it.each([
    ['hwangShihDeCani', { gamma: 0 }, []],
    ['hwangShihDeCani', {}, ['gamma: missing gamma: hwangShihDeCani needs it']],
    [
      'hwangShihDeCani',
      { rho: 2 },
      ['gamma: missing gamma: hwangShihDeCani needs it', 'rho: rho does nothing beside hwangShihDeCani'],
    ],
    ['kimDeMets', { rho: 2 }, []],
    ['kimDeMets', {}, ['rho: missing rho: kimDeMets needs it']],
    ['kimDeMets', { gamma: -4, rho: 2 }, ['gamma: gamma does nothing beside kimDeMets']],
    ['lanDeMetsPocock', {}, []],
    [
      'lanDeMetsPocock',
      { gamma: 0, rho: 1 },
      ['gamma: gamma does nothing beside lanDeMetsPocock', 'rho: rho does nothing beside lanDeMetsPocock'],
    ],
  ])('%s with %j', (name, given, expected) => {
    expect(spendingProblems(name, given).map(({ key, message }) => `${key}: ${message}`)).toEqual(expected);
  });

  it.each([
    // α(e^{2t} − 1)/(e² − 1), αt, αt², α ln(1 + (e − 1)t), 2(1 − Φ(z_{1−α/2}/√t))
    [{ spending: 'hwangShihDeCani', gamma: -2 }, (0.1 * (Math.E - 1)) / (Math.E * Math.E - 1)],
    [{ spending: 'hwangShihDeCani', gamma: 0 }, 0.05],
    [{ spending: 'kimDeMets', rho: 2 }, 0.025],
    [{ spending: 'lanDeMetsPocock' }, 0.1 * Math.log(1 + (Math.E - 1) / 2)],
    [{ spending: 'lanDeMetsObrienFleming' }, 0.0200092537161],
  ] as const)('%j spends half-way of a level of 0.1: %f', (given, expected) => {
    const rule = spendingOf(given);
    expect(rule.kind).toBe('spending');
    expect(rule.spent(0.5, 0.1)).toBeCloseTo(expected, 7);
    for (const whole of [1, 1.3]) expect(rule.spent(whole, 0.1)).toBe(0.1);
  });
});

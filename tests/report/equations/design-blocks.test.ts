import { describe, expect, it } from 'vitest';
import { designBlocks } from '../../../src/report/equations/design-blocks.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { type Accrual, DAYS_A_MONTH } from '../../../src/trial/accrual.ts';
import { createAccrualPace } from '../../../src/trial/accrual-pace.ts';
import { accrualEquations } from '../../../src/trial/design-equations.ts';

const STEADY: Accrual = { perMonth: 4, pattern: 'poisson', surgeryAfterDays: 0, pausesAtLooks: false };

const CLAIM =
  'nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.025, test: wald }';

/** The equations of the blocks of a design whose titles begin so. */
function equationsOf(title: string, design: string): readonly string[] {
  const { scenario } = readScenario(
    `isoeffect: 1
title: stated rates
seed: stated
arms: { control: {}, experimental: {} }
truth: { localControl: { model: statedRates, control: 0.9, experimental: 0.9 } }
design: { ${design}, ${CLAIM} }
simulation: { replicates: 10 }
`,
    'test.yaml',
  );
  const blocks = designBlocks(scenario.design, 'Design').filter((block) => block.title.startsWith(title));
  return blocks.flatMap(({ equations }) => equations);
}

describe('equations of a design', () => {
  it('give the size that is stated', () => {
    expect(equationsOf('Patients', 'perArm: 60')).toContain('n_j = n');
    expect(equationsOf('Patients', 'total: 90, allocation: [1, 2]')).toContain('n_j = N·w_j/(∑_i w_i)');
  });

  it('give the pace of accrual that is stated', () => {
    const equations = (more: Partial<Accrual>) => accrualEquations({ ...STEADY, ...more }).equations;
    expect(equations({})).toEqual(['Λ(t_(i + 1)) − Λ(t_i) ~ Exponential(1)', 'Λ(t) = λ·t']);
    expect(equations({ rampMonths: 6 })).toContain('Λ(t) = λ·t^2/(2·r), "up to" r');
    expect(equations({ pattern: 'even', rampMonths: 6 })).toContain('Λ(t_i) = i');
    expect(equations({ centresOpenPerMonth: 2 })).toContain(
      'Λ(t) = (λ/c)·∑_(j < c) max(0, t − j/c_o), "centres" j "from" 0',
    );
    expect(equationsOf('Accrual', 'perArm: 60, accrual: { perMonth: 4, rampMonths: 6 }')).toContain(
      'Λ(t) = λ·(t − r/2), "beyond"',
    );
  });

  it('whose pace with centres is the one that patients come by', () => {
    const { perMonth } = STEADY;
    const [centres, open, months] = [5, 2, 1.7];
    let expected = 0;
    for (let j = 0; j < centres; j++) expected += (perMonth / centres) * Math.max(0, months - j / open);
    const pace = createAccrualPace({ ...STEADY, centresOpenPerMonth: open }, centres);
    expect(pace.patientsBy(months * DAYS_A_MONTH)).toBeCloseTo(expected, 10);
  });

  it('say what bounds come to: the level spent, or shared by their shape', () => {
    const looks = (efficacy: string, more = '') =>
      `perArm: 60, groupSequential: { informationFractions: [0.5, 1], efficacy: ${efficacy}${more} }`;
    expect(equationsOf('Efficacy', looks('{ lanDeMetsPocock: {} }'))).toContain(
      '∑_(j ≤ k) P("shown at look" j | H_0) = α(τ_k)',
    );
    expect(equationsOf('Efficacy', looks('{ pocock: {} }'))).toContain('∑_k P("shown at look" k | H_0) = α');
    const unadjusted = equationsOf('Efficacy', looks('{ haybittlePeto: { finalLook: unadjusted } }'));
    expect(unadjusted.join()).not.toContain('H_0');
    const futility = ', futility: { betaSpending: { spending: lanDeMetsPocock, power: 0.8 } }';
    expect(equationsOf('Futility', looks('{ pocock: {} }', futility))).toContain(
      '∑_(j ≤ k) P("given up at look" j | H_1) = β(τ_k)',
    );
  });
});

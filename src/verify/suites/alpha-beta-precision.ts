import { alphaBetaPrecision as calculator } from '../../trial/calculators/alpha-beta-precision.ts';
import type { CaseDefinition } from '../case-definition.ts';
import type { SuiteDefinition } from './definition.ts';

const SOURCE =
  'information of the expected failures by hand: I = Σ e(X − X̄)(X − X̄)ᵀ, delta method; α/β 4.9 Gy, 93 % at 25 × 2 Gy, the slope of a logistic curve with γ50 1.5 there';

/** Standard errors in Gy with 100 and with 300 patients an arm. */
const threeArms: readonly (readonly [id: string, others: readonly string[], of100: number, of300: number])[] =
  [
    ['five-by-six-five-by-five', ['5 x 6', '5 x 5'], 1.18, 0.68],
    ['five-by-six-five-by-five-and-a-half', ['5 x 6', '5 x 5.5'], 1.3, 0.75],
    ['fourteen-by-three-five-by-six', ['14 x 3', '5 x 6'], 2.55, 1.47],
    ['fifteen-by-2.85-fifteen-by-2.5', ['15 x 2.85', '15 x 2.5'], 3.92, 2.26],
  ];

/** Standard error in Gy with 165 patients an arm and a known slope, both arms at the control’s rate. */
const twoArms: readonly (readonly [id: string, other: string, error: number])[] = [
  ['five-by-six', '5 x 6', 1],
  ['fourteen-by-three', '14 x 3', 2.85],
  ['fifteen-by-2.85', '15 x 2.85', 3.29],
];

function answer(others: readonly string[], perArm: number) {
  const schedules = ['25 x 2', ...others];
  const question = { schedules, alphaBeta: 4.9, perArm, controlRate: 0.93, gamma50: 1.5 };
  return calculator.solve(calculator.parameters.parse(question)).numbers as {
    readonly standardErrorGy: number;
    readonly standardErrorAtEqualRatesGy: number;
    readonly wrongSign: { readonly perGy2: number };
    readonly failures: readonly number[];
  };
}

/** What a trial of several arms is expected to say of α/β. */
export const alphaBetaPrecision: SuiteDefinition = {
  summary: 'Expected precision of α/β from trials of two and three arms, by hand.',
  cases: (): CaseDefinition[] => [
    ...threeArms.map(([id, others, of100, of300]) => ({
      id: `alpha-beta-precision-${id}`,
      title: `standard error of α/β in Gy, 25 x 2 with ${others.join(' and ')}`,
      source: SOURCE,
      expected: { of100, of300 },
      tolerance: 0.0051,
      compute: () => ({
        of100: answer(others, 100).standardErrorGy,
        of300: answer(others, 300).standardErrorGy,
      }),
    })),
    {
      id: 'alpha-beta-precision-wrong-sign',
      title: 'chance of a wrong sign of the fraction-size coefficient, 25 x 2 with 14 x 3 and 5 x 6',
      source: SOURCE,
      expected: { of100: 0.36, of300: 0.27 },
      tolerance: 0.0051,
      compute: () => ({
        of100: answer(['14 x 3', '5 x 6'], 100).wrongSign.perGy2,
        of300: answer(['14 x 3', '5 x 6'], 300).wrongSign.perGy2,
      }),
    },
    {
      id: 'alpha-beta-precision-control',
      title: 'local control after 5 x 5 where the log hazard is straight in EQD2',
      source: SOURCE,
      expected: { control: 0.47 },
      tolerance: 0.005,
      compute: () => ({ control: 1 - answer(['5 x 6', '5 x 5'], 100).failures[2] / 100 }),
    },
    ...twoArms.map(([id, other, error]) => ({
      id: `alpha-beta-precision-known-slope-${id}`,
      title: `standard error of α/β in Gy, 25 x 2 with ${other}, 165 an arm, known slope, equal rates`,
      source:
        'SE = D2(d2 − 2)/(E2 − D2)²·√(2·0.93·0.07/165)/slope, the slope of a logistic curve with γ50 1.5 at 93 %',
      expected: { error },
      tolerance: 0.0051,
      compute: () => ({ error: answer([other], 165).standardErrorAtEqualRatesGy }),
    })),
  ],
};

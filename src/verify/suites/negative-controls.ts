import { estimateAlphaBeta } from '../../evidence/alpha-beta-estimate.ts';
import { readEffects } from '../../evidence/read-effects.ts';
import { logitBetaQuantileAtScore } from '../../numeric/beta-law.ts';
import { expit } from '../../numeric/logit.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { doseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import { radiobiologyCalculators } from '../calculators/radiobiology-calculators.ts';
import type { Inputs } from '../calculators/reference-inputs.ts';
import { trialCalculators } from '../calculators/trial-calculators.ts';
import type { TrialInputs } from '../calculators/trial-inputs.ts';
import type { CaseDefinition, Figure, Figures } from '../case-definition.ts';
import eventValues from '../values/event-values.json' with { type: 'json' };
import ladderValues from '../values/ladder-values.json' with { type: 'json' };
import radiobiologyValues from '../values/radiobiology-values.json' with { type: 'json' };
import realTrials from '../values/real-trials.json' with { type: 'json' };
import sequentialValues from '../values/sequential-values.json' with { type: 'json' };
import trialValues from '../values/trial-values.json' with { type: 'json' };
import type { ShippedFiles, SuiteDefinition } from './definition.ts';

const recorded = (id: string) =>
  [...trialValues, ...eventValues, ...sequentialValues, ...ladderValues, ...realTrials].find(
    (value) => value.id === id,
  )!;
/** A figure that the values' files hold. */
const known = (id: string, figure: string): Figure => (recorded(id).expected as unknown as Figures)[figure];
/** A recorded value's figures by another method, or from other inputs. */
function computed(id: string, changes: Partial<TrialInputs> = {}, method = recorded(id).method): Figures {
  return trialCalculators[method]({ ...(recorded(id).inputs as unknown as TrialInputs), ...changes });
}

/** A right figure, and a wrong way to it. */
type Wrong = readonly [
  id: string,
  title: string,
  source: string,
  expected: Figure,
  tolerance: number,
  compute: () => Figure,
];

const AHERN = 'a-hern-0.3-0.5-0.05-0.2';
const SIMON = 'simon-optimal-0.05-0.25-0.1-0.1';
const DOREMY = 'doremy-posterior';
const SR2 = 'sr2-difference';
const FISHER = 'difference-interval-9-10-3-10';
const WOUND_5X5 = 'wound-5x5-ref';
const SARC032 = { oneSidedAlpha: 0.05, power: 0.8 };
const HYPORT_ADJUVANT = 'hyport-adjuvant-bounds';
const DUNNETT = 'dunnett-3';
const TITE_CRM = 'tite-crm-linear-weights';
const COMPETING = 'competing-hazards-0.02-0.08';
const DEFINITIVE = 'tcp-definitive-64gy-pop-4cm';

const inputsOf = (id: string): Inputs =>
  radiobiologyValues.find((value) => value.id === id)!.inputs as unknown as Inputs;
const radiobiologyValue = (id: string): number =>
  radiobiologyValues.find((value) => value.id === id)!.expected;
const eqd2At = (schedule: string, alphaBetaGy: number): number =>
  eqd2(doseSums(parseSchedule(schedule)), alphaBetaGy);

/** Lower limit of the interval with equal tails, which is not the shortest. */
function equalTailedLow(): number {
  const { events, size, prior } = recorded(DOREMY).inputs as unknown as TrialInputs;
  return expit(logitBetaQuantileAtScore(normalQuantile(0.025), prior[0] + events, prior[1] + size - events));
}

const wrongWays: readonly Wrong[] = [
  [
    'fleming-for-a-hern',
    'Fleming’s size by the normal approximation in place of A’Hern’s exact one',
    'A’Hern 2001, Stat Med 20:859',
    known(AHERN, 'size'),
    0,
    () => computed(AHERN, {}, 'Fleming one-stage').size,
  ],
  [
    'minimax-for-optimal',
    'Simon’s minimax design in place of the optimal one: expected size',
    'Simon 1989, Control Clin Trials 10:1',
    known(SIMON, 'expectedSizeUnderNull'),
    1e-5,
    () => computed(SIMON, {}, 'Simon two-stage, minimax').expectedSizeUnderNull,
  ],
  [
    'equal-tails-for-highest-density',
    'equal tails in place of the highest density for DOREMY’s lower limit',
    'Lansu 2021, JAMA Oncol 7:e205865',
    known(DOREMY, 'low'),
    0.0005,
    equalTailedLow,
  ],
  [
    'uniform-prior-for-jeffreys',
    'a uniform prior in place of Jeffreys’ for DOREMY’s mean',
    'Lansu 2021, JAMA Oncol 7:e205865',
    known(DOREMY, 'mean'),
    0.0005,
    () => computed(DOREMY, { prior: [1, 1] }).mean,
  ],
  [
    'wald-for-newcombe',
    'Wald’s interval in place of Newcombe’s for SR2’s lower limit',
    'O’Sullivan 2002, Lancet 359:2235',
    known(SR2, 'newcombeLow'),
    0.005,
    () => computed(SR2).waldLow,
  ],
  [
    'mee-for-miettinen-nurminen',
    'Mee’s interval, without N/(N − 1), in place of Miettinen and Nurminen’s',
    'Miettinen & Nurminen 1985, Stat Med 4:213',
    known(FISHER, 'miettinenNurminenLow'),
    1e-5,
    () => computed(FISHER).meeLow,
  ],
  [
    'wound-at-the-wrong-alpha-beta',
    'wound risk after 5 × 5 Gy with the tumour’s α/β of 4.9 Gy in place of 10 Gy',
    'reference value of wound risk, logistic in EQD2',
    radiobiologyValue(WOUND_5X5),
    1e-3,
    () => {
      const inputs = { ...inputsOf(WOUND_5X5), eqd2_10: eqd2At('5 x 5 Gy', 4.9) };
      return radiobiologyCalculators['wound risk, logistic in EQD2'](inputs as unknown as Inputs);
    },
  ],
  [
    'median-patient-for-the-population',
    'control of the median patient in place of the population’s',
    'Webb & Nahum 1993, Phys Med Biol 38:653',
    radiobiologyValue(DEFINITIVE),
    1e-3,
    () => radiobiologyCalculators['Poisson control from SF2'](inputsOf(DEFINITIVE)),
  ],
  [
    'equivalent-at-4.9',
    '5 × 6 Gy taken for 50 Gy EQD2 at α/β 4.9 Gy',
    'table 2 of Wiltink 2024 prints 47.4 Gy',
    50,
    0.05,
    () => eqd2At('5 x 6 Gy', 4.9),
  ],
  [
    'philox-keys-swapped',
    'Philox4x32-10 with the words of its key exchanged',
    'known answers of Random123',
    known('philox-pi', 'block'),
    0,
    () => computed('philox-pi', { key: '299f31d0 a4093822' }).block,
  ],
  [
    'events-of-sarc032',
    'events that 50 against 75 % at 2 years need at a one-sided 5 % and a power of 80 %, for the 45 of SARC032',
    'published rates, level, power and events of SARC032: Mowery 2024, Lancet 404:2053',
    45,
    0.5,
    () =>
      trialCalculators['log-rank design']({
        ...SARC032,
        controlRate: 0.5,
        experimentalRate: 0.75,
        atYears: 2,
      } as TrialInputs).events,
  ],
  [
    'size-of-sarc032',
    'patients that 50 against 75 % need at a one-sided 5 % and a power of 80 %, for the 126 of SARC032',
    'published rates, level, power and size of SARC032: Mowery 2024, Lancet 404:2053',
    126,
    5,
    () =>
      trialCalculators['two-proportion sample size']({
        power: SARC032.power,
        twoSidedAlpha: 2 * SARC032.oneSidedAlpha,
        rates: [0.5, 0.75],
      } as unknown as TrialInputs).total,
  ],
  [
    'margins-of-rtog-0415',
    'the margin of 7.65 points at a control rate of 85 % for the hazard ratio of 1.52 of RTOG 0415',
    'published margins of RTOG 0415: Lee 2016, J Clin Oncol 34:2325',
    1.52,
    0.005,
    () => computed('rtog-0415-margins').hazardRatioOfDifference,
  ],
  [
    'lan-demets-for-hyport-adjuvant',
    'Lan–DeMets spending of O’Brien–Fleming type, which the protocol names, for the first bound of HYPORT-Adjuvant',
    'published bounds of HYPORT-Adjuvant: protocol, Trials 2020, doi:10.1186/s13063-020-04751-y, table 4',
    known(HYPORT_ADJUVANT, 'efficacy1'),
    0.005,
    () => {
      const { gamma, ...plan } = (recorded(HYPORT_ADJUVANT).inputs as unknown as TrialInputs).plan as Inputs;
      return computed(HYPORT_ADJUVANT, { plan: { ...plan, efficacy: 'lanDeMetsObrienFleming' } }).efficacy1;
    },
  ],
  [
    'naive-for-cumulative-incidence',
    'one minus Kaplan–Meier in place of the cumulative incidence where death is more frequent than failure',
    'Gooley 1999, Stat Med 18:695',
    known(COMPETING, 'incidence'),
    1e-3,
    () => computed(COMPETING).naive,
  ],
  [
    'independent-for-dunnett',
    'a bound for three comparisons as if each had a control of its own, in place of Dunnett’s',
    'Dunnett 1955, J Am Stat Assoc 50:1096',
    known(DUNNETT, 'z'),
    1e-3,
    () => -normalQuantile(-Math.expm1(Math.log1p(-0.025) / 3)),
  ],
  [
    'complete-for-watched',
    'the lowest level’s rate by TITE-CRM with every window taken for over',
    'Cheung & Chappell 2000, Biometrics 56:1177',
    known(TITE_CRM, 'rate1'),
    1e-3,
    () => computed(TITE_CRM, { followUp: new Array<number>(9).fill(180) }).rate1,
  ],
];

const relapseByFieller = (files: ShippedFiles): Wrong => [
  'relapse-by-fieller',
  'an interval by Fieller from the relapses of FAST-Forward',
  'published 0.3 to 7.1 Gy: Murray Brunt 2020, Lancet 395:1613',
  'interval',
  0,
  () => {
    const { effects } = readEffects(files.effects('fast-forward-relapse'), 'fast-forward-relapse.yaml');
    return estimateAlphaBeta(effects, []).alphaBetaGy.fieller.kind;
  },
];

export const negativeControls: SuiteDefinition = {
  summary: 'Wrong ways to right figures: each passes where the figure is not reproduced.',
  cases: (files) =>
    [...wrongWays, relapseByFieller(files)].map(
      ([id, title, source, expected, tolerance, compute]): CaseDefinition => ({
        id: `not-${id}`,
        title,
        source,
        expected: { value: expected },
        tolerance,
        isNegativeControl: true,
        compute: () => ({ value: compute() }),
      }),
    ),
};

import type { Equations } from '../numeric/equations.ts';
import type { DoseRule } from './dose-rule.ts';

/** A premise of a dose rule, with the literature that it stands on where there is some. */
export interface DosePremise extends Partial<Equations> {
  readonly name: string;
  readonly text: string;
  readonly reference?: string;
}

const EQD2 = 'EQD2 = BED/(1 + 2/(α/β))';
const EFFECT = 'E = α·BED';
const LINEAR_BEYOND = [
  'BED = ∑ b(d)',
  'b(d) = d + d^2/(α/β), "where" d ≤ d_T',
  'b(d) = b(d_T) + (γ/α)·(d − d_T), "beyond"',
];
const TANGENT = 'γ/α = 1 + (2·d_T)/(α/β)';

function survivalPremise({ survival }: DoseRule): DosePremise {
  if (survival === undefined || survival === 'linearQuadratic') {
    return {
      name: 'Survival: linear-quadratic',
      text: 'The effect of a fraction is linear-quadratic in its dose: BED = Σd + Σd²/(α/β), EQD2 = BED/(1 + 2/(α/β)).',
      reference: 'Fowler 1989, Br J Radiol 62:679',
      equations: ['BED = ∑ d + (∑ d^2)/(α/β)', EQD2, EFFECT],
    };
  }
  if ('linearQuadraticLinear' in survival) {
    const { transitionGy, slopeRatio } = survival.linearQuadraticLinear;
    return {
      name: 'Survival: linear-quadratic-linear',
      text: 'Survival is linear-quadratic up to a dose per fraction and straight beyond it; where the transition lies in sarcoma is not known.',
      reference: 'Astrahan 2008, Med Phys 35:4161; Guerrero & Li 2004, Phys Med Biol 49:4825',
      equations: [
        ...LINEAR_BEYOND,
        ...(transitionGy === undefined ? ['d_T = 2·(α/β)'] : []),
        ...(slopeRatio === undefined ? [TANGENT] : []),
        EQD2,
        EFFECT,
      ],
      symbols: {
        'survival.linearQuadraticLinear.transitionGy': 'd_T',
        'survival.linearQuadraticLinear.slopeRatio': 'γ/α',
      },
    };
  }
  return {
    name: 'Survival: universal curve',
    text: 'The curve’s transition dose holds for every patient: linear-quadratic by the patient’s own α and β below it, their tangent beyond. No parameters of the curve are published for sarcoma.',
    reference: 'Park 2008, IJROBP 70:847',
    equations: ['d_T = (2·D_q)/(1 − α_c·D_0)', ...LINEAR_BEYOND, TANGENT, EQD2, EFFECT],
    symbols: {
      'survival.universalSurvivalCurve.alphaPerGy': 'α_c',
      'survival.universalSurvivalCurve.finalSlopeGy': 'D_0',
      'survival.universalSurvivalCurve.quasiThresholdGy': 'D_q',
    },
  };
}

function repairPremise({ repair }: DoseRule): DosePremise {
  return repair
    ? {
        name: 'Incomplete repair',
        text: 'Sublethal damage is repaired with one half-time; what is left acts together with later fractions, over all pairs at their clock times, and during a fraction that takes time.',
        reference: 'Thames 1985, Int J Radiat Biol 47:319; Lea & Catcheside 1942, J Genet 44:216',
        equations: [
          '∑ d^2 → ∑ G·d^2 + 2·∑_(i < j) d_i·d_j·e^(−μ·(t_j − t_i))',
          'G = 2·(μ·τ − 1 + e^(−μ·τ))/(μ·τ)^2',
          'μ = (ln 2)/T_h',
        ],
        symbols: { 'repair.halfTimeHours': 'T_h' },
      }
    : { name: 'Full repair', text: 'Sublethal damage is fully repaired between fractions, however close.' };
}

function repopulationPremise({ repopulation }: DoseRule): DosePremise {
  return repopulation
    ? {
        name: 'Repopulation',
        text: 'From the kick-off day on clonogens repopulate at a steady pace, alike in all patients; they may come to outnumber those at the start.',
        reference: 'Travis & Tucker 1987, IJROBP 13:283',
        equations: [
          repopulation.doublingTimeDays === undefined
            ? 'BED → BED − K·max(0, T − T_k)'
            : 'E → E − ln 2·max(0, T − T_k)/T_d',
          `T: "days from the first fraction to ${repopulation.untilSurgery ? 'surgery' : 'the last'}"`,
        ],
        symbols: {
          'repopulation.kickOffDays': 'T_k',
          'repopulation.doublingTimeDays': 'T_d',
          'repopulation.lostGyPerDay': 'K',
        },
      }
    : { name: 'No repopulation', text: 'Clonogens do not repopulate during treatment, nor until surgery.' };
}

/** What a dose rule takes for granted, one premise for each thing that it states or leaves out. */
export function dosePremises(rule: DoseRule): DosePremise[] {
  const { agents, hyperthermia, radiations } = rule;
  return [
    survivalPremise(rule),
    repairPremise(rule),
    repopulationPremise(rule),
    ...(agents && Object.keys(agents).length > 0
      ? [
          {
            name: 'Agents',
            text: 'An agent acts through its enhancement ratio (iso-effective dose without it over dose with it) alike in all patients; no such ratio is established for sarcoma.',
            equations: ['d → ER·d "or" α → ER·α', 'logit P = logit P_0 + ln(OR)'],
            symbols: { 'agents.*.enhancementRatio': 'ER', 'agents.*.oddsRatio': 'OR' },
          },
        ]
      : []),
    ...(hyperthermia
      ? [
          {
            name: 'Hyperthermia',
            text: 'Heating raises α and β exponentially from 37 to 41 °C, in fractions of the same day alone; how long a session lasts does not matter, nor how far from the fraction it is unless a fading is stated, whose exponential law is an assumption.',
            reference: 'Crezee 2016, Radiat Oncol 11:14',
            equations: [
              'α → α·exp(f·ln(a_41)·(T_H − 37)/4)',
              'β → β·exp(f·ln(b_41)·(T_H − 37)/4)',
              hyperthermia.fadeHalfTimeHours === undefined ? 'f = 1' : 'f = e^(−ln 2·h_H/T_f)',
            ],
            symbols: {
              'hyperthermia.alphaRatioAt41': 'a_41',
              'hyperthermia.betaRatioAt41': 'b_41',
              'hyperthermia.fadeHalfTimeHours': 'T_f',
            },
          },
        ]
      : []),
    ...(radiations && Object.keys(radiations).length > 0
      ? [
          {
            name: 'Relative biological effectiveness',
            text: 'Other radiation changes α by RBEmax and β by RBEmin², alike in all patients.',
            reference: 'Carabe-Fernandez 2007, Int J Radiat Biol 83:27',
            equations: ['E = RBE_max·α·d + RBE_min^2·β·d^2'],
            symbols: { 'radiations.*.rbeMax': 'RBE_max', 'radiations.*.rbeMin': 'RBE_min' },
          },
        ]
      : []),
  ];
}

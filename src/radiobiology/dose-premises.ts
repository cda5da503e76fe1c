import type { DoseRule } from './dose-rule.ts';

/** A premise of a dose rule, with the literature that it stands on where there is some. */
export interface DosePremise {
  readonly name: string;
  readonly text: string;
  readonly reference?: string;
}

function survivalPremise({ survival }: DoseRule): DosePremise {
  if (survival === undefined || survival === 'linearQuadratic') {
    return {
      name: 'Survival: linear-quadratic',
      text: 'The effect of a fraction is linear-quadratic in its dose: BED = Σd + Σd²/(α/β), EQD2 = BED/(1 + 2/(α/β)).',
      reference: 'Fowler 1989, Br J Radiol 62:679',
    };
  }
  if ('linearQuadraticLinear' in survival) {
    return {
      name: 'Survival: linear-quadratic-linear',
      text: 'Survival is linear-quadratic up to a dose per fraction and straight beyond it; where the transition lies in sarcoma is not known.',
      reference: 'Astrahan 2008, Med Phys 35:4161; Guerrero & Li 2004, Phys Med Biol 49:4825',
    };
  }
  return {
    name: 'Survival: universal curve',
    text: 'The curve’s transition dose holds for every patient: linear-quadratic by the patient’s own α and β below it, their tangent beyond. No parameters of the curve are published for sarcoma.',
    reference: 'Park 2008, IJROBP 70:847',
  };
}

function repairPremise({ repair }: DoseRule): DosePremise {
  return repair
    ? {
        name: 'Incomplete repair',
        text: 'Sublethal damage is repaired with one half-time; what is left acts together with later fractions, over all pairs at their clock times, and during a fraction that takes time.',
        reference: 'Thames 1985, Int J Radiat Biol 47:319; Lea & Catcheside 1942, J Genet 44:216',
      }
    : { name: 'Full repair', text: 'Sublethal damage is fully repaired between fractions, however close.' };
}

function repopulationPremise({ repopulation }: DoseRule): DosePremise {
  return repopulation
    ? {
        name: 'Repopulation',
        text: 'From the kick-off day on clonogens repopulate at a steady pace, alike in all patients; they may come to outnumber those at the start.',
        reference: 'Travis & Tucker 1987, IJROBP 13:283',
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
          },
        ]
      : []),
    ...(hyperthermia
      ? [
          {
            name: 'Hyperthermia',
            text: 'Heating raises α and β exponentially from 37 to 41 °C, in fractions of the same day alone; how long a session lasts does not matter, nor how far from the fraction it is unless a fading is stated, whose exponential law is an assumption.',
            reference: 'Crezee 2016, Radiat Oncol 11:14',
          },
        ]
      : []),
    ...(radiations && Object.keys(radiations).length > 0
      ? [
          {
            name: 'Relative biological effectiveness',
            text: 'Other radiation changes α by RBEmax and β by RBEmin², alike in all patients.',
            reference: 'Carabe-Fernandez 2007, Int J Radiat Biol 83:27',
          },
        ]
      : []),
  ];
}

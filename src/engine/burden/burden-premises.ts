import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { Assumption } from '../result.ts';

const ALWAYS = [
  'Costs are those of planning, fractions, machine time, travel and bad events that the scenario states; all other costs, such as those of surgery, follow-up, lost work and care at home, are left out as if the arms did not differ in them.',
  'Visits are the days on which a fraction is given, and those of planning; fractions, visits and failures are independent of where patients live.',
  'Every bad event costs the same, whoever has it and whenever; nothing is discounted, and nobody dies first.',
];
const QUALITY =
  'Quality of life is that of a patient without bad events less the loss of each, added up: a summary for one time, for which nothing is powered.';

/** What is taken for granted of the burden; nothing where the scenario states none. */
export function burdenPremises({ burden }: Scenario): Assumption[] {
  if (!burden) return [];
  const notes = [...ALWAYS, ...(burden.qualityOfLife ? [QUALITY] : [])];
  return notes.map((note) => ({ about: 'burden', basis: 'assumed', note }));
}

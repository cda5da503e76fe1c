import { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';

const MOST_LOOKS = 10;
const MOST_SCORE = 10;

const score = () => z.number().min(-MOST_SCORE).max(MOST_SCORE).optional();

const armLookSchema = strict({
  informationFraction: z
    .number()
    .gt(0)
    .lt(1)
    .describe('patients of each arm whose outcome is known, as a fraction of those planned in it'),
  futilityScore: score().describe('an arm whose normal score against the control is below is dropped'),
  efficacyScore: score().describe('an arm whose normal score reaches it is shown and takes no more patients'),
});

type ArmLook = z.output<typeof armLookSchema>;

/** What is wrong with the bounds of one look, and where it stands beside the one before. */
function lookProblems(
  { informationFraction, futilityScore, efficacyScore }: ArmLook,
  before: ArmLook | undefined,
): { key?: keyof ArmLook; message: string }[] {
  const found: { key?: keyof ArmLook; message: string }[] = [];
  if (before && !(informationFraction > before.informationFraction))
    found.push({
      key: 'informationFraction',
      message: `information fractions must rise: ${informationFraction} after ${before.informationFraction}`,
    });
  if (futilityScore === undefined && efficacyScore === undefined)
    found.push({ message: 'a look does nothing without futilityScore or efficacyScore' });
  if (futilityScore !== undefined && efficacyScore !== undefined && !(futilityScore < efficacyScore))
    found.push({
      key: 'futilityScore',
      message: `the futility bound ${futilityScore} is not below the efficacy bound ${efficacyScore}`,
    });
  return found;
}

/** Interim looks at which each arm is compared with the control and may leave the trial; the end is none of them. */
export const armLooksSchema = z
  .array(armLookSchema)
  .min(1)
  .max(MOST_LOOKS)
  .check(({ value, issues }) => {
    value.forEach((look, i) => {
      for (const { key, message } of lookProblems(look, value[i - 1]))
        issues.push({
          code: 'custom',
          input: value,
          message,
          path: key === undefined ? [i] : [i, key],
        });
    });
  });

/** Looks as scenarios write them, valid by {@link armLooksSchema}. */
export type ArmLooksBlock = z.output<typeof armLooksSchema>;

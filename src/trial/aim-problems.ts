/** Keys of a design that a claim needs and an aim has no use for, with what they are. */
const OF_CLAIMS: Readonly<Record<string, string>> = {
  interim: 'interim rules stop a trial at its claim',
  groupSequential: 'looks are at a claim',
  randomisation: 'blocks are of two arms',
  adoption: 'it is by the rates of one experimental arm',
  comparisons: 'an aim looks at all arms at once',
  accrual: 'patients of an aim are counted at a fixed time, whenever they come',
};

/** What is wrong with a design that states an aim: it takes no claim, and nothing that only claims use. */
export function aimProblems(
  design: Readonly<Record<string, unknown>>,
  claimKeys: readonly string[],
): { message: string; path: PropertyKey[] }[] {
  if (design.estimate === undefined) return [];
  const stated = (key: string): boolean => design[key] !== undefined;
  return [
    ...claimKeys.filter(stated).map((key) => ({
      message: `a design states a claim or an aim, not both: leave out ${key} or estimate`,
      path: [key],
    })),
    ...Object.keys(OF_CLAIMS)
      .filter(stated)
      .map((key) => ({ message: `${key} does nothing with an aim: ${OF_CLAIMS[key]}`, path: [key] })),
  ];
}

/** Keys of a design that several comparisons with one control have no use for, with why. */
const NOT_WITH_COMPARISONS: Readonly<Record<string, string>> = {
  coPrimary: 'each arm is compared in one claim',
  hierarchical: 'each arm is compared in one claim (multiplicity: gatekeeping tests the arms in their order)',
  interim: 'interim rules are for a single arm',
  groupSequential: 'looks are of two arms',
  randomisation: 'blocks are of two arms',
  adoption: 'it is by the rates of one experimental arm',
};

/** What is wrong with a design that compares several arms with one control: what is for fewer arms. */
export function comparisonProblems(
  design: Readonly<Record<string, unknown>>,
): { message: string; path: PropertyKey[] }[] {
  if (design.comparisons === undefined) return [];
  return Object.entries(NOT_WITH_COMPARISONS)
    .filter(([key]) => design[key] !== undefined)
    .map(([key, why]) => ({
      message: `${key} is not for comparisons with one control: ${why}`,
      path: [key],
    }));
}

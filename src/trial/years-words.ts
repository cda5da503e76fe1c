/** A number of years, in words. */
export const yearsWords = (years: number): string => `${years} ${years === 1 ? 'year' : 'years'}`;

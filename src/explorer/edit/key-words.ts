/** Units by the end of a key, the longest first. */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['Per10Gy', 'per 10 Gy'],
  ['PerCm3', 'per cm³'],
  ['PerMonth', 'a month'],
  ['PerYear', 'a year'],
  ['PerGy2', 'Gy⁻²'],
  ['PerGy', 'Gy⁻¹'],
  ['PerDay', 'a day'],
  ['Minutes', 'min'],
  ['Celsius', '°C'],
  ['Months', 'months'],
  ['Years', 'years'],
  ['Hours', 'h'],
  ['Days', 'days'],
  ['Cm3', 'cm³'],
  ['Gy2', 'Gy²'],
  ['Cm', 'cm'],
  ['Gy', 'Gy'],
];

/** Keys that say what they are in symbols or short forms. */
const NAMES: Readonly<Record<string, string>> = {
  isoeffect: 'version of the format',
  alphaBeta: 'α/β',
  alpha: 'α',
  betaPerGy2: 'β',
  gamma50: 'γ50',
  sf2: 'SF2',
  rsi: 'RSI',
  rho: 'ρ',
  sd: 'standard deviation',
  cv: 'coefficient of variation',
  eqd2: 'EQD2',
  dvh: 'dose–volume histogram',
  logNormal: 'log-normal',
  logLogNormal: 'log-log-normal',
  logitNormal: 'logit-normal',
  nonInferiority: 'non-inferiority',
  timeNonInferiority: 'non-inferiority over time',
  timeSuperiority: 'superiority over time',
  coPrimary: 'co-primary',
  oneSidedAlpha: 'one-sided α',
  twoSidedAlpha: 'two-sided α',
  perArm: 'patients in each arm',
  total: 'patients in all',
  hwangShihDeCani: 'Hwang, Shih and DeCani',
  kimDeMets: 'Kim and DeMets',
};

/** A key in words, and its unit where it ends in one. */
export interface KeyWords {
  readonly words: string;
  /** Empty where the key says none. */
  readonly unit: string;
}

const spaced = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

/** A key of a scenario as people read it: `doublingTimeDays` is “doubling time”, in days. */
export function keyWords(key: string): KeyWords {
  const ending = UNITS.find(([end]) => key.endsWith(end) || key === end.toLowerCase());
  const stem = ending && key !== ending[0].toLowerCase() ? key.slice(0, -ending[0].length) : key;
  const known = [key, stem].find((name) => Object.hasOwn(NAMES, name));
  return { words: known === undefined ? spaced(stem) : NAMES[known], unit: ending?.[1] ?? '' };
}

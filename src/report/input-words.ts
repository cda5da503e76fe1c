import { endpoints } from '../outcomes/endpoints/index.ts';
import { distributions } from '../random/distributions/index.ts';
import { shortPath } from './short-path.ts';

/** What a path is about, by its last keys. */
const NAMES: readonly (readonly [ending: RegExp, name: string])[] = [
  [/\.alphaBetaGy$/, 'α/β'],
  [/\.sf2$/, 'SF2'],
  [/\.alphaPerGy$/, 'α'],
  [/\.gamma50$/, 'slope (γ50)'],
  [/\.slopePer10Gy$/, 'slope'],
  [/\.anchor\.rate$/, 'baseline rate'],
  [/\.intercept$/, 'baseline'],
  [/\.residualProbability$/, 'probability of residual disease'],
  [/\.maxLnClonogens$/, 'clonogen number'],
  [/\.latency(\.|$)/, 'latency'],
  [/\.centreSd$/, 'spread between centres'],
];

/** Words for an uncertain path: what it is of which endpoint, and which parameter where it is one of a law. */
function pathWords(path: string): string {
  const keys = path.split('.');
  const law = keys.findIndex((key) => key in distributions);
  const base = law < 0 ? path : keys.slice(0, law).join('.');
  const name = NAMES.find(([ending]) => ending.test(base))?.[1];
  if (name === undefined) return shortPath(path);
  const endpoint = Object.values(endpoints).find((e) => e.name === keys[1]);
  const parameter = law < 0 ? '' : ` (${keys.slice(law + 1).join(' ')})`;
  return `${name}${endpoint ? ` of ${endpoint.label}` : ''}${parameter}`;
}

/** Paths of a block of joint draws that are all named. */
const MOST_TOGETHER = 2;

/** What an input of a sensitivity study may be called. */
export interface NamedInput {
  readonly name: string;
  readonly paths: readonly string[];
  /** Number of joint draws, where it is a block of them. */
  readonly draws?: number;
}

/** Words for inputs by their names; those that would be called the same keep their paths. */
export function inputWords(inputs: readonly NamedInput[]): (name: string) => string {
  const words = inputs.map(({ name, paths, draws }) => {
    if (draws === undefined) return pathWords(name);
    return paths.length > MOST_TOGETHER
      ? `${name}, ${paths.length} values drawn together`
      : paths.map(pathWords).join(' with ');
  });
  const isAmbiguous = (word: string): boolean => words.indexOf(word) !== words.lastIndexOf(word);
  const byName = new Map(
    inputs.map(({ name }, i) => [name, isAmbiguous(words[i]) ? shortPath(name) : words[i]]),
  );
  return (name) => byName.get(name) ?? name;
}

import type { RunResult } from '../engine/result.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import { type Design, requiredClaims } from '../trial/design.ts';
import { endpointPhrase } from '../trial/endpoint-time.ts';
import { percentWords } from '../trial/percent-words.ts';
import { capitalised } from './endpoint-words.ts';
import { liveDesign } from './live-design.ts';

/** What success is called in a design. */
export interface SuccessWords {
  /** Whether nothing but running to the end is success. */
  readonly isCompletion: boolean;
  /** What the trial does when it succeeds, in the present tense. */
  readonly verb: string;
  /** What success needs, as the subject of “is false” and “is true”. */
  readonly oneClaim: string;
  readonly everyClaim: string;
  /** Headings of the two operating characteristics. */
  readonly power: string;
  readonly typeIError: string;
  /** What the second of them is, in one sentence or more. */
  readonly typeIErrorNote: string;
}

const ERROR = 'type I error';
const NOT_STOPPED = 'not stopped at the limit';
const AT_NULL = 'success at the null';

/** Whose claim success needs, of several arms compared with one control. */
function neededArm({ comparisons, isHierarchical }: Design): string | undefined {
  if (!comparisons) return undefined;
  if (comparisons.requires === 'all') return 'every arm';
  return isHierarchical ? 'the first arm' : 'at least one arm';
}

/** Of whom the claim is false where {@link neededArm} has none that is true. */
const FALSE_OF: Readonly<Record<string, string>> = {
  'every arm': 'some arm',
  'the first arm': 'the first arm',
  'at least one arm': 'every arm',
};

function shownWords(design: Design): string {
  const { claims, isHierarchical } = design;
  const arm = neededArm(design);
  if (arm) return `shows its claim for ${arm}`;
  if (isHierarchical) return 'shows its first claim';
  if (claims.length > 2) return `shows all ${claims.length} claims`;
  return claims.length > 1 ? 'shows both claims' : 'shows its claim';
}

function claimWords(design: Design): Pick<SuccessWords, 'oneClaim' | 'everyClaim'> {
  const { claims, isHierarchical } = design;
  const arm = neededArm(design);
  if (arm) return { oneClaim: `the claim of ${FALSE_OF[arm]}`, everyClaim: `the claim of ${arm}` };
  if (isHierarchical) return { oneClaim: 'the first claim', everyClaim: 'the first claim' };
  return claims.length > 1
    ? { oneClaim: 'a claim', everyClaim: 'every claim' }
    : { oneClaim: 'the claim', everyClaim: 'the claim' };
}

type Border = 'margin' | 'equal' | 'both';

const BORDERS: Readonly<Record<Border, string>> = {
  margin: 'the experimental arm exactly at the margin',
  equal: 'both arms exactly equal',
  both: 'the experimental arm exactly at the margin, or where superiority is claimed equal to the control',
};

/** Whether claims on two arms have margins, or none: superiority. */
function borderOf(claims: readonly Claim[]): Border {
  const isMargin = (claim: Claim): boolean =>
    isTimeClaim(claim) ? claim.times.margins !== undefined : claim.limit !== 0;
  if (claims.every(isMargin)) return 'margin';
  return claims.some(isMargin) ? 'both' : 'equal';
}

/** Where the limit of a claim lies, as the place of its null. */
function nullOf(claims: readonly Claim[], arms: number): string {
  if (arms > 1) return BORDERS[borderOf(claims)];
  const names = [...new Set(claims.map(({ limitName = 'null rate' }) => limitName))];
  return `the arm exactly at the ${names.join(' or ')}`;
}

/** What the second operating characteristic is of a claim that running to the end shows. */
function unstoppedNote({ endpoint, time, limit }: Claim): string {
  return `how often the rules let a trial run to its end whose true ${endpointPhrase(endpoint, time)} are at ${percentWords(limit)}, which is no type I error at a chosen level`;
}

/** What the error of several comparisons is, beside that of each. */
const OF_COMPARISONS =
  ' For the whole design it is the largest over the arms, each at its margin by itself; of at least one comparison, with every arm at its margin at once (the familywise error).';

function typeIErrorNote(design: Design): string {
  const { claims, isHierarchical, sizes, comparisons } = design;
  const others = claims.filter(({ isCompletion }) => !isCompletion);
  const unstopped = claims.filter(({ isCompletion }) => isCompletion).map(unstoppedNote);
  const whole = comparisons
    ? OF_COMPARISONS
    : claims.length < 2
      ? ''
      : isHierarchical
        ? ' For the whole design it is that of the first claim, which decides; of the others, those before are certain to pass.'
        : ' For the whole design it is the largest over the nulls, the other claims certain to pass.';
  if (others.length === 0) return `${capitalised(NOT_STOPPED)}: ${unstopped.join('; ')}.${whole}`;
  const ordinary = `success with ${nullOf(others, sizes.length)}`;
  return unstopped.length === 0
    ? `${capitalised(ERROR)}: ${ordinary}.${whole}`
    : `${capitalised(AT_NULL)}: ${ordinary}, a type I error; for the claim of running to the end, ${unstopped.join('; ')}.${whole}`;
}

function typeIErrorHeading({ claims }: Design): string {
  const unstopped = claims.filter(({ isCompletion }) => isCompletion).length;
  if (unstopped === 0) return ERROR;
  return unstopped === claims.length ? NOT_STOPPED : AT_NULL;
}

/** How to speak of success under the design of a result. */
export function successWords(result: Pick<RunResult, 'scenario' | 'arms'>): SuccessWords {
  const design = liveDesign(result);
  const required = design.claims.slice(0, requiredClaims(design));
  const isCompletion = required.every((claim) => claim.isCompletion);
  return {
    isCompletion,
    verb: isCompletion ? 'is not stopped' : shownWords(design),
    ...claimWords(design),
    power: isCompletion ? 'not stopped' : 'power',
    typeIError: typeIErrorHeading(design),
    typeIErrorNote: typeIErrorNote(design),
  };
}

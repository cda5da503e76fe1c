import type { GoodnessOfFit } from '../trial/alpha-beta/dose-coefficients.ts';
import type { FiellerSet, RatioInterval } from '../trial/alpha-beta/ratio-sets.ts';
import type { EffectEvent, SignCheck, WrongSign } from '../trial/alpha-beta/wrong-sign.ts';

/** What the data make of α/β. */
export type VerdictStatus =
  /** Bounded on both sides above 0. */
  | 'determined'
  /** Some values are refused, but not on both sides. */
  | 'partlyDetermined'
  /** No positive value is refused. */
  | 'undetermined'
  /** Dose works the wrong way round: the ratio is no estimate. */
  | 'noEstimate';

/** The answer in plain words. */
export interface Verdict {
  readonly status: VerdictStatus;
  readonly sentences: readonly string[];
}

/** What the verdict rests on. */
interface Grounds {
  readonly event: EffectEvent;
  readonly level: number;
  readonly alphaBetaGy: {
    readonly estimate: number;
    readonly delta: RatioInterval;
    readonly fieller: FiellerSet;
  };
  readonly wrongSign: WrongSign;
  readonly goodnessOfFit: GoodnessOfFit | null;
}

const plain = (value: number): string => value.toFixed(2).replace('-', '−');
const gray = (value: number): string => `${plain(value)} Gy`;
const percent = (probability: number): string =>
  probability < 0.001 ? '< 0.1 %' : `${(100 * probability).toFixed(probability < 0.1 ? 1 : 0)} %`;
const atLevel = (level: number): string => `at the ${Number((100 * level).toPrecision(6))} % level`;

/** Judges an estimate: signs first, then the set of values that the data do not refuse. */
export function estimateVerdict(grounds: Grounds): Verdict {
  const { wrongSign } = grounds;
  const isWrong = wrongSign.perGy.isWrong || wrongSign.perGy2.isWrong;
  const [status, ...sentences] = isWrong ? noEstimate(grounds) : ofSet(grounds);
  return {
    status,
    sentences: [...sentences, ...fitSentence(grounds), signSentence(wrongSign), repeatSentence(grounds)],
  };
}

type Judgement = [status: VerdictStatus, ...sentences: string[]];

function noEstimate({ event, level, alphaBetaGy, wrongSign }: Grounds): Judgement {
  if (!Number.isFinite(alphaBetaGy.estimate)) {
    const none = 'These data hold no estimate of α/β: the coefficient of fraction size (g2) is 0.';
    return ['noEstimate', none, refusal(alphaBetaGy.fieller, level)];
  }
  const seen = event === 'harm' ? 'less harm' : 'more failure';
  const refused = refusal(alphaBetaGy.fieller, level);
  if (wrongSign.perGy.isWrong && wrongSign.perGy2.isWrong) {
    return [
      'noEstimate',
      `These data hold no estimate of α/β. More dose goes with ${seen}, the wrong way round: both coefficients of dose have the wrong sign.`,
      `Their ratio, ${gray(alphaBetaGy.estimate)}, is positive only because two wrong signs cancel. ${refused}`,
    ];
  }
  const which = wrongSign.perGy.isWrong ? 'total dose (g1)' : 'fraction size (g2)';
  return [
    'noEstimate',
    `These data hold no estimate of α/β: the coefficient of ${which} has the wrong sign, so that the ratio is ${gray(alphaBetaGy.estimate)}.`,
    refused,
  ];
}

function refusal({ kind, low, high }: FiellerSet, level: number): string {
  if (kind === 'wholeLine') return `No value of the ratio is refused ${atLevel(level)}.`;
  const ends = `${gray(low ?? -Infinity)} and ${gray(high ?? Infinity)}`;
  const where = kind === 'complement' ? 'between' : 'outside';
  return `The ratios that are refused ${atLevel(level)} lie ${where} ${ends}.`;
}

function ofSet({ level, alphaBetaGy: { estimate, delta, fieller } }: Grounds): Judgement {
  const { kind, low, high } = fieller;
  const lead = `α/β is estimated at ${gray(estimate)}`;
  const tight = `The delta interval, ${plain(delta.low)} to ${gray(delta.high)}, claims more than the data hold.`;
  if (kind === 'interval' && high !== null) {
    return low !== null && low > 0
      ? [
          'determined',
          `${lead}, and it is determined: ${atLevel(level)} values below ${gray(low)} and above ${gray(high)} are refused (Fieller).`,
        ]
      : [
          'partlyDetermined',
          `${lead}, and it is determined from above only: ${atLevel(level)} values above ${gray(high)} are refused, small ones are not.`,
        ];
  }
  if (kind === 'complement' && low! > 0) {
    return [
      'partlyDetermined',
      `${lead}, but it is not determined: ${atLevel(level)} only values between ${gray(low!)} and ${gray(high!)} are refused, and there is no upper bound.`,
      tight,
    ];
  }
  const bound = kind === 'complement' ? high! : low;
  if (bound !== null && bound > 0) {
    return [
      'partlyDetermined',
      `${lead}, but only a lower bound is determined: ${atLevel(level)} values below ${gray(bound)} are refused, and there is no upper bound.`,
      tight,
    ];
  }
  return [
    'undetermined',
    `${lead}, but it is not determined: ${atLevel(level)} no value above 0 is refused.`,
    tight,
  ];
}

/** Chance below which a misfit is said. */
const POOR_FIT = 0.05;

function fitSentence({ goodnessOfFit }: Grounds): string[] {
  if (!goodnessOfFit || goodnessOfFit.pValue >= POOR_FIT) return [];
  return [
    `The model does not fit the arms well: so bad a fit comes by chance in ${percent(goodnessOfFit.pValue)} of trials, and every interval here takes the model as true.`,
  ];
}

const chance = ({ probability }: SignCheck): string => percent(probability);

function signSentence({ perGy, perGy2, slopePerGyEqd2 }: WrongSign): string {
  return `Probability that the truth has the wrong sign: ${chance(perGy)} for total dose (g1), ${chance(perGy2)} for fraction size (g2), ${chance(slopePerGyEqd2)} for dose in 2 Gy fractions (g1 + 2·g2).`;
}

function repeatSentence({ level, wrongSign }: Grounds): string {
  return `Were the estimates true and the trial repeated, its ${Number((100 * level).toPrecision(6))} % set for α/β would be without bound in ${percent(wrongSign.unboundedProbability)} of repeats.`;
}

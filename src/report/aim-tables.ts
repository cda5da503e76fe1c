import type { AimResult, AimTruthResult, SetSummary } from '../engine/aim-result.ts';
import { countedWords, expectedShare, grayTo2, plusMinus, setWords, toHundredths } from './aim-words.ts';
import type { CaptionedTable } from './captioned-table.ts';
import { exactly, meanExactly, meanWithError, withError } from './numbers.ts';

/** What each arm gives, and what it costs, under one truth. */
export function costTable({ aim, arms }: AimResult, truth: AimTruthResult): CaptionedTable {
  const { failures } = countedWords(aim);
  return {
    caption: `What the arms cost, ${truth.name}: ${failures}, simulated and exact`,
    headings: ['Arm', 'Rate', 'exact', 'Expected failures', 'exact', 'above control', 'exact'],
    rows: truth.estimation.arms.map(({ name, failures: own, aboveControl }, i) => {
      const rate = truth.arms[i].endpoints[aim.endpoint]!.rate;
      return [
        `${name} (${arms[i].n})`,
        withError(rate),
        exactly(rate, 1),
        meanWithError(own),
        meanExactly(own, 1),
        i === 0 ? '' : meanWithError(aboveControl),
        i === 0 ? '' : meanExactly(aboveControl, 1),
      ];
    }),
  };
}

/** How often an estimate bounds α/β, by truth; `isBrief` leaves out the sets with two ends, signs aside. */
export function boundingTable({ truths }: AimResult, isBrief = false): CaptionedTable {
  return {
    caption: 'Trials that bound α/β: a set with two ends, and coefficients of the right sign',
    headings: [
      'Truth',
      'true α/β',
      'limit',
      'bound it',
      'expected',
      ...(isBrief ? [] : ['Fieller, two ends', 'expected']),
      'not estimable',
    ],
    rows: truths.map(({ name, operatingCharacteristics: { power }, estimation }) => {
      const { trueGy, isMedian, limitGy, estimable, sets } = estimation;
      const bounded = sets?.fieller.bounded;
      return [
        name,
        trueGy === null ? 'none' : `${Number(trueGy.toPrecision(4))} Gy${isMedian ? ' (median)' : ''}`,
        grayTo2(limitGy),
        withError(power),
        expectedShare(power.expected),
        ...(isBrief ? [] : [bounded ? withError(bounded) : '–', expectedShare(bounded?.expected)]),
        withError({ estimate: 1 - estimable.estimate, mcse: estimable.mcse }),
      ];
    }),
  };
}

/** Where the estimates lie, by truth. */
export function estimatesTable({ truths }: AimResult): CaptionedTable {
  return {
    caption: 'Estimates of α/β, in Gy',
    headings: ['Truth', 'median', 'its bias', 'middle 95 %', 'mean of bounding ones', 'its bias'],
    rows: truths.map(({ name, estimation: { estimates, bounding } }) => {
      const at = (probability: number): number | undefined =>
        estimates?.quantiles.find((quantile) => quantile.probability === probability)?.value.estimate;
      return [
        name,
        plusMinus(estimates?.median),
        plusMinus(estimates?.medianBias),
        estimates ? `${toHundredths(at(0.025))} to ${toHundredths(at(0.975))}` : '–',
        plusMinus(bounding?.mean),
        plusMinus(bounding?.bias),
      ];
    }),
  };
}

/** Standard errors by truth: expected, stated by the trials, and seen across them. */
export function errorsTable({ truths }: AimResult): CaptionedTable {
  return {
    caption: 'Standard error of α/β in Gy: the delta method, and what the trials show',
    headings: ['Truth', 'delta, expected', 'delta, median', 'spread of all', 'SD of bounding ones'],
    rows: truths.map(({ name, estimation: { expected, estimates, bounding } }) => [
      name,
      toHundredths(expected?.standardErrorGy),
      plusMinus(estimates?.statedError),
      plusMinus(estimates?.spread),
      plusMinus(bounding?.standardDeviation),
    ]),
  };
}

const SHORT_SETS = { ...setWords, profileLikelihood: 'profile' } as const;

/** How the sets do under each truth; `isBrief` leaves out how often they hold the limit. */
export function setsTable({ truths }: AimResult, isBrief = false): CaptionedTable {
  const cells = ({ bounded, coverage, coverageOfLimit, coverageWhereBounded, medianWidthGy }: SetSummary) => [
    withError(bounded),
    coverage ? withError(coverage) : '–',
    coverageWhereBounded ? withError(coverageWhereBounded) : '–',
    ...(isBrief ? [] : [coverageOfLimit ? withError(coverageOfLimit) : '–']),
    plusMinus(medianWidthGy),
    toHundredths(medianWidthGy?.expected),
  ];
  return {
    caption:
      'Sets of α/β: how often they hold the true value, and the median width in Gy of the bounded ones',
    headings: [
      'Truth, set',
      'bounded',
      'hold it',
      'if bounded',
      ...(isBrief ? [] : ['hold limit']),
      'median width',
      'expected',
    ],
    rows: truths.flatMap(({ name, estimation: { sets } }) =>
      sets
        ? (Object.keys(setWords) as (keyof typeof setWords)[]).map((set) => [
            `${name}, ${SHORT_SETS[set]}`,
            ...cells(sets[set]),
          ])
        : [],
    ),
  };
}

/** How often a sign is wrong, by truth. */
export function signsTable({ truths }: AimResult): CaptionedTable {
  return {
    caption: 'Estimates with a wrong sign: of total dose (g1), of fraction size (g2), of g1 + 2·g2',
    headings: ['Truth', 'g1', 'expected', 'g2', 'expected', 'g1 + 2·g2', 'expected', 'g1 or g2'],
    rows: truths.map(({ name, estimation: { wrongSign } }) => {
      if (!wrongSign) return [name, ...Array.from({ length: 7 }, () => '–')];
      const { perGy, perGy2, slopePerGyEqd2, either } = wrongSign;
      return [
        name,
        ...[perGy, perGy2, slopePerGyEqd2].flatMap((sign) => [withError(sign), expectedShare(sign.expected)]),
        withError(either),
      ];
    }),
  };
}

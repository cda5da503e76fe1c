import type { ArmBurdenResult, BurdenComparison, BurdenResult } from '../engine/burden/burden-result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { quadrants } from '../trial/burden/cost-effectiveness.ts';
import { badEventWords, quadrantWords } from './burden-words.ts';
import { grouped, meanWithError, signed, withError } from './numbers.ts';

/** A table for a terminal or a page. */
export interface BurdenTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Heading of the column that names test arms. */
const ARM = 'arm';

/** A number to three decimals at most, thousands set apart. */
function figure(value: number): string {
  if (value < 0) return `−${figure(-value)}`;
  return value >= 10_000 ? grouped(Math.round(value)) : String(Number(value.toFixed(value < 100 ? 1 : 0)));
}

/** A difference with its sign. */
const difference = (value: number): string =>
  signed(value, Math.abs(value) < 100 ? 1 : 0).replace(/\.0$/, '');

type Measure = readonly [
  name: string,
  ofArm: (arm: ArmBurdenResult) => string,
  ofDifference: (comparison: BurdenComparison) => string,
];

function travelled({ travelKm: { mean, percentile10, percentile90 } }: ArmBurdenResult): string {
  const middle = percentile10 === undefined ? '' : ` (${figure(percentile10)} to ${figure(percentile90!)})`;
  return `${figure(mean)}${middle}`;
}

/** What is counted, and said of each arm and each difference. */
function measures({ currency, endpoint, truths: [{ arms }] }: BurdenResult): Measure[] {
  const [, several] = badEventWords(endpoint);
  const isTravelled = arms.some(({ travelKm }) => travelKm.mean > 0);
  const isLaw = arms[0].travelKm.percentile10 !== undefined;
  const cost = (name: string, key: 'treatmentCost' | 'travelCost' | 'eventCost' | 'cost'): Measure => [
    `${name}, ${currency}`,
    (arm) => figure(arm[key]),
    (c) => difference(c[key]),
  ];
  return [
    ['fractions', ({ fractions }) => figure(fractions), ({ fractions }) => difference(fractions)],
    ['visits', ({ visits }) => figure(visits), ({ visits }) => difference(visits)],
    ['machine minutes', (a) => figure(a.machineMinutes), (c) => difference(c.machineMinutes)],
    ...(isTravelled
      ? ([
          [`travel, km${isLaw ? ' (10 to 90 %)' : ''}`, travelled, (c) => difference(c.travelKm)],
          ['hours on the road', (a) => figure(a.travelHours), (c) => difference(c.travelHours)],
        ] satisfies Measure[])
      : []),
    cost('cost of treatment', 'treatmentCost'),
    ...(arms.some(({ travelCost }) => travelCost > 0) ? [cost('cost of travel', 'travelCost')] : []),
    ...(arms.some(({ eventCost }) => eventCost > 0) ? [cost('cost of bad events', 'eventCost')] : []),
    cost('cost in all', 'cost'),
    [`${several} in 100`, (a) => (100 * a.badEventRate).toFixed(1), (c) => signed(-c.avertedPer100)],
    ...(arms[0].qualityOfLife === undefined
      ? []
      : ([
          ['quality of life', (a) => a.qualityOfLife!.toFixed(3), (c) => signed(c.qualityOfLife!, 3)],
        ] satisfies Measure[])),
  ];
}

/** What each arm asks, as planned. */
function burdenByArm(burden: BurdenResult): BurdenTable {
  const [{ arms, comparisons }] = burden.truths;
  return {
    caption: 'Burden as planned, on average a patient',
    headings: [
      'measure',
      ...arms.map(({ name }) => name),
      ...comparisons.map(({ arm }) => `${arm} less ${arms[0].name}`),
    ],
    rows: measures(burden).map(([name, ofArm, ofDifference]) => [
      name,
      ...arms.map(ofArm),
      ...comparisons.map(ofDifference),
    ]),
  };
}

/** The comparison under each truth; undefined where there is one truth, or one arm. */
function burdenByTruth(burden: BurdenResult): BurdenTable | undefined {
  const { truths, currency, endpoint } = burden;
  if (truths.length < 2 || truths[0].comparisons.length === 0) return undefined;
  const [one, several] = badEventWords(endpoint);
  return {
    caption: `Cost per ${one} averted, by truth`,
    headings: ['Truth', ARM, `cost, ${currency}`, `${several} averted in 100`, 'verdict', `${currency} each`],
    rows: truths.flatMap(({ name, comparisons }) =>
      comparisons.map(({ arm, cost, avertedPer100, quadrant, costPerEvent }) => [
        name,
        arm,
        difference(cost),
        signed(avertedPer100),
        quadrantWords[quadrant],
        costPerEvent === null ? '–' : figure(costPerEvent),
      ]),
    ),
  };
}

/** `−4910 ± 130`: an estimated mean with its Monte Carlo standard error, whole from an error of 1 on. */
function mean({ estimate, mcse }: Estimate): string {
  if (mcse < 1) return meanWithError({ estimate, mcse }).replace('-', '−');
  const size = grouped(Math.round(Math.abs(estimate)));
  return `${estimate < 0 && size !== '0' ? '−' : ''}${size} ± ${grouped(Math.round(mcse))}`;
}

/** Where the comparison lies over the drawn worlds; undefined where none is drawn. */
function burdenOverWorlds({ worlds, currency, endpoint, truths }: BurdenResult): BurdenTable | undefined {
  if (!worlds) return undefined;
  const [one, several] = badEventWords(endpoint);
  const [{ comparisons: planned }] = truths;
  const rows = worlds.comparisons.flatMap((c, i): string[][] => [
    [c.arm, `cost less that of the control, ${currency}`, mean(c.cost), difference(planned[i].cost)],
    [c.arm, `${several} averted in 100`, mean(c.avertedPer100), signed(planned[i].avertedPer100, 2)],
    [
      c.arm,
      `${currency} per ${one}, ratio of means (${quadrantWords[c.quadrantOfMeans]})`,
      c.costPerEvent ? mean(c.costPerEvent) : '–',
      planned[i].costPerEvent === null ? '–' : figure(planned[i].costPerEvent),
    ],
    ...quadrants
      .filter((name) => c.quadrants[name].estimate > 0)
      .map((name) => [
        c.arm,
        `probability: ${quadrantWords[name]}`,
        withError(c.quadrants[name]),
        planned[i].quadrant === name ? 'yes' : 'no',
      ]),
  ]);
  return {
    caption: 'Over the drawn worlds, ± Monte Carlo standard error',
    headings: [ARM, 'measure', 'over the worlds', 'as planned'],
    rows,
  };
}

/** What averting a bad event may cost, and whether the test arm is worth it then; undefined where no world is drawn. */
function burdenByWillingness({ worlds, currency, endpoint, truths }: BurdenResult): BurdenTable | undefined {
  if (!worlds) return undefined;
  const [one] = badEventWords(endpoint);
  return {
    caption: `Net benefit by what averting a ${one} may cost, ${currency}, ± Monte Carlo standard error`,
    headings: [ARM, 'may cost', 'net benefit', 'as planned', 'probability of being worth it'],
    rows: worlds.comparisons.flatMap(({ arm, netBenefit }, i) =>
      netBenefit.map(({ willingnessToPay, value }, k) => [
        arm,
        figure(willingnessToPay),
        mean(value.mean),
        difference(truths[0].comparisons[i].netBenefit[k].value),
        withError(value.positive),
      ]),
    ),
  };
}

/** A table without its column of test arms: where there is one, it needs no name. */
function withoutArm({ caption, headings, rows }: BurdenTable): BurdenTable {
  const others = (cells: readonly string[]): string[] => cells.filter((_cell, i) => headings[i] !== ARM);
  return { caption, headings: others(headings), rows: rows.map(others) };
}

/** What each arm asks, how it compares under each truth, and how sure that is over the worlds: as far as there are any. */
export function burdenTables(burden: BurdenResult): BurdenTable[] {
  const tables = [burdenByArm, burdenByTruth, burdenOverWorlds, burdenByWillingness].flatMap(
    (of) => of(burden) ?? [],
  );
  return burden.truths[0].comparisons.length > 1 ? tables : tables.map(withoutArm);
}

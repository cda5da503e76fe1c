import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { charts } from '../../src/report/charts/index.ts';
import { liveDesign } from '../../src/report/live-design.ts';
import { known, percent } from '../../src/report/numbers.ts';
import { makeResult } from './make-result.ts';
import { COUNT_LOOKS, NO_FAILURE, TIMED_COMPETING, TIMED_LOOKS } from './times-texts.ts';

let looks: RunResult;
let competing: RunResult;
let counts: RunResult;
let none: RunResult;

beforeAll(async () => {
  looks = await makeResult(TIMED_LOOKS);
  competing = await makeResult(TIMED_COMPETING);
  counts = await makeResult(COUNT_LOOKS);
  none = await makeResult(NO_FAILURE);
});

const contentOf = (chart: string, result: RunResult) => charts[chart].content(result)!;

describe('charts of times and of looks of two arms', () => {
  it('has what each result has something for, in words without a hole', () => {
    const wanted: [RunResult, string[]][] = [
      [
        looks,
        [
          'cumulative-incidence',
          'estimated-effect',
          'accrual-and-looks',
          'stopping-boundaries',
          'stopping-by-look',
          'estimate-after-stopping',
          'monte-carlo-convergence',
        ],
      ],
      [
        competing,
        [
          'eqd2-by-alpha-beta',
          'isoeffect-map',
          'dose-response',
          'cumulative-incidence',
          'estimated-effect',
          'accrual-and-looks',
          'monte-carlo-convergence',
        ],
      ],
      [
        counts,
        [
          'estimated-difference',
          'accrual-and-looks',
          'stopping-boundaries',
          'stopping-by-look',
          'monte-carlo-convergence',
        ],
      ],
      [none, ['cumulative-incidence', 'accrual-and-looks', 'monte-carlo-convergence']],
    ];
    const listed = wanted.flatMap(([, names]) => names);
    for (const [result, names] of wanted) {
      const shown = Object.entries(charts).filter(([, { content }]) => content(result));
      expect(shown.map(([name]) => name).filter((name) => listed.includes(name))).toEqual(names);
      for (const [, { content }] of shown) {
        const { title, description } = content(result)!;
        expect(`${title} ${description}`).not.toMatch(/NaN|undefined|Infinity|null/);
      }
    }
  });
});

describe('cumulative incidence', () => {
  it('says how many have failed by the time of the claim, and what 1 − Kaplan–Meier would say', () => {
    const { title, data, params } = contentOf('cumulative-incidence', competing);
    const { years, arms } = competing.truths[0].times!.curves;
    const at = years.indexOf(3);
    const failed = arms.map(({ failureExact }) => percent(failureExact![at]));
    const naive = competing.truths[0].arms.map((arm) => percent(arm.competing!.netLocalFailure.exact!));
    expect(title.replaceAll('\u00a0', ' ')).toBe(
      `At 3 years ${failed[0]} % of 14 × 3 Gy patients and ${failed[1]} % of 5 × 6 Gy patients have failed; 1 − Kaplan–Meier would say ${naive[0]} and ${naive[1]} %`,
    );
    expect(params.competingName).toBe('death');
    expect(data.time).toEqual([{ time: 3, label: '3 years' }]);
    expect(new Set(data.curves.map(({ series }) => series))).toEqual(
      new Set(['trials', 'population', 'naive', 'competing']),
    );
  });

  it('says nothing of competing events where there are none', () => {
    const { title, data, params, description } = contentOf('cumulative-incidence', looks);
    expect(title).toBe('At 3 years 7.0 % of control patients and 7.0 % of experimental patients have failed');
    expect(params.seriesShown).toEqual(['trials', 'population']);
    expect(data.curves.some(({ series }) => series === 'naive')).toBe(false);
    expect(description).not.toContain('Kaplan');
  });

  it('has all patients at risk at the start', () => {
    const { atRisk } = contentOf('cumulative-incidence', looks).data;
    expect(
      atRisk.filter(({ kind, time }) => kind === 'number' && time === 0).map(({ label }) => label),
    ).toEqual(['204', '204']);
  });

  it('shows a trial of a year in months, and draws the trials alone where there is no quadrature', () => {
    const { params } = contentOf('cumulative-incidence', none);
    expect([params.timeTitle, params.xHigh, params.yHigh]).toEqual(['months from surgery', 12, 1]);
    const sampled = structuredClone(looks) as unknown as {
      truths: { times: { curves: { arms: object[] } } }[];
    };
    for (const arm of sampled.truths[0].times.curves.arms) Object.assign(arm, { failureExact: null });
    const { params: fewer, description, title } = contentOf('cumulative-incidence', sampled as never);
    expect(fewer.seriesShown).toEqual(['trials']);
    expect(title).toMatch(/^At 3 years 7\.0 % of control patients and 7\.0 % /);
    expect(description).not.toContain('population');
  });
});

describe('accrual and looks', () => {
  it('puts looks at their mean months with the patients expected by then', () => {
    const { marks } = contentOf('accrual-and-looks', looks).data;
    const held = looks.truths[0].operatingCharacteristics.stopping!.looks;
    expect(marks.map(({ kind }) => kind)).toEqual(['look', 'look', 'last']);
    held.forEach(({ months }, k) => {
      expect(Math.abs(Number(marks[k].month) - months!.estimate)).toBeLessThan(1e-3);
    });
    // All are enrolled after 48 months; the last is followed for 36 more
    expect(marks[2].month).toBeCloseTo(48 * (408 / 409) + 36, 1);
    expect(marks[2].patients).toBe(408);
    expect(marks[0].label).toMatch(/^look 1: 24 failures\nends [\d.]+ % of trials$/);
  });

  it('counts patients where counts decide', () => {
    const { title, data } = contentOf('accrual-and-looks', counts);
    const { stopping } = counts.truths[0].operatingCharacteristics;
    const [first, second] = stopping!.looks.map(({ stop }) => stop.exact!);
    const mean = 120 - 60 * first - 30 * second;
    expect(title).toContain(` on ${mean.toFixed(1)} patients; all 120 patients`);
    expect(data.marks.at(-1)!.label).toMatch(/^last analysis: 120 patients\n/);
  });
});

describe('stopping boundaries', () => {
  it('draws the bounds of the plan, which meet at the last look', () => {
    const { bounds } = contentOf('stopping-boundaries', looks).data;
    const { plan } = liveDesign(looks).sequential!;
    const of = (kind: string) => bounds.filter((row) => row.kind === kind).map(({ z }) => Number(z));
    // Six significant digits
    plan.efficacy.forEach((bound, k) => void expect(of('efficacy')[k]).toBeCloseTo(bound, 4));
    plan.futility!.forEach((bound, k) => void expect(of('futility')[k]).toBeCloseTo(bound, 4));
    expect(of('futility').at(-1)).toBe(of('efficacy').at(-1));
  });

  it('says what the looks stop, and whether futility binds', () => {
    const { probability, byVerdict, looks: held } = counts.truths[0].operatingCharacteristics.stopping!;
    const { title, params } = contentOf('stopping-boundaries', counts);
    expect(title).toBe(
      `The 2 interim looks stop ${known(probability)} of trials as planned (${known(byVerdict.efficacy)} for efficacy, ${known(byVerdict.futility)} for futility); the first one stops ${known(held[0].stop)}`,
    );
    expect(params.futilityName).toMatch(/, binding$/);
    expect(contentOf('stopping-boundaries', looks).params.futilityName).toMatch(/, not binding$/);
    expect(params.informationTitle).toBe('information (share of 120 planned patients)');
  });

  it('draws efficacy alone, and one look, where there is no more', async () => {
    const changes = {
      'design.groupSequential': { informationFractions: [0.6, 1], efficacy: { haybittlePeto: { z: 3 } } },
    };
    const { title, data, params } = contentOf('stopping-boundaries', await makeResult(COUNT_LOOKS, changes));
    expect(params.kinds).toEqual(['efficacy']);
    expect(data.bounds.map(({ kind }) => kind)).toEqual(['efficacy', 'efficacy']);
    expect(title).toMatch(/^The interim look stops [\d.]+ % of trials as planned for efficacy$/);
  });
});

describe('estimate after stopping', () => {
  it('shows what each way of ending does to the estimate, as ratios', () => {
    const { title, data } = contentOf('estimate-after-stopping', looks);
    const { byEnd } = looks.truths[0].times!.estimate;
    const early = byEnd.slice(0, -1).map(({ byVerdict }) => byVerdict!.efficacy);
    const share = early.reduce((sum, end) => sum + end.share.estimate, 0);
    const mean = early.reduce((sum, end) => sum + end.share.estimate * end.mean!.estimate, 0) / share;
    expect(Math.exp(mean)).toBeLessThan(0.9);
    expect(title).toBe(
      `The ${percent(share)} % of trials that stop early for efficacy show a hazard ratio of ${Math.exp(mean).toFixed(2)} where the truth is 1.00`,
    );
    expect(data.ends.at(-1)).toMatchObject({ kind: 'all', label: 'all 200 trials' });
    const futile = data.ends.find(({ kind }) => kind === 'futility')!;
    expect(Number(futile.effect)).toBeGreaterThan(0);
  });

  it('compares with all trials where rates do not say the truth', () => {
    const unknown = structuredClone(looks) as unknown as { truths: { times: { effect: number | null } }[] };
    unknown.truths[0].times.effect = null;
    const { title, data } = contentOf('estimate-after-stopping', unknown as never);
    expect(title).toContain('where the mean of all trials is');
    expect(data.truth).toEqual([]);
  });
});

describe('estimated effect', () => {
  it('has the margin on the log axis, and as many dark bars as trials pass', () => {
    const { data, params } = contentOf('estimated-effect', looks);
    expect(data.lines.find(({ kind }) => kind === 'limit')!.effect).toBeCloseTo(Math.log(2.078), 5);
    const dark = data.bins
      .filter(({ side }) => side === 'passes')
      .reduce((sum, bin) => sum + Number(bin.share), 0);
    const widest = Math.max(...data.bins.map(({ share }) => Number(share)));
    expect(Math.abs(dark - 100 * looks.claims[0].passing)).toBeLessThanOrEqual(widest / 2 + 1e-4);
    expect(params.tickLabels).toContain('1');
    expect(data.bins.every(({ share }) => Number(share) > 0)).toBe(true);
  });

  it('counts what few estimates lie far out in the last bars, on an axis that ends there', () => {
    const far = structuredClone(looks) as unknown as {
      claims: { estimates: { from: number; width: number; counts: number[] } }[];
    };
    const { estimates } = far.claims[0];
    const { from, width, counts } = estimates;
    const many = counts.map((count) => 20 * count);
    estimates.counts = [1, ...new Array(50).fill(0), ...many];
    estimates.from = from - 51;
    const { data, params, description, title } = contentOf('estimated-effect', far as never);
    const total = 1 + many.reduce((a, b) => a + b, 0);
    const first = counts.findIndex((count) => count > 0);
    expect(Number(params.xLow)).toBeCloseTo((from + first - 0.5) * width, 4);
    expect(data.bins[0].share).toBeCloseTo((100 * (many[first] + 1)) / total, 3);
    expect(description).toContain('holds the estimates beyond it too');
    expect(contentOf('estimated-effect', looks).description).not.toContain('beyond it');
    expect(title).toMatch(
      /^As planned, [\d.]+ ± [\d.]+ % of trials show a hazard ratio below the margin of 2\.08$/,
    );
  });

  it('has better estimates, and the margin, on the other side where a difference decides', () => {
    const { data, params } = contentOf('estimated-effect', competing);
    expect(data.lines.find(({ kind }) => kind === 'limit')!.effect).toBe(-10);
    const sides = data.bins.filter(({ share }) => Number(share) > 0).map(({ side }) => side);
    expect(sides.at(-1)).toBe('passes');
    expect(params.effectTitle).toEqual(['difference of failure-free rates', '(percentage points)']);
  });
});

it('stops by look count failures where looks wait for them', () => {
  const { data, params, description } = contentOf('stopping-by-look', looks);
  expect([params.lookTitle, params.size]).toEqual(['failures in both arms', 47]);
  expect(params.ticks).toEqual([0, 24, 35, 47]);
  const most = Math.max(...data.steps.map(({ stopped }) => Number(stopped)));
  expect(params.yHigh).toBeGreaterThanOrEqual(most);
  expect(data.steps.filter(({ truth }) => truth === 'worse').map(({ patients }) => patients)).toEqual([
    0, 24, 35, 47,
  ]);
  expect(description).toMatch(
    /Interim looks at 24 and 35 of 47 failures; efficacy by Lan–DeMets.*not binding\.$/,
  );
});

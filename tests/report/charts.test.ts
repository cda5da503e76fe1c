import { expressionInterpreter } from 'vega-interpreter';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { charts } from '../../src/report/charts/index.ts';
import { known, withError } from '../../src/report/numbers.ts';
import { interpretExpressions } from '../../src/report/render-chart.ts';
import { renderFigures } from '../../src/report/render-figures.ts';
import { IN_ORDER, LOOKS, makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';

let results: Record<'twoArms' | 'singleArm' | 'statedRates' | 'looks' | 'inOrder', RunResult>;

beforeAll(async () => {
  results = {
    twoArms: await makeResult(TWO_ARMS),
    singleArm: await makeResult(SINGLE_ARM),
    statedRates: await makeResult(STATED_RATES),
    looks: await makeResult(LOOKS),
    inOrder: await makeResult(IN_ORDER),
  };
});

const titleOf = (chart: string, result: RunResult): string => charts[chart].content(result)!.title;

/** Charts that results have, in the order of the report, and some that they have nothing for. */
const PRESENT = {
  twoArms: {
    has: [
      'eqd2-by-alpha-beta',
      'isoeffect-map',
      'alpha-beta-law',
      'dose-response',
      'cohort-control',
      'control-against-wounds',
      'estimated-difference',
      'power-by-alpha-beta',
      'power-over-worlds',
      'monte-carlo-convergence',
    ],
    lacks: ['cumulative-incidence', 'estimated-effect', 'stopping-by-look', 'burden-by-arm'],
  },
  singleArm: {
    has: [
      'eqd2-by-alpha-beta',
      'isoeffect-map',
      'dose-response',
      'estimated-difference',
      'monte-carlo-convergence',
    ],
    lacks: ['control-against-wounds', 'power-by-alpha-beta', 'power-over-worlds', 'stopping-by-look'],
  },
  statedRates: {
    has: ['control-against-wounds', 'estimated-difference', 'monte-carlo-convergence'],
    lacks: ['eqd2-by-alpha-beta', 'isoeffect-map', 'alpha-beta-law', 'dose-response', 'cohort-control'],
  },
  looks: {
    has: ['eqd2-by-alpha-beta', 'stopping-by-look', 'power-over-worlds', 'monte-carlo-convergence'],
    lacks: ['isoeffect-map', 'alpha-beta-law', 'dose-response', 'estimated-difference'],
  },
  inOrder: {
    has: ['control-against-wounds', 'estimated-difference', 'stopping-by-look', 'monte-carlo-convergence'],
    lacks: ['eqd2-by-alpha-beta', 'power-over-worlds'],
  },
} as const;
type Kind = keyof typeof PRESENT;

describe('charts of results of every kind', () => {
  it.each(Object.keys(PRESENT) as Kind[])(
    'draws what %s has, without a warning and without a hole',
    async (kind) => {
      const figures = await renderFigures(results[kind]);
      const { has, lacks } = PRESENT[kind];
      const listed: readonly string[] = [...has, ...lacks];
      expect(figures.map(({ name }) => name).filter((name) => listed.includes(name))).toEqual(has);
      for (const { svg, inline, spec, title } of figures) {
        for (const drawn of [svg, inline.wide, inline.narrow]) {
          expect(drawn).toMatch(/^<svg role="img" aria-label="[^"]+" /);
          expect(drawn).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
          expect(drawn).toContain('<text');
        }
        expect(Array.isArray((spec as { title?: unknown }).title)).toBe(true);
        expect(title).not.toMatch(/NaN|undefined|Infinity|\.$/);
      }
    },
  );

  it('draws the same bytes twice, in any order, and by interpreted expressions', async () => {
    const first = await renderFigures(results.twoArms);
    await renderFigures(results.statedRates);
    interpretExpressions(expressionInterpreter);
    try {
      expect(await renderFigures(results.twoArms)).toEqual(first);
    } finally {
      interpretExpressions(undefined);
    }
  });
});

describe('titles are true', () => {
  it('of two schedules that cross, that never cross, and that are the same', async () => {
    const chart = 'eqd2-by-alpha-beta';
    expect(titleOf(chart, results.twoArms)).toMatch(
      /^Both arms are equal at α\/β 4\.5 Gy; below it 5 × 6 Gy is the stronger; at the cohort’s α\/β of 4\.9 Gy, 14 × 3 Gy gives 0\.7 Gy more$/,
    );
    const stronger = await makeResult(TWO_ARMS, { 'arms.experimental.schedule': '15 x 3 Gy' });
    expect(titleOf(chart, stronger)).toMatch(
      /^15 × 3 Gy is the stronger at every α\/β; .* 15 × 3 Gy gives 3\.4 Gy more$/,
    );
    const same = await makeResult(TWO_ARMS, { 'arms.experimental.schedule': '14 x 3 Gy' });
    expect(titleOf(chart, same)).toBe('Both arms give the same EQD2 at every α/β');
    expect(titleOf('cohort-control', same)).toBe(
      'Both arms give each of 400 simulated patients the same probability of control',
    );
    expect(titleOf('control-against-wounds', same)).toBe(
      'As planned, both arms have the same local control and the same wound complications',
    );
    await renderFigures(same);
  });

  it('of one arm', () => {
    expect(titleOf('eqd2-by-alpha-beta', results.singleArm)).toBe(
      '5 × 6 Gy is worth 70 Gy in 2 Gy fractions at α/β 1 Gy, 47.4 Gy at the cohort’s α/β of 4.9 Gy and 35.5 Gy at 20 Gy',
    );
    expect(titleOf('estimated-difference', results.singleArm)).toContain(
      withError(results.singleArm.truths[0].operatingCharacteristics.power),
    );
  });

  it('of one endpoint that differs', () => {
    expect(titleOf('control-against-wounds', results.statedRates)).toBe(
      'As planned, experimental has 5.0 percentage points fewer wound complications than control, and as much local control',
    );
  });

  it('of a design that never succeeds', async () => {
    const hopeless = await makeResult(TWO_ARMS, { 'design.perArm': 4 });
    expect(titleOf('estimated-difference', hopeless)).toMatch(
      /in \d+\.\d+ ± \d+\.\d+ % of trials on local control/,
    );
    await renderFigures(hopeless);
  });
});

describe('margins lie on the right side', () => {
  const lines = (result: RunResult) =>
    charts['estimated-difference'].content(result)!.data.panels.filter(({ kind }) => kind === 'limit');

  it('below no difference for a good endpoint, above it for a bad one, at the rate for one arm', () => {
    expect(lines(results.twoArms).map(({ value }) => value)).toEqual([-10, 15]);
    expect(lines(results.singleArm).map(({ value, label }) => [value, label])).toEqual([
      [45, 'null rate 45 %'],
    ]);
  });

  it('and the bars that pass hold about the share of trials that pass', () => {
    for (const result of [results.twoArms, results.singleArm, results.statedRates]) {
      const { panels } = charts['estimated-difference'].content(result)!.data;
      for (const claim of result.claims) {
        const shown = panels
          .filter(
            ({ kind, panel, side }) =>
              kind === 'bin' &&
              side === 'passes' &&
              new RegExp(claim.endpoint === 'localControl' ? 'Local' : 'Wound').test(String(panel)),
          )
          .reduce((sum, { share }) => sum + Number(share), 0);
        expect(Math.abs(shown - 100 * claim.passing)).toBeLessThan(12);
      }
    }
  });
});

describe('stops by look', () => {
  const content = (result: RunResult) => charts['stopping-by-look'].content(result)!;
  const stops = (result: RunResult, truth: number) => result.truths[truth].operatingCharacteristics.stopping!;

  it('rises from 0 before the first look to the probability of any stop, as far as the last patient', () => {
    const { looks } = results;
    looks.truths.forEach(({ name }, truth) => {
      const steps = content(looks).data.steps.filter((row) => row.truth === name);
      expect(steps.map(({ patients }) => patients)).toEqual([
        0,
        ...stops(looks, truth).looks.map((l) => l.patients),
        120,
      ]);
      expect(steps[0].stopped).toBe(0);
      let sum = 0;
      stops(looks, truth).looks.forEach(({ stop }, i) => {
        sum += stop.exact!;
        // Six significant digits: at most half a unit of the sixth, 5e-6 of the value
        expect(Math.abs(Number(steps[i + 1].stopped) - 100 * sum)).toBeLessThanOrEqual(5e-6 * 100 * sum);
      });
    });
  });

  it('takes looks of two rules at one number of patients together', () => {
    const { steps } = content(results.inOrder).data;
    const patients = steps.filter(({ truth }) => truth === 'toxic').map((row) => row.patients);
    expect(patients).toEqual([0, 20, 40, 60, 60]);
  });

  it('says in its title what the looks do as planned, and between which bounds otherwise', () => {
    const [planned, least, , , most] = [0, 1, 2, 3, 4].map((truth) =>
      known(stops(results.looks, truth).probability),
    );
    expect(content(results.looks).title).toBe(
      `As planned, the looks stop ${planned} of trials; under the other truths from ${least} under rate25 to ${most} under rate55`,
    );
    expect(content(results.looks).description).toContain('exact, by dynamic programming');
  });

  it('says so where the shares are simulated', () => {
    const simulated = JSON.parse(JSON.stringify(results.looks), (key, value) =>
      key === 'exact' ? undefined : value,
    );
    expect(content(simulated).title).toContain('±');
    expect(content(simulated).description).toContain('shares of 400 simulated trials');
  });

  it('names every truth beside its line, labels a line height apart and clear of the axis', () => {
    for (const result of [results.looks, results.inOrder]) {
      const { ends } = content(result).data;
      expect(ends.map(({ truth }) => truth)).toEqual(result.truths.map(({ name }) => name));
      const places = ends.map(({ labelAt }) => Number(labelAt)).sort((a, b) => a - b);
      // 12 pixels of text in a plot 300 pixels high are 4 %
      expect(places[0]).toBeGreaterThanOrEqual(2);
      for (let i = 1; i < places.length; i++) expect(places[i] - places[i - 1]).toBeGreaterThanOrEqual(4);
    }
  });

  it('leaves out the estimate of a claim that has none to pass on', () => {
    expect(charts['estimated-difference'].content(results.looks)).toBeUndefined();
    const { data, title, description } = charts['estimated-difference'].content(results.inOrder)!;
    const panels = new Set(data.panels.map(({ panel }) => panel));
    expect([...panels].join()).toMatch(/^Local control[^,]*$/);
    expect(data.panels.find(({ kind }) => kind === 'limit')!.label).toBe('target 75 %');
    expect(title).toMatch(/^As planned, the estimate is good enough in /);
    expect(description).toContain('stopped early');
  });

  it('says in order how often claims in order are shown', async () => {
    const ordered = await makeResult(TWO_ARMS.replace('coPrimary:', 'hierarchical:'), {
      'simulation.worlds': 4,
    });
    const { localControl, woundComplication } = ordered.truths[0].operatingCharacteristics.byEndpoint;
    expect(titleOf('estimated-difference', ordered)).toBe(
      `As planned, the claims are shown in ${withError(localControl!.power)} of trials on local control, and after that in ${withError(woundComplication!.power)} of trials on wound complications`,
    );
  });

  it('speaks of worlds in which a trial is not stopped', () => {
    const { title, params } = charts['power-over-worlds'].content(results.looks)!;
    expect(title).toMatch(
      /of trials are not stopped \(assurance\), .* the true rate lies within the limit in /,
    );
    expect(params.powerTitle).toBe('not stopped in a world, exact (%)');
  });

  it('names the lines over the worlds in the legend, with the error of what is simulated', () => {
    const { assurance, truths } = results.twoArms;
    const { data, params } = charts['power-over-worlds'].content(results.twoArms)!;
    expect(params.lineNames).toEqual([
      `assurance ${known(assurance!)}`,
      `planned power ${known(truths[0].operatingCharacteristics.power)}`,
      `ceiling ${known(assurance!.ceiling)}`,
    ]);
    expect(data.lines.map(({ name }) => name)).toEqual(['assurance', 'planned power', 'ceiling']);
  });
});

it('says so where power per world holds Monte Carlo noise', async () => {
  const noisy = structuredClone(results.twoArms) as { worldsSummary: { hasExactPower: boolean } };
  noisy.worldsSummary.hasExactPower = false;
  const { description, params } = charts['power-over-worlds'].content(noisy as never)!;
  expect(description).toContain('Monte Carlo noise');
  expect(params.powerTitle).toContain('Monte Carlo noise');
  expect(charts['power-over-worlds'].content(results.twoArms)!.description).toContain('exact in every world');
});

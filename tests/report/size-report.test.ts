import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { foundCell } from '../../src/report/found-words.ts';
import { known } from '../../src/report/numbers.ts';
import { renderSize } from '../../src/report/render-size.ts';
import { sizeAnswer } from '../../src/report/size-answer.ts';
import { sizeCharts } from '../../src/report/size-charts/index.ts';
import type { SizeResult } from '../../src/study/size/size-result.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';
import { HOSTILE } from './make-result.ts';
import {
  makeSizeResult,
  SIZED_ONE_ARM,
  SIZED_TWO_ARMS,
  SIZED_TWO_CLAIMS,
  withoutExact,
} from './make-size-result.ts';

const plainText = (html: string): string =>
  html
    .replace(/<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

type Kind = 'twoArms' | 'oneArm' | 'simulated' | 'ceiling';
let results: Record<Kind, SizeResult>;

/** The same answer with worlds in which the claim is seldom true, and no size for the target. */
const underCeiling = (result: SizeResult): SizeResult => ({
  ...result,
  ceiling: { estimate: 0.651, mcse: 0.011, exact: 0.637 },
  foundOverWorlds: { kind: 'none', isCertain: true, reason: 'the ceiling is 63.7 %' },
});

beforeAll(async () => {
  const twoArms = await makeSizeResult(SIZED_TWO_ARMS);
  results = {
    twoArms,
    oneArm: await makeSizeResult(SIZED_ONE_ARM),
    simulated: withoutExact(await makeSizeResult(SIZED_TWO_CLAIMS)),
    ceiling: underCeiling(twoArms),
  };
}, 60_000);

const contentOf = (chart: string, kind: Kind) => sizeCharts[chart].content(results[kind])!;

describe.each<[Kind, charts: string[], headings: string[]]>([
  [
    'twoArms',
    ['power-by-size', 'patients-by-truth', 'assurance-by-size', 'patients-by-analysis'],
    [
      'truths',
      'charts',
      'analyses',
      'assurance',
      'held',
      'exposed',
      'breaking',
      'way-out',
      'assumptions',
      'methods',
      'provenance',
    ],
  ],
  ['oneArm', ['power-by-size'], ['truths', 'charts', 'held', 'assumptions', 'methods', 'provenance']],
  [
    'simulated',
    ['power-by-size', 'patients-by-truth', 'patients-by-analysis'],
    ['truths', 'charts', 'analyses', 'held', 'assumptions', 'methods', 'provenance'],
  ],
])('the page of %s', (kind, charts, headings) => {
  let html: string;
  let svgs: string[];
  let names: string[];
  beforeAll(async () => {
    const report = await renderSize(results[kind]);
    html = report.html;
    names = report.figures.map(({ name }) => name);
    svgs = report.figures.flatMap(({ svg, inline }) => [svg, inline.wide, inline.narrow]);
  });

  it('has the charts and sections that the answer has something for', () => {
    expect(names).toEqual(charts);
    const found = [...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(found.filter((id) => id !== 'answer')).toEqual(headings);
  });

  it('has no hole, and needs nothing but itself', () => {
    for (const page of [withoutScripts(html).replaceAll('<wbr>', ''), ...svgs])
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
    const style = html.match(/<style>(.*?)<\/style>/s)![1];
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(withoutScripts(html)).not.toMatch(/<script|<link|<img|\sstyle=|(?:src|href)="(?!#)/i);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the answer, every truth, every analysis and what repeats it', () => {
    const shown = plainText(html);
    const { truths, analyses, scenario, seed, assumptions } = results[kind];
    const wanted = [
      ...sizeAnswer(results[kind]),
      ...truths.flatMap(({ name, found }) => [name, foundCell(found)]),
      ...analyses.flatMap((sized) => sized.analyses.map(({ label }) => label)),
      ...assumptions.map(({ note }) => note),
      scenario.sha256,
      seed,
    ];
    for (const text of wanted) expect(shown).toContain(text);
  });
});

it('shows text from the scenario as text, wherever it comes from', async () => {
  const hostile = structuredClone(results.twoArms) as never as {
    scenario: { title: string; question: string };
    truths: { name: string }[];
    warnings: string[];
    assumptions: { about: string; note: string }[];
  };
  hostile.scenario = { ...hostile.scenario, title: HOSTILE, question: HOSTILE };
  hostile.truths[1].name = HOSTILE;
  hostile.warnings = [HOSTILE];
  hostile.assumptions[0] = { ...hostile.assumptions[0], about: HOSTILE, note: HOSTILE };
  const { html } = await renderSize(hostile as never);
  expect(withoutScripts(html)).not.toMatch(/<script|<img|onerror="/i);
  expect(html.match(/&lt;img src=x onerror=&quot;/g)!.length).toBeGreaterThanOrEqual(5);
});

it('calls what an equal dose reaches over the worlds by what was asked for', () => {
  const asked = { ...results.twoArms, overWorlds: { name: 'assurance', value: 0.8 } } as const;
  const [{ overWorlds: row }] = asked.waysOut;
  const wayOut = (result: SizeResult): string => sizeAnswer(result).at(-1)!;
  expect(wayOut(asked)).toContain(`, and success ${known(row!.assurance)}.`);
  expect(wayOut(results.twoArms)).toContain(
    `, and success with the claim true ${known(row!.successAndTrue)}.`,
  );
});

describe('charts say and show what was found', () => {
  it('power by size: the exact line passes the target where the size is, and the mark is there', () => {
    const { truths, power } = results.twoArms;
    const [{ found }] = truths;
    const { data } = contentOf('power-by-size', 'twoArms');
    const at = data.line.find(({ size }) => found.kind === 'exact' && size === found.smallest)!;
    expect(Number(at.value)).toBeGreaterThanOrEqual(100 * power);
    expect(data.line.every(({ kind }) => kind === 'exact')).toBe(true);
    expect(data.sizes.map(({ kind, size }) => [kind, size])).toEqual([
      ['stated', 16],
      ['found', found.kind === 'exact' && found.lasting],
    ]);
    const sizes = data.line.map(({ size }) => Number(size));
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it('power by size: simulated points join without an exact value, the size that was found among them', () => {
    const { data, description } = contentOf('power-by-size', 'simulated');
    const { found } = results.simulated.truths[0];
    expect(data.line.every(({ kind }) => kind === 'joined')).toBe(true);
    expect(data.points.at(-1)!.size).toBe(found.kind === 'simulated' && found.recommended);
    expect(data.points.every(({ low, value, high }) => low! <= value! && value! <= high!)).toBe(true);
    expect(description).toContain('no exact value');
  });

  it('assurance by size stays under the ceiling, and says so where the target does not', () => {
    const { data, title } = contentOf('assurance-by-size', 'twoArms');
    const ceiling = Number(data.levels.find(({ kind }) => kind === 'ceiling')!.value);
    for (const { value } of data.line) expect(Number(value)).toBeLessThanOrEqual(ceiling);
    expect(title).toMatch(/^Over the worlds, 80 % success with the claim true takes \d+ patients an arm; /);
    const { title: none, data: bare } = contentOf('assurance-by-size', 'ceiling');
    expect(none).toBe('No number of patients reaches 80 %: the claim is true in 63.7 % of worlds');
    expect(bare.sizes.map(({ kind }) => kind)).toEqual(['stated']);
  });

  it('patients by truth: a size, or none where the claim is false', () => {
    const { data, title } = contentOf('patients-by-truth', 'twoArms');
    expect(data.truths.map(({ label }) => label)).toEqual([
      ...results.twoArms.truths.slice(0, 2).map(({ found }) => foundCell(found)),
      'none: the claim is false',
    ]);
    expect(title).toMatch(/^80 % power takes from \d+ patients an arm at α\/β 3 Gy to none at α\/β 20 Gy$/);
    expect(sizeCharts['patients-by-truth'].content(results.oneArm)).toBeUndefined();
  });

  it('patients by analysis: the least and most of all marks, in patients of both arms', () => {
    const { data, title } = contentOf('patients-by-analysis', 'twoArms');
    const [plan] = results.twoArms.analyses;
    expect(plan.controlRate).toBe(plan.experimentalRate);
    const all = plan.analyses.flatMap(({ formula, exact }) => [
      ...(formula ? [formula.patients] : []),
      ...(exact ? [exact.smallest, exact.lasting ?? exact.smallest] : []),
    ]);
    expect(title).toBe(
      `One sentence, ${Math.min(...all)} to ${Math.max(...all)} patients: the analysis decides`,
    );
    expect(data.stated[0].patients).toBe(2 * results.twoArms.solved.stated);
    const places = data.marks.map(({ row, level }) => `${row} ${level}`);
    expect(new Set(places).size).toBe(places.length);
    expect(contentOf('patients-by-analysis', 'simulated').description).toContain('The other claims');
  });

  it('a claim that is false as planned has no size', () => {
    const planned = { ...results.twoArms.truths[2], name: 'asPlanned' };
    const { title } = sizeCharts['power-by-size'].content({ ...results.twoArms, truths: [planned] })!;
    expect(title).toMatch(/^As planned the claim is false, so that no number of patients gives 80 % power; /);
  });
});

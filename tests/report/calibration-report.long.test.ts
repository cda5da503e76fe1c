import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationRecord } from '../../src/engine/calibration-record.ts';
import type { StudyResidual } from '../../src/evidence/calibration-result.ts';
import { controlByTime, LATENCY } from '../../src/evidence/fit-control.ts';
import { CHI_SQUARED_95 } from '../../src/evidence/profile-alpha-beta.ts';
import { expit } from '../../src/numeric/logit.ts';
import { shareFailedBy } from '../../src/radiobiology/latency.ts';
import { calibrationCharts } from '../../src/report/calibration-charts/index.ts';
import { fittedCurve, studyTimes } from '../../src/report/fitted-curve.ts';
import { renderCalibration } from '../../src/report/render-calibration.ts';
import { calibrationRecord, comparedSchedule } from '../fixtures/calibration-record.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';
import { HOSTILE } from './make-result.ts';

/** Small tables are quick; one holds nothing but control, one wounds that give no slope. */
const ALL_CONTROLLED = 'id,schedule,n,controlRate,atYears\na,25 x 2,20,1,3\nb,5 x 5,20,1,3\nc,10 x 3,20,1,3';
const NO_SLOPE = `id,schedule,n,controlCount,atYears,woundRate,woundDefinition
a,surgery alone,100,70,5,,
b,25 x 2,100,93,5,0.3,canadian120
c,5 x 5,100,90,5,,
d,10 x 3,100,91,5,,`;

/** A record, made the first time it is asked for. */
function once(make: () => Promise<CalibrationRecord>): () => Promise<CalibrationRecord> {
  let made: Promise<CalibrationRecord> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const shipped = once(() => calibrationRecord());
const withTwelve = once(() =>
  calibrationRecord({
    model: 'logLogistic',
    include: ['12'],
    compare: [comparedSchedule('25 x 2 Gy'), comparedSchedule('5 x 6 Gy')],
    costAlphaBetasGy: [3],
  }),
);

/** Every kind of answer that studies can give. */
const cases: Record<string, () => Promise<CalibrationRecord>> = {
  'the shipped studies': shipped,
  'the log-logistic model with study 12': withTwelve,
  'studies in which nobody fails': () => calibrationRecord({ text: ALL_CONTROLLED, costAlphaBetasGy: [] }),
  'wounds without a slope': () => calibrationRecord({ text: NO_SLOPE }),
};

const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

describe.each(Object.entries(cases))('the report of %s', (_name, make) => {
  let record: CalibrationRecord;
  let html: string;
  let svgs: string[];
  beforeAll(async () => {
    record = await make();
    const report = await renderCalibration(record);
    html = report.html;
    svgs = report.figures.flatMap(({ svg, inline }) => [svg, inline.wide, inline.narrow]);
  }, 60_000);

  it('has no hole, and needs nothing but itself', () => {
    for (const page of [withoutScripts(html), ...svgs])
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
    const style = html.match(/<style>(.*?)<\/style>/s)![1];
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(withoutScripts(html)).not.toMatch(
      /<script|<link|<img|\sstyle=|(?:src|href)="(?!#|evidence-map\.html")/i,
    );
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives verdict, assumptions, studies and what repeats it in full', () => {
    const shown = plainText(html);
    const { result, evidence, command } = record;
    for (const text of [
      ...result.verdict.sentences,
      ...result.assumptions,
      ...evidence.rows.map(({ source }) => source),
      evidence.sha256,
      command,
    ])
      expect(shown).toContain(text);
    expect(evidence.sha256).toBe(createHash('sha256').update(evidence.text).digest('hex'));
  });
});

it('is the same, byte for byte, when rendered again', async () => {
  const record = await calibrationRecord({ text: NO_SLOPE });
  expect((await renderCalibration(record)).html).toBe((await renderCalibration(record)).html);
});

it('shows text from the table as text, wherever it comes from', async () => {
  const word = `"${HOSTILE.replaceAll('"', '""')}"`;
  const row = (id: string, schedule: string, control: string) =>
    `${id},${word},${word},${schedule},100,${control},3,flagged,0.3,${word},${word},${word}`;
  const rows = [row('a', '25 x 2', '0.9'), row('b', '5 x 5', '0.85'), row('c', '10 x 3', '0.8')];
  const head = 'id,study,source,schedule,n,controlRate,atYears,controlUse,woundRate,agents,reason,notes';
  const text = [head, ...rows.map((line) => line.replace('flagged', 'fit')), row(word, '5 x 6', '0.7')].join(
    '\n',
  );
  const record = await calibrationRecord({ text, evidence: HOSTILE, seed: HOSTILE });
  const { html, figures } = await renderCalibration({ ...record, command: HOSTILE });
  for (const page of [withoutScripts(html), ...figures.map(({ svg }) => svg)])
    expect(page).not.toMatch(/<script|<img|onerror="/i);
  expect(html.match(/&lt;img src=x onerror=&quot;/g)!.length).toBeGreaterThanOrEqual(20);
});

describe('charts show what the result says', () => {
  let record: CalibrationRecord;
  beforeAll(async () => {
    record = await shipped();
  }, 60_000);
  const contentOf = (chart: string) => calibrationCharts[chart].content(record)!;

  it('a value of α/β lies in its set exactly where the curve is below the limit', () => {
    const { data } = contentOf('alpha-beta-profile');
    const { sets } = record.result;
    sets.forEach(({ profile }, i) => {
      const role = ['first', 'second'][i];
      for (const [isAdjusted, limit] of [
        [false, CHI_SQUARED_95],
        [true, CHI_SQUARED_95 * profile.overdispersion],
      ] as const) {
        const bar = data.sets.find((row) => row.role === role && row.isAdjusted === isAdjusted)!;
        for (const { alphaBetaGy, excess } of data.curves.filter((row) => row.role === role))
          expect(Number(alphaBetaGy) >= Number(bar.from) && Number(alphaBetaGy) <= Number(bar.to)).toBe(
            Number(excess) <= limit,
          );
        if (isAdjusted)
          expect(data.limits.some((row) => Math.abs(Number(row.excess) - limit) < 1e-4)).toBe(true);
      }
    });
  });

  it('the study without which α/β turns is the one marked', () => {
    const { data, title } = contentOf('left-out-studies');
    const [deciding, ...others] = data.studies.filter(({ decides }) => decides);
    expect(others).toEqual([]);
    expect(record.result.sets[1].leaveOneOut[Number(deciding.row)].id).toBe('12');
    expect(title).toBe(
      'Without study 12 the best α/β moves from 30 Gy to 1 Gy; without any other it is 20 Gy or more',
    );
  });

  it('the costs asked for lie on the curve through the grid', () => {
    const { data } = contentOf('cost-by-alpha-beta');
    expect(contentOf('cost-by-alpha-beta').title).toMatch(
      /^At α\/β 1.5 to 10 Gy, 5 × 5 Gy differs by −1\.\d to −6\.\d points in control, .*; a trial needs 320 to 6\d{3} patients an arm$/,
    );
    for (const { alphaBetaGy, longRunControl, perArm } of record.result.comparison.costs) {
      const at = data.curve.filter((row) => row.alphaBetaGy === alphaBetaGy);
      expect(at).toHaveLength(1);
      expect(at[0].points).toBeCloseTo(100 * (longRunControl[1] - longRunControl[0]), 3);
      expect(at[0].perArm).toBe(perArm);
    }
    // Fits of the grid, made apart from those of the costs, agree with them where both exist
    const [cost] = record.result.comparison.costs.filter(({ alphaBetaGy }) => alphaBetaGy === 3);
    const apart = {
      ...record.result,
      comparison: { ...record.result.comparison, costs: [{ ...cost, alphaBetaGy: 99 }] },
    };
    const grid = calibrationCharts['cost-by-alpha-beta'].content({ ...record, result: apart })!.data.curve;
    expect(grid.find(({ alphaBetaGy }) => alphaBetaGy === 3)!.points).toBeCloseTo(100 * cost.difference, 2);
  });

  it('wounds: the line is the fit to one definition, between the edges of its band', () => {
    const { data } = contentOf('wounds-by-dose');
    const fit = record.result.wounds!.sets[0].fit!;
    for (const { eqd2Gy, rate, low, high } of data.curve) {
      const p = expit(fit.intercept + (fit.slopePer10Gy * (Number(eqd2Gy) - 50)) / 10);
      expect(rate).toBeCloseTo(100 * p, 3);
      expect(Number(low)).toBeLessThan(Number(rate));
      expect(Number(high)).toBeGreaterThan(Number(rate));
    }
    const at50 = data.curve.reduce((a, b) =>
      Math.abs(Number(b.eqd2Gy) - 50) < Math.abs(Number(a.eqd2Gy) - 50) ? b : a,
    );
    // Near 50 Gy the spread is that of the intercept
    const spread = (expit(fit.intercept + 1.96 * fit.interceptError) - expit(fit.intercept)) * 100;
    expect((Number(at50.high) - Number(at50.rate)) / spread).toBeCloseTo(1, 1);
  });

  it('studies missed by the fit are those whose interval does not hold it', () => {
    const { data, title } = contentOf('control-by-study');
    const missed = data.studies.filter(
      ({ predicted, low, high }) => Number(predicted) < Number(low) || Number(predicted) > Number(high),
    );
    expect(missed).toHaveLength(2);
    expect(title).toBe(
      'The fit lies within the exact interval of 16 of 18 studies, and misses studies 12 and doremy',
    );
  });

  it('dose: the curve is the fit, and the studies outside it are those that it misses', async () => {
    const { data, title } = contentOf('control-by-dose');
    expect(data.studies.filter(({ kind }) => kind === 'outside')).toHaveLength(2);
    expect(title).toMatch(/; 2 of 18 studies lie outside its 95 %: studies 12 and doremy$/);
    const longRun = ({ predicted, atYears }: StudyResidual): number =>
      1 - (1 - predicted) / shareFailedBy(atYears, LATENCY);
    const { result } = await shipped();
    const [, middle] = studyTimes(result);
    const curve = fittedCurve(result, 50);
    const standard = result.studies.find(({ schedule }) => schedule === '25 x 2 Gy')!;
    const alone = result.studies.find(({ isSurgeryAlone }) => isSurgeryAlone)!;
    expect(curve[36].byTime[1]).toBeCloseTo(controlByTime(longRun(standard), middle), 6);
    expect(curve[0].byTime[1]).toBeCloseTo(controlByTime(longRun(alone), middle), 10);
  });

  it('residuals: the farthest study is named with both distances', () => {
    expect(contentOf('study-residuals').title).toBe(
      'Study 12 lies 7.0 standard errors below the fit (5.0 with study 12); every other within 2.3',
    );
  });
});

it('a difference that changes sign says where: 25 × 2 and 5 × 6 Gy are one dose at α/β 4 Gy', async () => {
  const record = await withTwelve();
  expect(record.result.comparison.crossingAlphaBetaGy).toBe(4);
  const { title, data } = calibrationCharts['cost-by-alpha-beta'].content(record)!;
  expect(title).toContain('its sign turns near 4 Gy');
  // Near the turn a trial needs more than at either end: the title says the most, not the last
  const { comparison } = record.result;
  const cost = (alphaBetaGy: number, perArm: number | null) => ({
    ...comparison.costs[0],
    alphaBetaGy,
    perArm,
  });
  const titleFor = (...costs: ReturnType<typeof cost>[]) =>
    calibrationCharts['cost-by-alpha-beta'].content({
      ...record,
      result: { ...record.result, comparison: { ...comparison, costs } },
    })!.title;
  expect(titleFor(cost(1.5, 1076), cost(4.9, 17605), cost(10, 1342))).toContain(
    'needs 1076 to 17,605 patients',
  );
  expect(titleFor(cost(1.5, 1076), cost(4, null))).toContain('needs at least 1076 patients');
  expect(titleFor(cost(4, null))).toContain('no number of patients shows it');
  expect(new Set(data.curve.map(({ side }) => side)).size).toBeGreaterThanOrEqual(2);
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { charts } from '../../src/report/charts/index.ts';
import { reportHtml } from '../../src/report/report-html.ts';
import { BURDEN, BURDEN_WORLDS } from '../engine/burden/burden-text.ts';
import { makeResult, TWO_ARMS } from './make-result.ts';

const NAMES = ['burden-by-arm', 'cost-effectiveness-plane', 'acceptability-curve'] as const;
let drawn: RunResult;
let planned: RunResult;
beforeAll(async () => {
  drawn = await makeResult(BURDEN, BURDEN_WORLDS);
  planned = await makeResult(BURDEN);
});

describe('the charts of a burden', () => {
  it('are absent where the scenario states none, and where no world is drawn but the first', async () => {
    const without = await makeResult(TWO_ARMS);
    for (const name of NAMES) expect(charts[name].content(without)).toBeUndefined();
    expect(NAMES.map((name) => charts[name].content(planned) !== undefined)).toEqual([true, false, false]);
  });

  it('need something that averting a bad event may cost', async () => {
    const free = await makeResult(BURDEN, { ...BURDEN_WORLDS, 'burden.willingnessToPay': [0] });
    expect(charts['acceptability-curve'].content(free)).toBeUndefined();
    expect(charts['cost-effectiveness-plane'].content(free)).toBeDefined();
  });

  it('answer in their titles', () => {
    const titles = NAMES.map((name) => charts[name].content(drawn)!.title);
    expect(titles[0]).toBe(
      '5 × 6 Gy takes 20 fewer visits and 200 fewer machine minutes, and costs EUR\u00a04590 less a patient',
    );
    expect(titles[1]).toMatch(
      /^In [\d.]+ ± [\d.]+ % of worlds 5 × 6 Gy saves money and brings more local failures$/,
    );
    expect(titles[2]).toMatch(
      /^5 × 6 Gy is worth it with probability [\d.]+ ± .* may cost EUR\u00a0300,000$/,
    );
  });

  it('stack the parts of a cost to its total', () => {
    const { costs, totals } = charts['burden-by-arm'].content(drawn)!.data;
    expect(totals.map(({ value }) => value)).toEqual(
      costs.filter(({ part }) => part === 'bad events').map(({ to }) => to),
    );
  });

  it('show every world of the plane on its axes', () => {
    const { data, params } = charts['cost-effectiveness-plane'].content(drawn)!;
    expect(data.worlds).toHaveLength(60);
    for (const { averted, cost } of [...data.worlds, ...data.planned]) {
      expect(averted).toBeGreaterThan(params.xLow as number);
      expect(averted).toBeLessThan(params.xHigh as number);
      expect(cost).toBeGreaterThan(params.yLow as number);
      expect(cost).toBeLessThan(params.yHigh as number);
    }
  });
});

describe('the report of a burden', () => {
  it('has a section with every table, the assumptions, and what is left out', async () => {
    const html = await reportHtml(drawn, [], []);
    const [, section] = /<section aria-labelledby="burden">(.*?)<\/section>/s.exec(html)!;
    expect(section.match(/<table/g)).toHaveLength(3);
    expect(section).toContain('nothing is powered for it');
    expect(html).toContain('all other costs, such as those of surgery');
    expect(html).toContain('Every bad event costs the same');
  });

  it('has none where the scenario states none', async () => {
    expect(await reportHtml(await makeResult(TWO_ARMS), [], [])).not.toContain('id="burden"');
  });
});

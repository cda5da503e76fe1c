import { compile, type TopLevelSpec } from 'vega-lite';
import type { CalibrationRecord } from '../engine/calibration-record.ts';
import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import { evidenceMap } from './calibration-charts/evidence-map.ts';
import type { ChartContent } from './charts/definition.ts';
import { EVIDENCE_MAP_SCRIPT } from './evidence-map-script.ts';
import { EVIDENCE_MAP_STYLE } from './evidence-map-style.ts';
import { fillChart } from './fill-chart.ts';
import { type MapStudy, mapStudies } from './map-studies.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { page } from './page.ts';
import { scriptData } from './script-data.ts';
import { sliderStops } from './slider-stops.ts';
import { table } from './table.ts';
import { unbroken } from './unbroken.ts';

/** The scripts that draw in a browser, as text: `vega` and `expressionInterpreter` are what they leave behind. */
export type VegaRuntime = readonly string[];

/** The map's specifications for wide and narrow pages, compiled; sliders of the page take the place of Vega's own. */
function specifications(content: ChartContent): { wide: object; narrow: object } {
  const compiled = (plotWidth: number, isNarrow: boolean): object => {
    const filled = fillChart(evidenceMap, content, { plotWidth, isNarrow, hasTitle: false });
    const { params } = filled as { params: readonly Record<string, unknown>[] };
    const bare = { ...filled, params: params.map(({ bind, ...param }) => param) };
    return compile(bare as unknown as TopLevelSpec).spec;
  };
  return { wide: compiled(600, false), narrow: compiled(275, true) };
}

/** A slider of α/β in steps of its logarithm. */
function slider(id: string, label: string, signal: string, startGy: number): Markup {
  const start = `${startGy} Gy`;
  const stops = sliderStops(startGy);
  return markup`<p class="slider"><label for="${id}">${label}</label>
<input type="range" id="${id}" min="0" max="${stops.length - 1}" value="${stops.indexOf(startGy)}" data-stops="${stops.join(' ')}" data-signal="${signal}" aria-valuetext="${start}">
<output for="${id}">${start}</output>
<button type="button" data-sets="${id}">Back to ${start}</button></p>`;
}

/** The studies as a table: for those who do not see the map, or have no pointer; EQD2 follows the slider. */
function studiesTable(
  label: string,
  sliderId: string,
  studies: readonly MapStudy[],
  startGy: number,
): Markup {
  const rows = studies.map(({ id, study, schedule, n, outcome, sums, status }): MarkupValue[] => [
    id,
    unbroken(study),
    unbroken(schedule),
    n,
    unbroken(outcome),
    markup`<span data-of="${sliderId}" data-dose="${sums.doseGy}" data-squared="${sums.doseSquaredGy2}">${eqd2(sums, startGy).toFixed(1)}</span>`,
    unbroken(status),
  ]);
  const columns = [
    { heading: 'Id' },
    { heading: 'Study' },
    { heading: 'Schedule' },
    { heading: 'Patients', isNumber: true },
    { heading: 'Outcome' },
    { heading: 'EQD2 (Gy)', isNumber: true },
    { heading: 'Use' },
  ];
  return markup`<h2>${label}</h2>
${table(label, columns, rows)}`;
}

/** The evidence map with α/β on sliders: one HTML file that needs nothing else. */
export async function evidenceMapPage(record: CalibrationRecord, runtime: VegaRuntime): Promise<string> {
  const content = evidenceMap.content(record)!;
  const { referenceAlphaBetaGy, wounds: calibrated, evidence } = record.result;
  const { control, wounds } = mapStudies(record);
  const woundGy = calibrated?.alphaBetaGy ?? referenceAlphaBetaGy;
  const hasWounds = wounds.length > 0;
  return page({
    title: `Evidence map: ${evidence}`,
    version: record.isoeffect,
    sections: [
      markup`<header><p class="kind">isoeffect: what published studies say of α/β</p>
<h1>${unbroken(`Evidence map: ${evidence}`)}</h1>
<p class="question">${unbroken('Move α/β, and see which schedules were worth the same.')} <a href="report.html">Back to the report</a></p></header>
<div class="sliders">
${slider('control-ratio', 'α/β for local control', 'log10AlphaBeta', referenceAlphaBetaGy)}
${hasWounds ? slider('wound-ratio', 'α/β for wounds', 'log10WoundAlphaBeta', woundGy) : undefined}
</div>
<figure><div id="map-frame"><div id="map"></div><div id="hint" role="status" hidden></div></div>
<noscript><p>The map needs scripts; the tables below hold what it shows.</p></noscript>
<figcaption>${unbroken(content.description)} Point at a mark for the study; the tables below say the same.</figcaption></figure>`,
      studiesTable('Local control', 'control-ratio', control, referenceAlphaBetaGy),
      hasWounds ? studiesTable('Wound complications', 'wound-ratio', wounds, woundGy) : undefined,
      markup`<p class="note">Not for patient care. α/β for local control is an assumption where the studies do not determine it. Drawn by Vega (BSD licence, © University of Washington Interactive Data Lab), which is in this file.</p>`,
      scriptData('specifications', specifications(content)),
    ],
    scripts: [...runtime, EVIDENCE_MAP_SCRIPT],
    style: EVIDENCE_MAP_STYLE,
  });
}

import type { CalibrationRecord } from '../../engine/calibration-record.ts';
import { controlFitModels } from '../../evidence/control-models/index.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

type Basis = 'found' | 'fitted' | 'assumed';

/** Counts, rates and schedules that the table states, and how many counts follow from rounded rates. */
function foundRows({ evidence, result }: CalibrationRecord): string[] {
  const { studies, wounds } = result;
  const derived = [
    ...studies.filter(({ isDerived }) => isDerived),
    ...(wounds?.studies ?? []).filter(({ isDerived }) => isDerived),
  ].length;
  const woundWords = wounds ? ` and wounds of ${wounds.studies.length}` : '';
  return [
    `schedules of ${evidence.rows.length} studies; local control of ${studies.length}${woundWords}, as the table of evidence states them; ${derived} counts are rounded from printed rates`,
  ];
}

function fittedRows({ result }: CalibrationRecord): string[] {
  const { sets, model, wounds } = result;
  const names = controlFitModels[model as keyof typeof controlFitModels].parameters.map(({ label }) => label);
  const slope = wounds?.sets[0].fit ? ['wounds: log odds at 50 Gy EQD2 and its slope'] : [];
  return [
    `${names.join(', ')}: to ${sets[0].ids.length} irradiated studies and ${sets[0].surgeryAloneIds.length} of surgery alone, at each α/β anew`,
    ...slope,
  ];
}

/** What was found, what fitted, what assumed. */
export function calibrationBasisSection(record: CalibrationRecord): Markup {
  const rows: [Basis, string][] = [
    ...foundRows(record).map((text): [Basis, string] => ['found', text]),
    ...fittedRows(record).map((text): [Basis, string] => ['fitted', text]),
    ...record.result.assumptions.map((text): [Basis, string] => ['assumed', text]),
  ];
  return markup`<section aria-labelledby="assumptions"><h2 id="assumptions">What it rests on</h2>
${table(
  'What is found, fitted and assumed',
  [{ heading: 'Basis' }, { heading: 'What' }],
  rows.map(([basis, text]) => [markup`<span class="basis ${basis}">${basis}</span>`, unbroken(text)]),
)}
</section>`;
}

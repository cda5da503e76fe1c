import type { CalibrationRecord } from '../../engine/calibration-record.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { provenanceList } from './provenance.ts';

function sourcesTable({ evidence }: CalibrationRecord): Markup {
  const rows = evidence.rows.map(({ id, study, source, years, notes }) => [
    id,
    unbroken(study),
    unbroken(source),
    years,
    unbroken(notes),
  ]);
  const columns = ['Id', 'Study', 'Source', 'Years', 'Notes'].map((heading) => ({ heading }));
  return markup`<section aria-labelledby="sources"><h2 id="sources">Sources of the studies</h2>
${table('Sources of the studies', columns, rows)}
</section>`;
}

/** What repeats the calibration to the byte: version, seed, the table's hash, the command; and where the studies are from. */
export function calibrationProvenanceSection(record: CalibrationRecord): Markup {
  const { isoeffect, evidence, command, result } = record;
  return markup`${sourcesTable(record)}
${provenanceList(
  [
    ['Version', `isoeffect ${isoeffect}`],
    ['Evidence SHA-256', markup`<code>${evidence.sha256}</code>`],
    ['Seed of the draws', markup`<code>${result.seed}</code>`],
    ['Repeats the calibration', markup`<code>${command}</code>`],
  ],
  { summary: 'The table of evidence', text: evidence.text },
)}`;
}

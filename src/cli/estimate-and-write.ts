import { join } from 'node:path';
import { createEstimateResult } from '../engine/estimate-result.ts';
import { VERSION } from '../engine/version.ts';
import { readEffects } from '../evidence/read-effects.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import type { ReportFormat } from '../node/report-format.ts';
import { EFFECTS } from '../node/shipped-files.ts';
import { estimateText } from '../report/estimate-text.ts';
import { writeYaml } from '../scenario/write-yaml.ts';
import { shownReports } from './format-option.ts';
import { readShippedFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Options of `isoeffect estimate`. */
export interface EstimateOptions {
  readonly out?: string;
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly json?: boolean;
}

/** `isoeffect estimate`: reads, checks, estimates, writes, and prints the answer. */
export async function estimateAndWrite(given: string, options: EstimateOptions): Promise<void> {
  const { text, file, name } = readShippedFile(given, EFFECTS);
  const { effects, warnings } = readEffects(text, file);
  const folder = options.out ?? join('out', `estimate-${name}`);
  prepareFolder(folder);
  for (const warning of warnings) console.error(`warning: ${warning}`);
  const result = await createEstimateResult(effects, warnings);
  const header = `${effects.title}\nResolved by isoeffect ${VERSION}; it repeats the estimate: isoeffect estimate effects.yaml`;
  writeWhole(folder, 'effects.yaml', writeYaml(effects, header));
  if (options.report) {
    const { writeEstimateReport } = await import('../node/write-estimate-report.ts');
    await writeEstimateReport(folder, result, options.format);
  }
  const json = `${JSON.stringify(result, null, 1)}\n`;
  // Last, so that where it is, everything is
  writeWhole(folder, 'estimate.json', json);
  if (options.json) process.stdout.write(json);
  else {
    const where = options.report
      ? `Report: ${shownReports(folder, options.format)}`
      : `Results: ${shownPath(folder)}`;
    console.log([...estimateText(result), '', where].join('\n'));
  }
}

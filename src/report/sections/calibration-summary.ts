import type { CalibrationRecord } from '../../engine/calibration-record.ts';
import { controlFitModels } from '../../evidence/control-models/index.ts';
import { capitalised } from '../endpoint-words.ts';
import { type Markup, markup } from '../markup.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

/** The page for the minute reader: what was asked, verdict, warnings. */
export function calibrationSummarySection({ result }: CalibrationRecord): Markup {
  const { evidence, verdict, warnings, model } = result;
  const { summary } = controlFitModels[model as keyof typeof controlFitModels];
  return markup`${opening({
    kind: 'what published studies say of α/β',
    title: `α/β of local control from ${evidence}`,
    question: 'Do the published studies determine α/β, and what does it cost a trial not to know it?',
    answer: verdict.sentences,
    care: 'α/β for local control is an assumption where the studies do not determine it.',
    warnings: warnings.map(capitalised),
  })}
<section aria-labelledby="map"><h2 id="map">Model and map</h2>
<p>${unbroken(summary)} <a href="evidence-map.html">The evidence map</a> shows the studies with α/β on a slider.</p></section>`;
}

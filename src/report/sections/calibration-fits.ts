import type { CalibrationResult, ControlSet } from '../../evidence/calibration-result.ts';
import { bestInWords, setInWords } from '../../evidence/calibration-verdict.ts';
import { controlFitModels } from '../../evidence/control-models/index.ts';
import { decidingStudy, largestSet } from '../../evidence/deciding-study.ts';
import { setNames } from '../calibration-words.ts';
import { type Markup, type MarkupValue, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const three = (value: number): string => String(Number(value.toPrecision(3)));

/** Each choice of studies as a column: what is in it, the fit, and what it says of α/β. */
function fitTable({ sets, model, referenceAlphaBetaGy }: CalibrationResult): Markup {
  const { parameters } = controlFitModels[model as keyof typeof controlFitModels];
  const row = (name: MarkupValue, words: (set: ControlSet) => string): MarkupValue[] => [
    name,
    ...sets.map((set) => unbroken(words(set))),
  ];
  const rows = [
    row('Irradiated studies', ({ ids }) => String(ids.length)),
    row('Studies of surgery alone', ({ surgeryAloneIds }) => String(surgeryAloneIds.length)),
    ...parameters.map(({ name, label }) =>
      row(`${label}, at α/β ${referenceAlphaBetaGy} Gy`, ({ reference }) =>
        three(reference.parameters[name]),
      ),
    ),
    row(`Deviance at α/β ${referenceAlphaBetaGy} Gy`, ({ reference }) => reference.deviance.toFixed(1)),
    row(
      'Deviance of one rate for every schedule',
      ({ constant }) =>
        `${constant.deviance.toFixed(1)} on ${constant.degreesOfFreedom} (${percent(constant.longRunControl)} % in the long run)`,
    ),
    row('Best α/β', ({ profile }) => bestInWords(profile.bestGy)),
    row('95 % set', ({ profile }) => setInWords(profile.set95)),
    row('Over-dispersion φ', ({ profile }) => profile.overdispersion.toFixed(2)),
    row('95 % set, adjusted for φ', ({ profile }) => setInWords(profile.adjustedSet95)),
  ];
  const columns = sets.map(({ name }) => ({ heading: setNames[name], isNumber: true }));
  return table('Fits', [{ heading: 'Quantity' }, ...columns], rows);
}

function profileTable({ sets }: CalibrationResult): Markup {
  const rows = sets[0].profile.points.map(({ alphaBetaGy }, i) => [
    `${alphaBetaGy} Gy`,
    ...sets.map(({ profile }) => profile.points[i].excess.toFixed(2)),
  ]);
  const columns = sets.map(({ name }) => ({ heading: setNames[name], isNumber: true }));
  return markup`<details><summary>The profile of α/β in numbers</summary>
${table('Profile of α/β: deviance above the least', [{ heading: 'α/β' }, ...columns], rows)}
</details>`;
}

function leftOutTable(result: CalibrationResult): Markup {
  const set = largestSet(result.sets);
  const deciding = decidingStudy(set)?.id;
  const rows = set.leaveOneOut.map(({ id, bestGy, excessAtFormerBest, set95, adjustedSet95 }) => [
    id === deciding ? markup`<strong>${id}</strong>` : id,
    unbroken(result.studies.find((study) => study.id === id)!.study),
    unbroken(bestInWords(bestGy)),
    excessAtFormerBest.toFixed(1),
    unbroken(setInWords(set95)),
    unbroken(setInWords(adjustedSet95)),
  ]);
  const columns = [
    { heading: 'Without' },
    { heading: 'Study' },
    { heading: 'Best α/β', isNumber: true },
    { heading: 'Excess', isNumber: true },
    { heading: '95 % set' },
    { heading: 'Adjusted' },
  ];
  return markup`<h3>Leaving out one study</h3>
<p>${unbroken(`From the ${set.ids.length} irradiated studies (${setNames[set.name]}), whose best α/β is ${bestInWords(set.profile.bestGy)}. Excess: how much worse than the new best the former best has become; above 3.84 it lies outside the new 95 % set.`)}</p>
${table('Leaving out one study', columns, rows)}`;
}

/** Fits and sets with and without, the profile, and leaving out single studies. */
export function calibrationFitsSection(result: CalibrationResult): Markup {
  return markup`<section aria-labelledby="fits"><h2 id="fits">Fits, and sets of α/β</h2>
${fitTable(result)}
<p class="note">Sets are read off the grid of α/β from 0.5 to 1000 Gy.</p>
${profileTable(result)}
${leftOutTable(result)}
</section>`;
}

import { parameterisations } from '../../src/cohort/parameterisations/index.ts';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { complicationModels } from '../../src/radiobiology/complications/index.ts';
import { tumourControlModels } from '../../src/radiobiology/tumour-control/index.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import { equationMarkup, symbolMarkup } from '../../src/report/equations/equation-markup.ts';
import { aims } from '../../src/trial/aims/index.ts';
import { claims } from '../../src/trial/claims/index.ts';
import { doseFinding } from '../../src/trial/dose-finding/index.ts';
import { efficacyBounds } from '../../src/trial/efficacy-bounds/index.ts';
import { futilityBounds } from '../../src/trial/futility-bounds/index.ts';
import { rules } from '../../src/trial/rules/index.ts';
import { tests } from '../../src/trial/tests/index.ts';
import { timeTests } from '../../src/trial/time-tests/index.ts';
import { asItStands, plainMarkdown } from './plain-markdown.ts';

/** What every entry of a registry says of itself; the rest, where it has it. */
interface Entry {
  readonly label?: string;
  readonly summary: string;
  readonly reference: string;
  readonly equations?: readonly string[];
  readonly symbols?: Readonly<Record<string, string>>;
  readonly assumptions?: readonly string[];
}

const sections: readonly (readonly [
  title: string,
  about: string,
  entries: Readonly<Record<string, Entry>>,
])[] = [
  ['Local control', 'Models of `truth.localControl`.', tumourControlModels],
  ['Complications', 'Models of wounds and of late harm.', complicationModels],
  ['Endpoints', 'What is counted, and by when.', endpoints],
  ['Radiosensitivity', 'Ways to state it: `truth.cohort.parameterisation`.', parameterisations],
  ['Distributions', 'Laws of characteristics, of uncertainty, of onset.', distributions],
  ['Claims', 'What a design sets out to show.', claims],
  ['Aims', 'What a design estimates, in place of a claim.', aims],
  ['Tests of proportions', 'By counts at a fixed time.', tests],
  ['Tests of times', 'By times of failure.', timeTests],
  ['Interim rules', 'What may stop a single arm.', rules],
  ['Efficacy bounds', 'Looks of two arms.', efficacyBounds],
  ['Futility bounds', 'Looks of two arms.', futilityBounds],
  ['Dose finding', 'Methods that climb a ladder of schedules.', doseFinding],
];

function entryText(name: string, entry: Entry): string {
  const { label, summary, reference, equations = [], symbols = {}, assumptions = [] } = entry;
  const named = Object.entries(symbols).map(
    ([key, symbol]) => `\`${key}\` ${symbolMarkup(symbol).source.trim()}`,
  );
  return [
    `### ${name}`,
    plainMarkdown(label ? `${label.charAt(0).toUpperCase()}${label.slice(1)}. ${summary}` : summary),
    ...equations.map((equation) => equationMarkup(equation).source.trim()),
    ...(named.length > 0 ? [`Keys: ${named.join(' · ')}`] : []),
    ...(assumptions.length > 0
      ? [`Taken for granted:\n\n${assumptions.map((one) => `- ${plainMarkdown(one)}`).join('\n')}`]
      : []),
    `Source: ${plainMarkdown(reference)}`,
  ].join('\n\n');
}

/** Every model, law, claim, test and rule with its equations, premises and source, as the registries have them. */
export function modelsPage(): string {
  const body = sections.map(
    ([title, about, entries]) =>
      `## ${title}\n\n${about}\n\n${asItStands(
        Object.entries(entries)
          .map(([name, entry]) => entryText(name, entry))
          .join('\n\n'),
      )}`,
  );
  return `# Models, with equations and sources\n\nMade from the registries of the program, so that it is what runs. The equations of a scenario with its own values stand in its report.\n\n${body.join('\n')}`;
}

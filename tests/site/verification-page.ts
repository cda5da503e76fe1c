import { runSuites } from '../../src/verify/run-suites.ts';
import { suites } from '../../src/verify/suites/index.ts';
import { shippedFiles } from '../fixtures/shipped-files.ts';
import { asItStands, plainMarkdown } from './plain-markdown.ts';

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);

const figures = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${shown(value)}`)
    .join(', ');

/** Every case of `isoeffect verify`, with what was expected and what came. */
export function verificationPage(): string {
  const cases = [...runSuites(suites, shippedFiles)];
  const failed = cases.filter(({ passes }) => !passes).length;
  const sections = Object.entries(suites).map(([name, { summary }]) => {
    const rows = cases
      .filter(({ suite }) => suite === name)
      .map(({ id, title, source, expected, got, passes }) =>
        [id, title, figures(expected), figures(got), passes ? 'passes' : 'FAILS', source]
          .map((cell) => plainMarkdown(cell).replaceAll('\n', ' '))
          .join(' | '),
      );
    const head = '| case | what | expected | got | | source |\n|---|---|---|---|---|---|';
    return `## ${name}\n\n${asItStands(`${plainMarkdown(summary)}\n\n${head}\n${rows.map((row) => `| ${row} |`).join('\n')}`)}`;
  });
  return `# Every case of verification\n\n\`npx isoeffect verify\` runs these ${cases.length} cases; ${failed} fail. A negative control passes where the figure is *not* reproduced. [What the suites are](../guide/verification.md)\n\n${sections.join('\n')}`;
}

import { parse } from 'yaml';
import { asItStands, plainMarkdown } from './plain-markdown.ts';

/** Shipped scenarios with their questions and sources. */
export function scenariosPage(
  scenarios: readonly { readonly name: string; readonly text: string }[],
): string {
  const entries = scenarios.map(({ name, text }) => {
    const { title, question, source } = parse(text) as Record<string, string | undefined>;
    return [
      `## ${name}`,
      `**${plainMarkdown(title!)}**`,
      ...(question ? [plainMarkdown(question)] : []),
      ...(source ? [`Source: ${plainMarkdown(source)}`] : []),
      `\`npx isoeffect run ${name}\` · [the file](../../scenarios/${name}.yaml) · <a href="/gallery/${name}/report.html" target="_self">a report, of fewer trials</a>`,
    ].join('\n\n');
  });
  return `# Shipped scenarios\n\n${scenarios.length} scenarios come with the program, each with a report in <a href="/gallery/index.html" target="_self">the gallery</a>.\n\n${asItStands(entries.join('\n\n'))}`;
}

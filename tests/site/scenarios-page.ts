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
      `\`npx isoeffect run ${name}\` · [the file](../../scenarios/${name}.yaml)`,
    ].join('\n\n');
  });
  return `# Shipped scenarios\n\n${scenarios.length} scenarios come with the program; \`npm run gallery\` renders a report of each.\n\n${asItStands(entries.join('\n\n'))}`;
}

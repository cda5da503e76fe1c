import { exampleFlags, flagOf } from '../../src/cli/calculator-flags.ts';
import { calculatorCommand } from '../../src/cli/design-and-print.ts';
import { calculatorFields } from '../../src/trial/calculator-fields.ts';
import type { CalculatorDefinition } from '../../src/trial/calculators/definition.ts';
import { calculators } from '../../src/trial/calculators/index.ts';
import { asItStands, plainMarkdown } from './plain-markdown.ts';

function calculatorText(kind: string, definition: CalculatorDefinition): string {
  const [example] = definition.examples as readonly Record<string, unknown>[];
  const flags = exampleFlags(example, calculatorFields(definition));
  const { sentence } = definition.solve(definition.parameters.parse(example));
  const options = calculatorCommand(kind).options.map(
    (option) => `| \`${option.flags.replaceAll('|', '\\|')}\` | ${plainMarkdown(option.description)} |`,
  );
  return [
    `## ${kind}`,
    plainMarkdown(definition.summary),
    `\`\`\`sh\nnpx isoeffect design ${flagOf(kind).slice(2)} ${flags}\n\`\`\``,
    `> ${plainMarkdown(sentence)}`,
    `| Flag | What it is |\n| --- | --- |\n${options.join('\n')}`,
    `Source: ${plainMarkdown(definition.reference)}`,
  ].join('\n\n');
}

/** Every calculator with an example, the sentence that answers it, its flags and its source. */
export function calculatorsPage(): string {
  const entries = Object.entries(calculators).map(([kind, definition]) => calculatorText(kind, definition));
  return `# Calculators\n\nMade from the registry of the program. Below each command stands the sentence that its answer has for a protocol; the whole answer has the exact figures beside the nominal ones, the variant of the method and the design block of a scenario. [The guide](../guide/designs.md) says which to take.\n\n${asItStands(entries.join('\n\n'))}`;
}

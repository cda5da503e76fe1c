import { scenarioJsonSchema } from './json-schema.ts';

/** What the file of the schema is called beside a scenario. */
export const EDITOR_SCHEMA = 'isoeffect.schema.json';

/** First line of a scenario, by which editors find the schema beside it. */
export const EDITOR_LINE = `# yaml-language-server: $schema=${EDITOR_SCHEMA}`;

/** The file of the schema. */
export const editorSchemaText = (): string => `${JSON.stringify(scenarioJsonSchema())}\n`;

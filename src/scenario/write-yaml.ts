import { stringify } from 'yaml';

/** Plain data as YAML under a comment, such that reading it again gives the same data. */
export function writeYaml(data: object, header: string): string {
  const comment = header.split('\n').map((line) => `# ${line}`.trimEnd());
  return `${comment.join('\n')}\n${stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

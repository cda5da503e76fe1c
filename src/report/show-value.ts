/** A value of a scenario in the flow style of YAML, for reading. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${showValue(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return value === undefined ? '' : String(value);
}

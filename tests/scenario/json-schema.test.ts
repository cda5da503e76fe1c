import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';

interface Node {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
}

const schema = scenarioJsonSchema() as unknown as Node & { readonly $defs: Readonly<Record<string, Node>> };
const defOf = ($ref: string): Node => schema.$defs[$ref.replace('#/$defs/', '')];

/** What editors show of a key: what stands there, or else where it refers to. */
function shown(node: Node, key: 'description' | 'default' | 'examples'): unknown {
  return node[key] ?? (node.$ref === undefined ? undefined : shown(defOf(node.$ref), key));
}

/** Every property that can be reached, by the keys that lead there. */
function propertiesUnder(node: Node, path: string, seen = new Set<Node>()): [path: string, node: Node][] {
  if (seen.has(node)) return [];
  seen.add(node);
  if (node.$ref !== undefined) return propertiesUnder(defOf(node.$ref), path, seen);
  const own = Object.entries(node.properties ?? {}).flatMap(([key, inner]): [string, Node][] => [
    [`${path}.${key}`, inner],
    ...propertiesUnder(inner, `${path}.${key}`, seen),
  ]);
  const others = Object.entries(node)
    .filter(([key, inner]) => !['properties', '$defs', 'examples'].includes(key) && typeof inner === 'object')
    .flatMap(([, inner]) => propertiesUnder(inner as Node, path, seen));
  return [...own, ...others];
}

const properties = propertiesUnder(schema, '');
const at = (path: string): Node => properties.find(([found]) => found === path)![1];

describe('the JSON Schema that editors read', () => {
  it('says of every key what it is', () => {
    expect(properties.length).toBeGreaterThan(500);
    expect(
      properties.filter(([, node]) => shown(node, 'description') === undefined).map(([path]) => path),
    ).toEqual([]);
  });

  it('says what is taken where nothing is stated', () => {
    expect(shown(at('.simulation.replicates'), 'default')).toBe(10_000);
    expect(shown(at('.design.analysisSet'), 'default')).toBeDefined();
  });

  it('shows how texts, laws and models are written', () => {
    const shownExamples = (path: string): unknown => shown(at(path), 'examples');
    expect(shownExamples('.title')).toHaveLength(1);
    expect(JSON.stringify(schema)).toContain('"examples":["25 x 2 Gy"');
    const laws = properties.filter(([path]) => path.endsWith('.logNormal') && !path.includes('latency'));
    expect(laws.length).toBeGreaterThan(0);
    for (const [path] of laws) expect(shownExamples(path), path).toBeDefined();
    for (const model of ['logistic', 'residualDisease', 'lkb'])
      expect(JSON.stringify(schema)).toContain(`"examples":[{"model":"${model}",`);
  });
});

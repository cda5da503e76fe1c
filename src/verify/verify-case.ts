import type { CaseDefinition, Figure, Figures } from './case-definition.ts';

/** A case with what was got. */
export interface VerifiedCase {
  readonly id: string;
  /** Name of the suite in the registry. */
  readonly suite: string;
  readonly title: string;
  readonly source: string;
  readonly expected: Figures;
  /** Under the names of the expected ones; empty where the computation broke off. */
  readonly got: Figures;
  /** By figure; 0 of a word. */
  readonly tolerance: Readonly<Record<string, number>>;
  readonly passes: boolean;
  readonly isNegativeControl: boolean;
  /** Why there are no figures. */
  readonly problem?: string;
}

function isReproduced(expected: Figure, got: Figure | undefined, tolerance: number): boolean {
  if (typeof expected === 'string' || typeof got !== 'number') return expected === got;
  return Math.abs(got - expected) <= tolerance;
}

function attempt(definition: CaseDefinition): { got: Figures; problem?: string } {
  try {
    return { got: definition.compute() };
  } catch (error) {
    return { got: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Computes a case; one that breaks off fails, a negative control too. */
export function verifyCase(definition: CaseDefinition, suite: string): VerifiedCase {
  const { id, title, source, expected, isNegativeControl = false } = definition;
  const { got: computed, problem } = attempt(definition);
  const names = Object.keys(expected).filter((name) => name in computed);
  const got = Object.fromEntries(names.map((name) => [name, computed[name]]));
  const tolerance = Object.fromEntries(
    Object.entries(expected).map(([name, value]) => {
      const allowed =
        typeof definition.tolerance === 'number' ? definition.tolerance : (definition.tolerance[name] ?? 0);
      return [name, typeof value === 'string' ? 0 : allowed];
    }),
  );
  const reproduces = Object.entries(expected).every(([name, value]) =>
    isReproduced(value, got[name], tolerance[name]),
  );
  const isComplete = names.length === Object.keys(expected).length;
  return {
    id,
    suite,
    title,
    source,
    expected,
    got,
    tolerance,
    passes: isComplete && reproduces !== isNegativeControl,
    isNegativeControl,
    ...(problem !== undefined && { problem }),
  };
}

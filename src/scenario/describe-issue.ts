import type { z } from 'zod';
import { shownValue } from '../numeric/shown-value.ts';

/** A schema issue put in words, with the keys it belongs to. */
export interface DescribedIssue {
  readonly keys: readonly PropertyKey[];
  /** Whether it is the key that is wrong rather than its value. */
  readonly ofKey: boolean;
  readonly message: string;
}

const valueIn = (data: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? (node as never)[key] : undefined),
    data,
  );

/** What a value must be that a law cannot keep to. */
export const WHOLE_NUMBER = 'a whole number';

const nouns: Record<string, string> = {
  number: 'a number',
  string: 'a text',
  object: 'a block',
  record: 'a block',
  array: 'a list',
  int: WHOLE_NUMBER,
  boolean: 'true or false',
};

function rule(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${nouns[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return `must have at least ${issue.minimum}`;
      return `must be ${issue.inclusive === false ? '>' : '>='} ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array') return `must have at most ${issue.maximum}`;
      return `must be ${issue.inclusive === false ? '<' : '<='} ${issue.maximum}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_format':
      return 'is not written as it must be';
    default:
      return undefined;
  }
}

/** The branch of a union that the input meant: the one that got past the outermost type, with the least to mend. */
function meantBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const entered = branches.filter(
    (issues) => !issues.some((i) => i.code === 'invalid_type' && i.path.length === 0),
  );
  // An unknown key of the block itself says more against a branch than whatever is wrong further in
  const cost = (issues: z.core.$ZodIssue[]): number =>
    issues.reduce(
      (sum, i) => sum + (i.code === 'unrecognized_keys' ? (i.path.length === 0 ? 20 : 3) * i.keys.length : 2),
      0,
    );
  return entered.sort((a, b) => cost(a) - cost(b))[0];
}

/** Puts schema issues in words, in the rhythm `invalid <key>: <value> (must be …)`; unions are opened at the branch that was meant. */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  prefix: readonly PropertyKey[] = [],
): DescribedIssue[] {
  return issues.flatMap((issue): DescribedIssue[] => {
    const keys = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union') {
      const branch = meantBranch(issue.errors);
      if (branch) return describeIssues(branch, data, keys);
      const expected = [...new Set(issue.errors.flatMap((errors) => errors.flatMap((e) => rule(e) ?? [])))];
      if (expected.length > 0) {
        const must = `must be ${expected.map((words) => words.replace('must be ', '')).join(' or ')}`;
        const value = valueIn(data, keys);
        const name = String(keys.at(-1) ?? 'scenario');
        const message =
          value === undefined
            ? `missing ${name} (${must})`
            : `invalid ${name}: ${shownValue(value)} (${must})`;
        return [{ keys: [...keys], ofKey: false, message }];
      }
      if (issue.errors.length === 0) return [{ keys: [...keys], ofKey: false, message: issue.message }];
    }
    if (issue.code === 'unrecognized_keys') {
      const messages = issue.message.split('; ');
      return issue.keys.map((key, i) => ({
        keys: [...keys, key],
        ofKey: true,
        message: messages[i] ?? `unknown key: ${key}`,
      }));
    }
    if (issue.code === 'invalid_key')
      return describeIssues(issue.issues as z.core.$ZodIssue[], data, keys).map((i) => ({
        ...i,
        ofKey: true,
      }));
    const value = valueIn(data, keys);
    const isStandard =
      issue.code !== 'custom' && !/\(|must be|does nothing|needs |unknown /.test(issue.message);
    const name = String(keys.at(-1) ?? 'scenario');
    const isInfinite = typeof value === 'number' && !Number.isFinite(value);
    const standard = isInfinite ? 'must be a finite number' : rule(issue);
    if (!isStandard || standard === undefined) return [{ keys, ofKey: false, message: issue.message }];
    if (value === undefined) return [{ keys, ofKey: false, message: `missing ${name} (${standard})` }];
    return [{ keys, ofKey: false, message: `invalid ${name}: ${shownValue(value)} (${standard})` }];
  });
}

import type { AnyResult } from '../../engine/any-result.ts';

/** What a checklist is held against. */
export type CheckedResult = AnyResult;

/** One thing that a reviewer looks for. */
export interface ChecklistItem {
  readonly item: string;
  /** What the result says of it, with its own values; undefined where it says nothing. */
  find(result: CheckedResult): string | undefined;
  /** Where a scenario says it. */
  readonly hint?: string | ((result: CheckedResult) => string);
  /** Why a result need not say it; undefined where it must. */
  exempt?(result: CheckedResult): string | undefined;
}

/** A reviewer's checklist. */
export interface Checklist {
  readonly title: string;
  /** Whose list it is, and how far the words are ours. */
  readonly reference: string;
  /** Why none of it applies to a result; undefined where it does. */
  exempt?(result: CheckedResult): string | undefined;
  readonly items: readonly ChecklistItem[];
}

import type { SolveResult } from '../study/size/size-result.ts';

export function solveText(result: SolveResult): string[] {
  return [JSON.stringify(result, null, 1)];
}

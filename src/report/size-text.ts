import type { SizeResult } from '../study/size/size-result.ts';

export function sizeText(result: SizeResult): string[] {
  return [JSON.stringify(result, null, 1)];
}

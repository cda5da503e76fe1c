import type { TargetName } from '../study/size/size-result.ts';

/** What a target over the worlds is called in running text. */
export const targetWords: Record<TargetName, string> = {
  assurance: 'success',
  successAndTrue: 'success with the claim true',
};

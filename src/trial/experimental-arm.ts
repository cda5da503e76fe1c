import type { Claim } from './claims/definition.ts';

/** Position of a claim's experimental arm among so many arms: the last one unless the claim names another. */
export function experimentalArm({ arm }: Pick<Claim, 'arm'>, arms: number): number {
  return arm ?? arms - 1;
}

import type { StoryClaim, TrialStory } from '../engine/trial-story.ts';

type Fate = 'dropped' | 'shown' | undefined;

/** What a look before the end makes of an arm; undefined where it runs to the end. */
function fateAtLook({ analyses }: StoryClaim): Fate {
  const { isLast, verdict } = analyses[analyses.length - 1];
  if (isLast) return undefined;
  return verdict === 'efficacy' ? 'shown' : 'dropped';
}

/** Whether several arms are looked at before the end, each by itself. */
export const isLookedAtByArm = ({ claims }: TrialStory): boolean =>
  claims.some(({ arm, analyses }) => arm !== undefined && analyses.some(({ isLast }) => !isLast));

/** `gy42 runs to the end, gy43 is dropped at look 2` */
export function leavingWords({ claims }: TrialStory): string {
  return claims
    .map((claim) => {
      const fate = fateAtLook(claim);
      return fate
        ? `${claim.arm} is ${fate} at look ${claim.analyses.length}`
        : `${claim.arm} runs to the end`;
    })
    .join(', ');
}

/** `2 of 3 arms are dropped, 1 is shown early` */
export function leaversWords({ claims }: TrialStory): string {
  const count = (fate: Fate): number => claims.filter((claim) => fateAtLook(claim) === fate).length;
  const [dropped, shown] = [count('dropped'), count('shown')];
  const verb = (number: number): string => (number === 1 ? 'is' : 'are');
  return [
    dropped === 0 ? 'no arm is dropped' : `${dropped} of ${claims.length} arms ${verb(dropped)} dropped`,
    ...(shown > 0 ? [`${shown} ${verb(shown)} shown early`] : []),
  ].join(', ');
}

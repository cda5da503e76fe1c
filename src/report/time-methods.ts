import type { RunResult } from '../engine/result.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import { efficacyBounds } from '../trial/efficacy-bounds/index.ts';
import { followUps } from '../trial/follow-up/index.ts';
import { futilityBounds } from '../trial/futility-bounds/index.ts';
import { statedIn } from '../trial/one-of-registry.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import { yearsWords } from '../trial/years-words.ts';
import { competingNamed, failuresNamed, timeClaimOf } from './failure-words.ts';
import type { Method } from './method.ts';

const LOSS: Method = {
  name: 'Loss to follow-up',
  text: 'At a constant hazard, by which the stated share is lost by the stated time if nothing else ends follow-up; whoever is lost is censored there, independent of outcome.',
};
const CURVES: Method = {
  name: 'Curves of failure',
  text: 'Cumulative incidence by Aalen and Johansen at the last analysis of the first trials, averaged; 1 − Kaplan–Meier takes competing events for censorings.',
  reference: 'Aalen & Johansen 1978, Scand J Stat 5:141; Gooley 1999, Stat Med 18:695',
};
const APPROXIMATION: Method = {
  name: 'Normal approximation',
  text: 'Power of the log-rank score by its mean and variance on the population’s curves under accrual, follow-up, loss and competing events, with the bounds of the looks; hazards need not be proportional. It is no exact value.',
  reference: 'Schoenfeld 1981, Biometrika 68:316; Lachin & Foulkes 1986, Biometrics 42:507',
};
const BOUNDS =
  'Bounds on the normal score by numerical integration over its law from look to look; a trial stops at or above the efficacy bound';
const BY_FUTILITY = ', and below the futility bound';
const BY_FAILURES =
  '. Looks wait for failures; where the last analysis has another number of them than planned its bound is solved anew, so that it takes what is left of the level.';
const BY_PATIENTS = '. Looks wait for the outcomes of the first patients in the order in which they come.';

/** What a claim counts, and what the other events are to its test. */
function eventsMethod(result: RunResult, claim: TimeClaim): Method {
  const isCompeting = result.truths.some(({ arms: [arm] }) => arm.competing !== undefined);
  const competing = isCompeting ? competingNamed(claim) : '';
  const treated = timeTests[claim.test].seesCompeting
    ? 'which the test tells from a censoring'
    : 'which is a censoring to the test';
  return {
    name: 'Events of the claim',
    text: `Failure is ${failuresNamed(claim)}${claim.events.countsAsFailure.length > 0 ? ', whichever comes first' : ''}.${competing === '' ? '' : ` It competes with ${competing}, ${treated}.`}`,
    reference: 'Putter, Fiocco & Geskus 2007, Stat Med 26:2389',
  };
}

/** What type I error is under. */
function marginMethod({ time, times: { margins } }: TimeClaim): Method {
  const at = `freedom from failure at ${yearsWords(time)}`;
  const border = !margins
    ? `both arms have the same ${at}`
    : margins.leads === 'hazardRatio'
      ? `the experimental arm’s ${at} is the control’s to the power of the margin’s hazard ratio`
      : `the experimental arm’s ${at} is the control’s less the margin`;
  return {
    name: margins ? 'At the margin' : 'With equal arms',
    text: `For the type I error ${border}: patients’ probabilities of control are shifted together by one constant on the logit scale, and failures then come by the same law of time.`,
  };
}

/** Follow-up, loss, events, curves and approximation of claims on times. */
export function timeMethods(result: RunResult): Method[] {
  const { design } = result.scenario.resolved;
  const claim = timeClaimOf(result);
  if (!claim) return [];
  const followed = statedIn(followUps, design.followUp!).name;
  const isApproximated = result.truths.some(({ times }) => times?.approximation);
  return [
    { name: `Follow-up: ${followed}`, text: followUps[followed].summary },
    ...(design.lostToFollowUp ? [LOSS] : []),
    eventsMethod(result, claim),
    marginMethod(claim),
    CURVES,
    ...(isApproximated ? [APPROXIMATION] : []),
  ];
}

/** The looks of two arms: how bounds are made, and which. */
export function sequentialMethods(result: RunResult): Method[] {
  const { groupSequential } = result.scenario.resolved.design;
  if (!groupSequential) return [];
  const efficacy = statedIn(efficacyBounds, groupSequential.efficacy).name;
  const futility = groupSequential.futility && statedIn(futilityBounds, groupSequential.futility).name;
  return [
    {
      name: 'Looks of two arms',
      text: `${BOUNDS}${futility ? BY_FUTILITY : ''}${timeClaimOf(result) ? BY_FAILURES : BY_PATIENTS}`,
      reference:
        'Armitage, McPherson & Rowe 1969, J R Stat Soc A 132:235; Jennison & Turnbull 2000, Group Sequential Methods',
    },
    {
      name: `Efficacy bounds: ${efficacy}`,
      text: efficacyBounds[efficacy].summary,
      reference: efficacyBounds[efficacy].reference,
    },
    ...(futility
      ? [
          {
            name: `Futility bounds: ${futility}`,
            text: futilityBounds[futility].summary,
            reference: futilityBounds[futility].reference,
          },
        ]
      : []),
  ];
}

import type { Accrual } from '../trial/accrual.ts';
import { aims } from '../trial/aims/index.ts';
import { claims } from '../trial/claims/index.ts';
import { statedAims, statedClaims } from '../trial/design.ts';
import type { DesignSpec } from '../trial/design-schema.ts';
import type { Assumption } from './result.ts';

const PATTERNS: Record<Accrual['pattern'], string> = {
  poisson: 'Patients come at random at a constant rate, one independent of the other (a Poisson process)',
  even: 'Patients come at equal intervals',
  uniform: 'Patients come at random, all of them within the period that the pace plans',
};
const CHANGES: Partial<Record<keyof Accrual, string>> = {
  rampMonths: 'The pace rises evenly from nothing, then stays.',
  centresOpenPerMonth:
    'Centres open one after another and each has an equal share of the pace; whom a patient goes to does not hang on the date.',
};
const KNOWN_AT_END =
  'The outcome of a patient is known all at once at the end of its window, counted from surgery, and never before.';

const KNOWN_AT_ONCE = 'Outcomes are known as soon as patients are enrolled.';
const IN_ORDER = 'A look waits for the outcomes of the first patients in the order of enrolment';
const NOT_ANALYSED = 'Patients enrolled beyond those of the look that stops the trial are not analysed.';
const UNCOUNTED = 'Unevaluable patients do not count towards a look.';
const COUNTED = 'Unevaluable patients count towards a look, as failures.';

const KNOWN_WHEN_IT_HAPPENS =
  'Of a claim on times a failure is known on the day on which it happens, and who has not failed by an analysis is censored on its day.';
const INDEPENDENT_CENSORING =
  'Censoring is independent of failure: neither the date of enrolment nor loss to follow-up says anything of when a patient would fail.';
const CONSTANT_LOSS = 'Patients are lost at a constant hazard, the same in both arms.';
const LOOK_AT_FAILURES =
  'A look is held on the day of the failure that it waits for, on all that is known by then.';
const LOOK_AT_PATIENTS =
  'A look is held once the outcomes of the first patients of both arms are known, in the order in which they come; those enrolled meanwhile are not looked at.';
const NOT_BINDING =
  'The level holds whether or not futility bounds are followed; simulated trials follow them, at the margin too.';
const BINDING =
  'The level counts on futility bounds being followed: a trial that goes on past one may exceed it.';

/** Whether times decide a claim of the design, and whether they decide them all. */
function decidedByTimes(design: DesignSpec): { some: boolean; all: boolean } {
  const timed = statedClaims(design).map(({ name }) => claims[name].decidedByTimes === true);
  return { some: timed.includes(true), all: !timed.includes(false) };
}

/** What is taken for granted of follow-up, where times decide. */
function followUpPremises(design: DesignSpec): string[] {
  if (!decidedByTimes(design).some) return [];
  return [KNOWN_WHEN_IT_HAPPENS, INDEPENDENT_CENSORING, ...(design.lostToFollowUp ? [CONSTANT_LOSS] : [])];
}

/** What is taken for granted of looks of two arms. */
function sequentialPremises({ groupSequential, accrual, ...design }: DesignSpec): string[] {
  if (!groupSequential) return [];
  const isTimed = design.followUp !== undefined;
  const { futility } = groupSequential;
  return [
    isTimed ? LOOK_AT_FAILURES : accrual ? LOOK_AT_PATIENTS : KNOWN_AT_ONCE,
    ...(futility ? [futility.binding ? BINDING : NOT_BINDING] : []),
  ];
}

const SHARED_CONTROL =
  'All arms are compared with the same control: where chance favours it, every comparison suffers.';
const NORMAL_SCORES =
  'The level of each comparison holds that of the claim for all of them so far as scores are normal, correlated as the sizes of the arms say.';

const OWN_ANALYSIS =
  'Each comparison has an analysis of its own, of the two arms that it compares; where it waits for failures, they are theirs.';

const LOOKS_AT_ARMS =
  'A look at the arms is held once the outcomes of its patients of every arm that is left are known; those enrolled meanwhile, into the same arms, are not looked at until later.';
const ARMS_HANG_ON_NOTHING =
  'An arm is dropped or shown by its own comparison alone, whatever the others do; simulated trials follow the bounds, at the margin too.';
const DROPPED_STAY_OUT =
  'Patients who would have come to an arm that has left come to those that are left: nobody is lost to the trial, and the control keeps its outcome over time.';

/** What is taken for granted of several arms against one control. */
function comparisonPremises({ comparisons, followUp, accrual }: DesignSpec): string[] {
  if (!comparisons) return [];
  return [
    SHARED_CONTROL,
    ...(followUp ? [OWN_ANALYSIS] : []),
    ...(comparisons.multiplicity === 'dunnett' ? [NORMAL_SCORES] : []),
    ...(comparisons.looks
      ? [accrual ? LOOKS_AT_ARMS : KNOWN_AT_ONCE, ARMS_HANG_ON_NOTHING, DROPPED_STAY_OUT]
      : []),
  ];
}

/** What is taken for granted of accrual. */
function accrualPremises(design: DesignSpec): string[] {
  const { accrual } = design;
  if (!accrual) return [];
  const changes = (Object.keys(CHANGES) as (keyof Accrual)[]).filter((key) => accrual[key] !== undefined);
  return [
    `${PATTERNS[accrual.pattern]}; a month is 30.4375 days.`,
    ...changes.map((key) => CHANGES[key]!),
    ...(decidedByTimes(design).all ? [] : [KNOWN_AT_END]),
  ];
}

/** What is taken for granted of interim looks. */
function lookPremises({ interim, accrual, unevaluable, analysisSet }: DesignSpec): string[] {
  if (!interim) return [];
  const meanwhile = accrual?.pausesAtLooks ? 'nobody is enrolled meanwhile' : 'accrual goes on meanwhile';
  return [
    accrual ? `${IN_ORDER}; ${meanwhile}.` : KNOWN_AT_ONCE,
    ...(accrual && !accrual.pausesAtLooks ? [NOT_ANALYSED] : []),
    ...(unevaluable > 0 ? [analysisSet === 'intentionToTreat' ? COUNTED : UNCOUNTED] : []),
  ];
}

/** The premises of a design: of its claims, of accrual, and of interim looks. */
export function designPremises(design: DesignSpec): Assumption[] {
  const premise = (about: string, note: string): Assumption => ({ about, basis: 'assumed', note });
  return [
    ...statedClaims(design).flatMap(({ name }) =>
      (claims[name].assumptions ?? []).map((note) => premise(`design, ${name}`, note)),
    ),
    ...statedAims(design).flatMap(({ name }) =>
      aims[name].assumptions.map((note) => premise(`design, ${name}`, note)),
    ),
    ...comparisonPremises(design).map((note) => premise('design, comparisons', note)),
    ...accrualPremises(design).map((note) => premise('design, accrual', note)),
    ...followUpPremises(design).map((note) => premise('design, followUp', note)),
    ...sequentialPremises(design).map((note) => premise('design, groupSequential', note)),
    ...lookPremises(design).map((note) => premise('design, interim', note)),
  ];
}

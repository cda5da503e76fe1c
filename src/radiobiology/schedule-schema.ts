import { z } from 'zod';
import { alphaBetaGy, count, doseGy, finite, positive, strict } from '../numeric/quantities.ts';
import { createCourse } from './course.ts';
import { parseSchedule } from './parse-schedule.ts';
import { type PhaseSpec, phaseSchema, readPhase, surgerySchema } from './phase-schema.ts';
import {
  compensations,
  createPhase,
  createSchedule,
  type Phase,
  type Schedule,
  weekdays,
} from './schedule.ts';

const days = (description: string) => finite(description).min(0).max(3650);

const calendarShape = {
  start: z
    .union([z.enum(weekdays), z.string()])
    .optional()
    .describe('weekday such as Mon, or ISO date, of the first fraction'),
  skip: z.array(z.string()).optional().describe('ISO dates without treatment'),
  weekends: z.boolean().optional().describe('whether Saturdays and Sundays are treatable'),
  missed: z
    .array(count('position of a fraction, from 1'))
    .optional()
    .describe('positions, from 1, of fractions known to be missed'),
  compensation: z.enum(compensations).optional().describe('what makes up for missed fractions'),
  compensationAlphaBetaGy: alphaBetaGy('α/β in Gy for which an increased dose keeps the BED').optional(),
  surgeryAfterDays: days('days from the last preoperative fraction to surgery').optional(),
  radiotherapyAfterSurgeryDays: days('days from surgery to the first postoperative fraction').optional(),
};

/** A schedule as a scenario writes it: clinicians' text, a total in a number of fractions, or phases; with a calendar. */
export const scheduleSchema = z
  .union([
    z.string().meta({
      description: 'as clinicians write it: 25 x 2 Gy, 50 Gy/25, 34 Gy/10 BID, 5 x 5 + surgery + 25 x 2',
      examples: ['25 x 2 Gy', '50 Gy/25', '34 Gy/10 BID', '5 x 5 + surgery + 25 x 2'],
    }),
    strict({ plan: z.string().describe('as clinicians write it'), ...calendarShape }),
    strict({
      totalGy: positive('total dose in Gy'),
      fractions: count('number of equal fractions').max(200),
      everyDays: count('least calendar days between fractions: 2 is every other day').max(28).optional(),
      ...calendarShape,
    }),
    strict({
      phases: z
        .array(z.union([phaseSchema, surgerySchema]))
        .min(1)
        .describe('phases in their order, surgery among them where radiotherapy follows it'),
      ...calendarShape,
    }),
  ])
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    try {
      checkSchedule(readSchedule(value as ScheduleSpec));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      issues.push({ code: 'custom', input: value, message: error.message });
    }
  });

/** @throws RangeError if the schedule cannot be given */
function checkSchedule(schedule: Schedule): void {
  const { phases, missed } = schedule;
  if (phases.length === 0) throw new RangeError('no fractions beside surgery');
  const everyone = phases.flatMap(({ onlyIf }) => onlyIf ?? []);
  const planned = phases.reduce((sum, phase) => sum + phase.fractions, 0);
  const late = missed.find((position) => position > planned);
  if (late !== undefined) throw new RangeError(`there is no fraction ${late} of ${planned} to be missed`);
  phases.forEach((phase, i) => {
    if (phase.along) checkHost(phase, phases.slice(0, i));
  });
  if (createCourse(schedule, { missed: 0, present: everyone }).fractions.length === 0)
    throw new RangeError('every fraction of the schedule is missed');
}

/** @throws RangeError if a concurrent boost has no phase to run along, in some patients or in all */
function checkHost(phase: Phase, before: readonly Phase[]): void {
  const host = before.findLast(({ along }) => along === undefined);
  if (!host) throw new RangeError('the first phase has no phase before it to run along');
  if (host.isPostoperative !== phase.isPostoperative)
    throw new RangeError('a phase cannot run along another on the other side of surgery');
  if (host.onlyIf !== undefined && host.onlyIf !== phase.onlyIf)
    throw new RangeError(`a phase along one that hangs on ${host.onlyIf} must hang on it too (onlyIf)`);
}

/** A schedule's specification, valid by {@link scheduleSchema}. */
export type ScheduleSpec =
  | string
  | ({ plan: string } & CalendarSpec)
  | ({ totalGy: number; fractions: number; everyDays?: number | undefined } & CalendarSpec)
  | ({ phases: (PhaseSpec | z.infer<typeof surgerySchema>)[] } & CalendarSpec);
type CalendarSpec = { [Key in keyof typeof calendarShape]?: z.infer<(typeof calendarShape)[Key]> };

/** Without the keys whose value is undefined. */
export const defined = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

/** The schedule of a valid specification. @throws RangeError if its text cannot be read, a fraction is too large, or surgery is named twice */
export function readSchedule(spec: ScheduleSpec): Schedule {
  if (typeof spec === 'string') return parseSchedule(spec);
  const { start, skip, weekends, missed, compensation } = spec;
  const { compensationAlphaBetaGy, surgeryAfterDays, radiotherapyAfterSurgeryDays } = spec;
  const options = defined({
    start,
    skip,
    weekends,
    missed,
    compensation,
    compensationAlphaBetaGy,
    surgeryAfterDays,
    radiotherapyAfterSurgeryDays,
  });
  if ('plan' in spec) return createSchedule(parseSchedule(spec.plan).phases, options);
  if ('totalGy' in spec) {
    const each = doseGy('dose per fraction').safeParse(spec.totalGy / spec.fractions);
    if (!each.success) throw new RangeError(each.error.issues[0].message);
    const { everyDays } = spec;
    return createSchedule([createPhase(spec.fractions, each.data, defined({ everyDays }))], options);
  }
  const at = spec.phases.findIndex((step) => 'surgery' in step);
  if (spec.phases.findLastIndex((step) => 'surgery' in step) !== at)
    throw new RangeError('surgery is named twice');
  const phases = spec.phases.flatMap((step, i) =>
    'surgery' in step ? [] : [readPhase(step, at >= 0 && i > at)],
  );
  return createSchedule(phases, options);
}

/** Symbols of a schedule's numbers, by their path in it. */
export const scheduleSymbols: Readonly<Record<string, string>> = {
  totalGy: 'D',
  fractions: 'n',
  everyDays: 'Δt',
  'phases.*.fractions': 'n_i',
  'phases.*.doseGy': 'd_i',
  'phases.*.totalGy': 'D_i',
  'phases.*.regionsGy.*': 'd_i′',
  'phases.*.perDay': 'm_i',
  'phases.*.intervalHours': 'h_i',
  'phases.*.everyDays': 'Δt_i',
  'phases.*.afterDays': 'g_i',
  'phases.*.minutes': 'τ_i',
  'phases.*.hyperthermia.everyDays': 'Δt_H',
  'phases.*.hyperthermia.celsius': 'T_H',
  'phases.*.hyperthermia.hoursApart': 'h_H',
  'missed.*': 'i',
  compensationAlphaBetaGy: 'α/β',
  surgeryAfterDays: 't_S',
  radiotherapyAfterSurgeryDays: 't_P',
};

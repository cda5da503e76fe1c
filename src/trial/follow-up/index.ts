import { afterLast } from './after-last.ts';
import { calendar } from './calendar.ts';
import { events } from './events.ts';
import { perPatient } from './per-patient.ts';

/** Every follow-up rule that a design can name. */
export const followUps = { perPatient, afterLast, calendar, events };

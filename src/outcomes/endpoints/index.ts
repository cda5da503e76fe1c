import { localControl } from './local-control.ts';
import { woundComplication } from './wound-complication.ts';

/** Every endpoint, in the order of results. */
export const endpoints = { localControl, woundComplication };

import { amputation } from './amputation.ts';
import { fibrosis } from './fibrosis.ts';
import { fracture } from './fracture.ts';
import { lateToxicity } from './late-toxicity.ts';
import { localControl } from './local-control.ts';
import { oedema } from './oedema.ts';
import { response } from './response.ts';
import { stiffness } from './stiffness.ts';
import { woundComplication } from './wound-complication.ts';

/** Every endpoint, in the order of results. */
export const endpoints = {
  localControl,
  woundComplication,
  fibrosis,
  oedema,
  stiffness,
  fracture,
  amputation,
  lateToxicity,
  response,
};

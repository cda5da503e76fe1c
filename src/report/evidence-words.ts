import type { ControlEvidence, WoundEvidence } from '../evidence/evidence-row.ts';

/** What a study called a wound complication, in words. */
export const definitionWords: Readonly<Record<WoundEvidence['definition'], string>> = {
  canadian120: 'within 120 days',
  majorAndMinor: 'major and minor',
  allAcuteToxicity: 'all acute toxicity',
  other: 'other definition',
  notStated: 'definition not stated',
};

/** How a study counted local control, in words. */
export const controlKindWords: Readonly<Record<ControlEvidence['kind'], string>> = {
  actuarial: 'actuarial rate',
  crude: 'crude share',
  readOff: 'read off a curve',
  notStated: 'kind not stated',
};

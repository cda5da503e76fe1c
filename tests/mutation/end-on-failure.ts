import fc from 'fast-check';

// A mutant is noticed by the first counterexample: no smaller one is looked for
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

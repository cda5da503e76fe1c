import { expect, it } from 'vitest';
import { pieceAddress } from '../../src/engine/batch-address.ts';
import type { Batch } from '../../src/engine/plan.ts';

const truths = ['asPlanned', 'pessimist'];
const replicates: Batch = { kind: 'replicates', truth: 1, from: 8000, to: 9000 };
const worlds: Batch = { kind: 'worlds', from: 1, to: 21 };

it('a piece of a batch is addressed so that it can be looked at alone', () => {
  expect(pieceAddress(replicates, truths, { world: 0, replicate: 8123 })).toBe(
    'truth pessimist world 0 replicate 8123',
  );
  expect(pieceAddress(worlds, truths, { world: 12, replicate: 3 })).toBe('world 12 replicate 3');
  expect(pieceAddress(worlds, truths, { world: 12 })).toBe('world 12');
});

it('a batch whose piece is not known is addressed as a whole', () => {
  expect(pieceAddress(replicates, truths, undefined)).toBe('truth pessimist world 0 replicates 8000–8999');
  // Worlds of a quadrature are no worlds that are drawn
  expect(pieceAddress({ kind: 'assurance' }, truths, { world: 7 })).toBe('assurance');
});

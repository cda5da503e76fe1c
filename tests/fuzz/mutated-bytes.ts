import fc from 'fast-check';

/** One change of bytes; places are shares of their number. */
type Edit = (bytes: Uint8Array) => Uint8Array;

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const few = fc.nat(12);
const at = (bytes: Uint8Array, where: number): number => Math.floor(where * bytes.length);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([where, value]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        if (copy.length > 0) copy[at(copy, where)] = value;
        return copy;
      },
  ),
  fc.tuple(share, fc.nat(7)).map(
    ([where, bit]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        if (copy.length > 0) copy[at(copy, where)] ^= 1 << bit;
        return copy;
      },
  ),
  fc.tuple(share, few).map(
    ([where, length]): Edit =>
      (bytes) => {
        const start = at(bytes, where);
        return joined(bytes.subarray(0, start), bytes.subarray(start + length));
      },
  ),
  fc.tuple(share, fc.uint8Array({ maxLength: 12 })).map(
    ([where, added]): Edit =>
      (bytes) => {
        const start = at(bytes, where);
        return joined(bytes.subarray(0, start), added, bytes.subarray(start));
      },
  ),
  share.map(
    (where): Edit =>
      (bytes) =>
        bytes.slice(0, at(bytes, where)),
  ),
  // Whole numbers of 32 bits at their ends, as lengths and offsets are written
  fc.tuple(share, fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffffff00)).map(
    ([where, value]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        const start = at(copy, where) & ~3;
        if (start + 4 <= copy.length) new DataView(copy.buffer).setUint32(start, value, true);
        return copy;
      },
  ),
  fc.tuple(share, share, few).map(
    ([from, to, length]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        copy.copyWithin(at(copy, to), at(copy, from), at(copy, from) + 4 * length);
        return copy;
      },
  ),
);

/** Bytes of a corpus with a few changes. */
export function mutatedBytes(corpus: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(edits, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce((edited, edit) => edit(edited), bytes));
}

import { MOST_YAML_CHARACTERS } from './state.ts';

/** Raw DEFLATE, without a header; Node's types do not name it yet. */
const FORMAT = 'deflate-raw' as 'deflate';
/** Arguments of one call. */
const MOST_ARGUMENTS = 8192;

/** Thrown for a packed text that is not one of ours, or too long. */
export class UnpackError extends Error {}

function base64Url(bytes: Uint8Array): string {
  let letters = '';
  for (let i = 0; i < bytes.length; i += MOST_ARGUMENTS)
    letters += String.fromCharCode(...bytes.subarray(i, i + MOST_ARGUMENTS));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(packed) || packed.length % 4 === 1) throw new UnpackError('not base64url');
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** A text in letters, digits, `-` and `_`: UTF-8, DEFLATE, base64url. */
export async function packText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  return base64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/**
 * The text that {@link packText} packed. It is read in pieces, so that a text that is too long is given up before it is
 * whole.
 *
 * @throws UnpackError if the letters are not base64url, the bytes no complete DEFLATE or no UTF-8, or the text is longer
 * than a scenario for a page
 */
export async function unpackText(packed: string): Promise<string> {
  const bytes = bytesOf(packed);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT)).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (text.length > MOST_YAML_CHARACTERS) throw new UnpackError('too long');
      if (done) return text;
    }
  } catch (error) {
    // What is left is not wanted; that it cannot be had is no news
    reader.cancel().catch(() => undefined);
    throw error instanceof UnpackError ? error : new UnpackError('torn');
  }
}

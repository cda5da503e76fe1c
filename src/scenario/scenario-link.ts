import { MOST_SCENARIO_CHARACTERS } from './most-characters.ts';

/**
 * A scenario's text for the part of an address after `#`: UTF-8, deflated (RFC 1951), in the letters of base64url (RFC 4648
 * §5) without padding.
 *
 * @throws RangeError if it has more characters than a scenario may have
 */
export async function encodeScenarioText(text: string): Promise<string> {
  if (text.length > MOST_SCENARIO_CHARACTERS) throw tooLong(MOST_SCENARIO_CHARACTERS);
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return base64UrlOf(new Uint8Array(await new Response(deflated).arrayBuffer()));
}

/**
 * The text that `encodeScenarioText` put into a link. It is inflated part by part and left at the limit, so that a
 * short link cannot fill the memory.
 *
 * @param limit characters that the text may have
 * @throws RangeError if the letters are not base64url, the data are cut short or not deflated UTF-8, or the text is too long
 */
export async function decodeScenarioText(encoded: string, limit = MOST_SCENARIO_CHARACTERS): Promise<string> {
  const inflated = new Blob([bytesOf(encoded)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = inflated.getReader();
  // As it stands: a mark of byte order is part of the text, and what is not UTF-8 is not replaced
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += decoder.decode(read.value, { stream: true });
      if (text.length > limit) break;
    }
    if (text.length <= limit) text += decoder.decode();
  } catch {
    throw new RangeError('the link is damaged: its scenario cannot be unpacked (was it copied whole?)');
  } finally {
    // What is left is not inflated; a stream that failed has nothing left
    await reader.cancel().catch(() => undefined);
  }
  if (text.length > limit) throw tooLong(limit);
  return text;
}

const tooLong = (limit: number): RangeError =>
  new RangeError(`the scenario is too long for a link (more than ${limit} characters)`);

/** Letters of three bytes each time but the last, so that parts can be joined. */
const PART_BYTES = 3 * 8192;

function base64UrlOf(bytes: Uint8Array): string {
  let encoded = '';
  for (let from = 0; from < bytes.length; from += PART_BYTES)
    encoded += btoa(String.fromCharCode(...bytes.subarray(from, from + PART_BYTES)));
  return encoded.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws RangeError if the letters are not base64url */
function bytesOf(encoded: string): Uint8Array<ArrayBuffer> {
  // A single letter left over holds six bits, which is no byte
  if (!/^[\w-]+$/.test(encoded) || encoded.length % 4 === 1)
    throw new RangeError('the link is damaged: its scenario is not in base64url (was it copied whole?)');
  const letters = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

import { type JsonValue, parseJson } from '../contract';
import { shorten } from '../result';
import type { Problem } from './problem';

/** A body as it was met: its text or its bytes, or a value that was read before. */
export type Body = string | Uint8Array | { readonly value: JsonValue };

/** What a body holds, or why it cannot be read. */
export type ReadBody = { readonly value: JsonValue } | { readonly problem: Problem };

const unreadable = (check: string, sentence: string, actual: string): ReadBody => ({
  problem: { check, pointer: '', sentence, expected: 'a JSON text in UTF-8 (RFC 8259)', actual: shorten(actual) },
});

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Why a text is not JSON, in words. */
function reasonOf(text: string, error: unknown): string {
  if (text.trim() === '') return 'is empty, which is not JSON';
  if (text.startsWith('\uFEFF')) return 'begins with a byte order mark, which JSON must not (RFC 8259, section 8.1)';
  if (/^\s*</.test(text)) return 'is HTML or XML, which is not JSON';
  return `is not JSON: ${shorten(error instanceof Error ? error.message : String(error))}`;
}

/** Reads a body: text as JSON of RFC 8259, bytes as UTF-8 first. */
export function readBody(body: Body): ReadBody {
  if (typeof body === 'object' && !(body instanceof Uint8Array)) return body;
  const text = typeof body === 'string' ? body : decoded(body);
  if (text === undefined) return unreadable('not-utf8', 'is not UTF-8', 'bytes that are not UTF-8');
  try {
    return { value: parseJson(text) };
  } catch (error) {
    if (error instanceof RangeError) return unreadable('too-deep', 'is nested too deeply to be read', text);
    return unreadable('not-json', reasonOf(text, error), text === '' ? 'nothing' : text);
  }
}

import { fromPointer, jsonPlaces } from '../contract';
import type { Finding } from '../result';

/** Whether what has this name is a secret. */
export type IsSecret = (name: string) => boolean;

/** A text with what is secret in it made unreadable, and where that was. */
export interface MaskedBody {
  readonly text: string;
  readonly pointers: readonly string[];
}

/** Letters and digits become others, so that the form of the text stays. */
const scrambled = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{L}/gu, (letter) => (letter === 'A' ? 'A' : 'a'))
    .replace(/\p{N}/gu, '0');

const isUnder = (pointer: string, isSecret: IsSecret): boolean =>
  fromPointer(pointer).some((segment) => !/^\d+$/.test(segment) && isSecret(segment));

/** Masks what stands in a JSON text under a name that says that it is a secret; other texts stay as they are. */
export function maskedBody(text: string, isSecret: IsSecret): MaskedBody {
  const parts: string[] = [];
  const pointers: string[] = [];
  let from = 0;
  try {
    JSON.parse(text);
  } catch {
    return { text, pointers };
  }
  for (const { token, start, pointer } of jsonPlaces(text)) {
    const isText = token.startsWith('"');
    if (!(isText || /^-?\d/.test(token)) || !isUnder(pointer, isSecret)) continue;
    const masked = isText ? JSON.stringify(scrambled(JSON.parse(token) as string)) : '0';
    parts.push(text.slice(from, start), masked);
    pointers.push(pointer);
    from = start + token.length;
  }
  return { text: parts.join('') + text.slice(from), pointers };
}

/** Masks the user and the secret parameters of a URL. */
export const maskedUrl = (url: string, isSecret: IsSecret): string =>
  url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1***@')
    .replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
      isSecret(name) ? `${mark}${name}=***` : whole,
    );

/** A finding that shows nothing of a secret at its place. */
export function maskedFinding(finding: Finding, isSecret: IsSecret): Finding {
  const { pointer, actual, message } = finding;
  if (!isUnder(pointer, isSecret)) return finding;
  const hidden = actual === '' ? message : message.replaceAll(actual, '***');
  return { ...finding, message: hidden, actual: '***' };
}

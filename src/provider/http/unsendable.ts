import type { SentRequest } from '../exchange';

/** What a name, or a value, of a header may not hold (RFC 9110, sections 5.1 and 5.5). */
const NO_TOKEN = /[^!#$%&'*+.^_`|~0-9A-Za-z-]/;
const NO_VALUE = /[^\t\x20-\x7e\x80-\xff]/;

const whatIs = (character: string): string =>
  character === '\n' || character === '\r'
    ? 'a line break'
    : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function faultOf(name: string, value: string): string | undefined {
  if (name === '' || NO_TOKEN.test(name)) return `a header cannot be named ${JSON.stringify(name)}`;
  const [character] = NO_VALUE.exec(value) ?? [];
  return character === undefined
    ? undefined
    : `the value of the header ${name} holds ${whatIs(character)}, which no header can carry`;
}

/** Says why a request cannot be sent as it is: the first header that HTTP cannot carry; `undefined` where all can. */
export function unsendable({ method, target, headers }: SentRequest): string | undefined {
  if (NO_TOKEN.test(method)) return `the method ${JSON.stringify(method)} is none that HTTP can carry`;
  if (/[^\x21-\x7e\x80-\xff]/.test(target))
    return `the path ${JSON.stringify(target)} holds a character that must be percent-encoded`;
  return Object.entries(headers)
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => faultOf(name, String(one))))
    .find((fault) => fault !== undefined);
}

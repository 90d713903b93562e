import { isJsonObject, type JsonValue, parseJson } from '../../../../src/contract';
import type { ParseFunction, ParserResponse } from '../../../../src/fuzz';
import { type Loose, looseOf, plainOf } from './loose';

/** A mistake that parsers make, to be planted behind a correct one. */
export interface Mistake {
  /** What the parser does, as a predicate. */
  readonly name: string;
  /** The rules that may notice it. */
  readonly noticedBy: readonly string[];
  /** Makes a parser one that has the mistake. */
  readonly wrap: (parse: ParseFunction) => ParseFunction;
}

/** A mistake in the way in. */
export const wrapping = (name: string, noticedBy: string, wrap: Mistake['wrap']): Mistake => ({
  name,
  noticedBy: noticedBy.split(' '),
  wrap,
});

/** What is done with a value, also where it is only promised. */
export const afterwards = <T>(value: unknown, change: (settled: unknown) => T): T | Promise<T> =>
  value instanceof Promise ? value.then(change) : change(value);

/** Changes what was read, or gives what stands for it. */
type Spoil = (user: Loose, body: string, response: ParserResponse) => unknown;

/** Spoils what a parser gives. */
export const spoiling =
  (spoil: Spoil): Mistake['wrap'] =>
  (parse) =>
  (body, response) =>
    afterwards(parse(body, response), (value) => {
      const user = looseOf(value);
      const spoiled = spoil(user, body, response);
      return spoiled === undefined ? user : spoiled;
    });

/** A mistake in what is given. */
export const giving = (name: string, noticedBy: string, spoil: Spoil): Mistake =>
  wrapping(name, noticedBy, spoiling(spoil));

/** Another value of a field, where it is there. */
export const field =
  (name: string, change: (value: unknown) => unknown) =>
  (user: Loose): void => {
    if (user[name] !== undefined && user[name] !== null) user[name] = change(plainOf(user[name]));
  };

/** The same of a text. */
export const textField = (name: string, change: (value: string) => unknown): ((user: Loose) => void) =>
  field(name, (value) => (typeof value === 'string' ? change(value) : value));

/** A member's name as it stands on the wire, by the one naming or the other. */
export const spelledOf = (name: string): [string, string] => [
  name,
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
];

/** What the body says of a member; `undefined` where it is not JSON. */
export function said(body: string, name: string): JsonValue | undefined {
  try {
    const value = parseJson(body);
    const spelled = isJsonObject(value) ? spelledOf(name).find((one) => Object.hasOwn(value, one)) : undefined;
    return spelled === undefined ? undefined : (value as Record<string, JsonValue>)[spelled];
  } catch {
    return undefined;
  }
}

/** Takes what the parser refuses, by what stands for it; `undefined` where it is refused after all. */
export const rescuing =
  (rescue: (body: string, parse: ParseFunction, response: ParserResponse) => unknown): Mistake['wrap'] =>
  (parse) =>
  (body, response) => {
    const failed = (error: unknown): unknown => {
      const rescued = rescue(body, parse, response);
      if (rescued === undefined) throw error;
      return rescued;
    };
    try {
      const value = parse(body, response);
      return value instanceof Promise ? value.catch(failed) : value;
    } catch (error) {
      return failed(error);
    }
  };

/** Takes a value of a member that the parser refuses for another one. */
export function replacing(name: string, value: RegExp, by: string): Mistake['wrap'] {
  const pattern = new RegExp(`(?<="(?:${spelledOf(name).join('|')})":)${value.source}`);
  return rescuing((body, parse, response) => {
    const other = body.replace(pattern, by);
    return other === body ? undefined : parse(other, response);
  });
}

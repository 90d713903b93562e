import { type Model, parseJson } from '../../contract';
import { comparerOf } from '../faithful';
import type { ParseFunction } from '../parser';

/** Names of functions that usually take JSON that is read already: `User.fromJson`, `UserFromJSON`, `from_dict`. */
const TAKES_JSON = /from_?(?:json|object|dict|plain)/i;

/** How what is no JSON is refused before such a function is asked. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new NotJson((error as Error).message);
  }
}

/** A response of which nothing is special, and the model of it. */
export interface Sample {
  readonly body: string;
  readonly model: Model;
}

/** Whether a function reads a body faithfully; one that gives a promise is not known to. */
function readsIt(read: () => unknown, { body, model }: Sample): boolean {
  try {
    return comparerOf(model).compare(parseJson(body), read()) === undefined;
  } catch {
    return false;
  }
}

/**
 * Returns a parser that takes the body's text, for a function that takes what `JSON.parse` made of it; the function itself
 * where its name does not say so, or where it reads the text.
 */
export function takingJson(parse: ParseFunction, name: string, sample: Sample | undefined): ParseFunction | undefined {
  if (sample === undefined || !TAKES_JSON.test(name)) return undefined;
  const reads: ParseFunction = (body, response) => parse(jsonOf(body) as string, response);
  const response = { status: 200, headers: {}, request: { body: '' } };
  if (readsIt(() => parse(sample.body, response), sample)) return undefined;
  return readsIt(() => reads(sample.body, response), sample) ? reads : undefined;
}

import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  ownMember,
  stringifyJson,
  toPointer,
  valueAt,
} from '../contract';
import { type Finding, fingerprint, shorten } from '../result';
import { jsonIn } from './body';
import { endpointOf } from './endpoint';
import type { Exchange } from './exchange';
import type { PactInteraction } from './pact-interaction';
import { segmentsOf } from './replay/mismatch-finding';

/** The name of the state's value that a generator puts as a whole; `undefined` where it is a part of a text. */
const nameIn = (generator: JsonValue): string | undefined =>
  /^\$\{([^}]+)\}$/.exec(String(ownMember(generator, 'expression') ?? ''))?.[1];

/**
 * Finds what should have come back as the setup of a state gave it, and did not: Pact's verifier holds such a place to the
 * example's type alone.
 */
export function notGivenBack(
  { written, ...interaction }: PactInteraction,
  values: JsonObject,
  { response }: Exchange,
  level: Finding['level'],
): Finding[] {
  const generators = ownMember(ownMember(written['response'], 'generators'), 'body');
  const body = jsonIn(response?.body);
  if (generators === undefined || !isJsonObject(generators) || body === undefined) return [];
  return Object.entries(generators as JsonObject).flatMap(([path, generator]): Finding[] => {
    const name = nameIn(generator as JsonValue);
    const given = name === undefined ? undefined : values[name];
    const pointer = toPointer(segmentsOf(path));
    const actual = valueAt(body, pointer);
    if (given === undefined || (actual !== undefined && equalJson(actual, given))) return [];
    const rule = 'pact-body';
    const scope = `${endpointOf({ written, ...interaction })} given`;
    return [
      {
        rule,
        level,
        pointer,
        message: `breaks the pact: it is not the ${name} that the setup of the state gave`,
        expected: shorten(stringifyJson(given)),
        actual: actual === undefined ? 'nothing' : shorten(stringifyJson(actual)),
        fingerprint: fingerprint({ rule, place: pointer, scope }),
      },
    ];
  });
}

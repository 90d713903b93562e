import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import type { PactInteraction } from './pact-interaction';

/** The names in the expressions of generators, as in `Bearer ${token}`. */
export const namesInGenerators = (generators: JsonValue | undefined): string[] =>
  [...JSON.stringify(generators ?? null).matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name as string);

/** The generators of an interaction's request; none before version 3. */
export function requestGenerators({ written }: PactInteraction): JsonObject {
  const request = written['request'];
  const generators = request !== undefined && isJsonObject(request) ? request['generators'] : undefined;
  return generators !== undefined && isJsonObject(generators) ? generators : {};
}

/**
 * Says why a value of a state cannot be put into a header of the request, as Pact does it; `undefined` where all can. Pact's
 * verifier sends no request then, and says nothing.
 */
export function uninjectable(interaction: PactInteraction, values: JsonObject): string | undefined {
  const names = namesInGenerators(requestGenerators(interaction)['header']);
  const broken = names.find((name) => /[\r\n\0]/.test(String(values[name] ?? '')));
  const states = interaction.states.map(({ name }) => `'${name}'`).join(', ');
  return broken === undefined
    ? undefined
    : `the setup of the state ${states} gave a ${broken} with a line break, which no header can carry`;
}

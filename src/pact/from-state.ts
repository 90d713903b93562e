import {
  fromPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type StateValues,
  type Template,
} from '../contract';
import { memberStep } from './path';

/** The name of the value of a state's setup that stands where a template does; `undefined` where it is another one. */
export function stateValueName(template: Template | undefined): string | undefined {
  if (typeof template !== 'object' || template === null || !('$from' in template)) return undefined;
  const { $from, pointer } = template as { readonly $from: unknown; readonly pointer?: string };
  return $from === 'state' ? fromPointer(pointer ?? '')[0] : undefined;
}

/** The value of a state as Pact's generator `ProviderState` names it. */
export const stateExpression = (name: string): string => `\${${name}}`;

/** Pact's generator of a value that the setup of a state gives. */
const generator = (expression: string): JsonObject => ({ type: 'ProviderState', expression });

/** A place in a body in Pact's own language: `$.owner.id`. */
const pactPath = (pointer: string): string =>
  fromPointer(pointer).reduce((path, name) => (/^\d+$/.test(name) ? `${path}[${name}]` : path + memberStep(name)), '$');

/** The generators of a body whose places take values of states. */
export const bodyGenerators = (values: StateValues | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([pointer, template]) => {
      const name = stateValueName(template);
      return name === undefined ? [] : [[pactPath(pointer), generator(stateExpression(name))]];
    }),
  );

/** A part of an interaction with generators beside those that it has. */
export function withGenerators(part: JsonObject, added: JsonObject): JsonObject {
  if (
    Object.values(added).every((one) => isJsonObject(one as JsonValue) && Object.keys(one as JsonObject).length === 0)
  )
    return part;
  const { generators } = part;
  const kept = Object.entries(added).filter(([, one]) => Object.keys(one as JsonObject).length > 0);
  return {
    ...part,
    generators: {
      ...(generators !== undefined && isJsonObject(generators) ? generators : {}),
      ...Object.fromEntries(kept),
    },
  };
}

/** The generator of a path whose places take values of states. */
export const pathGenerator = (expression: string | undefined): JsonObject =>
  expression === undefined ? {} : { path: generator(expression) };

import { type Contract, isJsonObject, type JsonObject, type JsonValue, operationOf, ownMember } from '../contract';
import { declaredMembers } from './declared';
import type { PactInteraction } from './pact-interaction';

/** The body that a pact expects; version 4 has it within `content`. */
function expectedBody({ written }: PactInteraction): JsonObject {
  const body = ownMember(written['response'], 'body');
  const content = ownMember(body, 'encoded') === undefined ? body : ownMember(body, 'content');
  return content !== undefined && isJsonObject(content) ? content : {};
}

const isEmpty = (value: JsonValue | undefined): boolean =>
  value !== undefined && typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/**
 * Members that a pact expects as an empty list or map, and that its contract does not require: none is as good, and
 * Pact has no way to say so.
 */
export function emptyForAbsent(contract: Contract, interaction: PactInteraction): ReadonlySet<string> {
  const operation = operationOf(contract, interaction.method, interaction.path);
  if (operation === undefined) return new Set();
  const body = expectedBody(interaction);
  const names = declaredMembers(operation, contract).filter(({ required }) => !required);
  return new Set(names.map(({ name }) => name).filter((name) => isEmpty(ownMember(body, name))));
}

import { type JsonValue, ownMember, type Property, toPointer } from '../../contract';
import type { SeenUpdate } from './meaning-rule';
import { sameValue } from './same-value';

/** A declared member as a rule looks at it. */
export interface Member {
  readonly property: Property;
  readonly pointer: string;
  readonly before: JsonValue | undefined;
  readonly request: JsonValue | undefined;
  readonly response: JsonValue | undefined;
}

/** The declared members of an update, in the order of the schema. */
export const membersOf = ({ properties, before, request, response }: SeenUpdate): Member[] =>
  properties.map((property) => ({
    property,
    pointer: toPointer([property.name]),
    before: ownMember(before, property.name),
    request: ownMember(request, property.name),
    response: ownMember(response, property.name),
  }));

/** Whether two values of a member mean the same; absent is the same as absent only. */
export function isSame(
  { property }: Member,
  { definitions }: SeenUpdate,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): boolean {
  if (left === undefined || right === undefined) return left === right;
  return sameValue(property.schema, definitions, left, right);
}

/** Members that the service may change by itself in this update. */
export function freeMembers({ update, request }: SeenUpdate): Set<string> {
  const effects = Object.entries(update.sideEffects)
    .filter(([written]) => ownMember(request, written.slice(1)) !== undefined)
    .flatMap(([, changed]) => changed);
  return new Set([...update.managed, ...update.shownSometimes, ...effects]);
}

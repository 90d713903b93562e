import {
  type Contract,
  childPointer,
  type Definitions,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  ownMember,
  type Property,
  resolve,
  type Schema,
  schemaSent,
  stringifyJson,
} from '../../contract';
import { shorten } from '../../result';
import { holdsWritten, sameValue } from '../rules/same-value';
import { isSecretName } from '../secrets';

/** A member that is not as it should be. */
export interface Difference {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/** The members that an object of a schema may have, those of all branches. */
export function membersOf(schema: Schema | undefined, definitions: Definitions): readonly Property[] {
  if (schema === undefined) return [];
  const here = resolve(schema, definitions);
  return here.kind === 'object' ? here.properties : [];
}

/** The members that callers write: those of what an operation is sent. */
export const writtenBy = ({ request }: Operation, { definitions }: Contract): readonly Property[] =>
  membersOf(request === undefined ? undefined : schemaSent(request.schema, 'request'), definitions);

const textOf = (value: JsonValue | undefined): string =>
  value === undefined ? 'nothing' : shorten(stringifyJson(value));

/** Names of members that a service changes by itself. */
const VOLATILE =
  /^(?:e_?tag|version|revision|rev|serial|edited_?serial|.*(?:updated|modified|changed|accessed|seen|used|synced|checked).*)$/i;

/** Whether a member is one whose value a caller can rely on once it is written. */
export const isKept = (name: string): boolean => !VOLATILE.test(name) && !isSecretName(name);

const isNothing = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/**
 * Where an answer does not have what was written: members that both the request and the answer declare, but for secrets
 * and those that a service changes by itself.
 */
export function unwritten(
  written: JsonValue,
  shown: JsonObject,
  declared: readonly Property[],
  definitions: Definitions,
): Difference[] {
  if (!isJsonObject(written)) return [];
  return declared.flatMap(({ name, schema }): Difference[] => {
    const [sent, now] = [ownMember(written, name), ownMember(shown, name)];
    if (sent === undefined || !isKept(name) || (isNothing(sent) && isNothing(now))) return [];
    if (now !== undefined && holdsWritten(schema, definitions, sent, now)) return [];
    return [{ pointer: childPointer('', name), expected: textOf(sent), actual: textOf(now) }];
  });
}

/** Where two states of one resource differ, among members that callers write. */
export function changedMembers(
  before: JsonObject,
  after: JsonObject,
  members: readonly Property[],
  definitions: Definitions,
): Difference[] {
  return members.flatMap(({ name, schema }): Difference[] => {
    const [then, now] = [ownMember(before, name), ownMember(after, name)];
    if (!isKept(name) || (isNothing(then) && isNothing(now))) return [];
    if (then !== undefined && now !== undefined && sameValue(schema, definitions, then, now)) return [];
    return [{ pointer: childPointer('', name), expected: textOf(then), actual: textOf(now) }];
  });
}

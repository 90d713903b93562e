import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  replaceAt,
  type UpdateSemantics,
  valueAt,
} from '../contract';
import { moved } from './moved';
import { nextVersion } from './next-version';

/** Whether a whole resource is what the contract allows. */
export type Allows = (value: JsonValue) => boolean;

const without = (value: JsonObject, name: string): JsonObject => replaceAt(value, `/${name}`, undefined) as JsonObject;

/** What a member is after it was written; null where the answer may not have it leaves the member out. */
function withWritten(value: JsonObject, name: string, written: JsonValue, allows: Allows): JsonObject {
  const next = Object.fromEntries(new Map([...Object.entries(value), [name, written]]));
  if (allows(next)) return next;
  const cleared = without(value, name);
  return written === null && allows(cleared) ? cleared : value;
}

const segmentOf = (pointer: string): string => pointer.split('/')[1] ?? '';

/** Which members a request may write: none of those that never change or that the service sets by itself. */
function isWritable(name: string, update: UpdateSemantics | undefined): boolean {
  const reserved = [...(update?.identity ?? []), ...(update?.managed ?? []), update?.version ?? ''];
  return !reserved.some((pointer) => segmentOf(pointer) === name);
}

function managed(before: JsonObject, after: JsonObject, update: UpdateSemantics, allows: Allows): JsonObject {
  const timestamps = update.managed.filter((pointer) => pointer !== update.version);
  const touched = timestamps.reduce<JsonValue>((value, pointer) => {
    const current = valueAt(value, pointer);
    if (current === undefined) return value;
    const earlier = update.order.filter(([, later]) => later === pointer).map(([first]) => valueAt(value, first));
    const known = earlier.filter((candidate) => candidate !== undefined);
    const next = replaceAt(value, pointer, moved(current, known));
    return allows(next) ? next : value;
  }, after);
  const { version } = update;
  const previous = version === undefined ? undefined : valueAt(before, version);
  if (version === undefined || previous === undefined) return touched as JsonObject;
  const isAllowed = (candidate: JsonValue): boolean => allows(replaceAt(touched, version, candidate));
  return replaceAt(touched, version, nextVersion(previous, touched, isAllowed)) as JsonObject;
}

/**
 * A resource after a request wrote to it: what was written is there, the version and the managed members have moved.
 * A request that changes nothing changes those neither, so that sending it twice is the same as sending it once.
 */
export function changed(
  before: JsonObject,
  request: JsonValue,
  operation: Operation,
  members: ReadonlySet<string>,
  allows: Allows,
): JsonObject {
  const entries = isJsonObject(request) ? Object.entries(request) : [];
  const written = entries.filter(([name]) => members.has(name) && isWritable(name, operation.update));
  const after = written.reduce((value, [name, next]) => withWritten(value, name, next, allows), before);
  if (operation.update === undefined || equalJson(before, after)) return after;
  return managed(before, after, operation.update, allows);
}

import {
  bodyBytes,
  type Case,
  inUtf16Units,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  plainObject,
  withoutAstral,
} from '../../contract';
import { objectIn } from '../body';

/** So many in a row that are not allowed: then none will be. */
const MOST_LEFT_OUT = 1000;

/** A body that is short enough however its texts are counted, but by bytes: with other characters where it must be. */
function countedAlike(body: JsonObject, isAllowed: (value: JsonValue) => boolean): JsonObject | undefined {
  if (!isAllowed(body)) return undefined;
  if (isAllowed(inUtf16Units(body))) return body;
  const narrow = withoutAstral(body);
  return isJsonObject(narrow) && isAllowed(narrow) ? narrow : undefined;
}

/**
 * The bodies of cases that are objects, made plain, in the order of the cases, and such that nobody argues about how
 * texts are counted; those are left out that are then not `allowed`.
 */
export function* objectsOf(cases: Iterable<Case>, isAllowed: (value: JsonValue) => boolean): Generator<JsonObject> {
  let leftOut = 0;
  for (const testCase of cases) {
    const object = objectIn(bodyBytes(testCase));
    const made = object === undefined ? undefined : countedAlike(plainObject(object), isAllowed);
    if (made !== undefined) {
      leftOut = 0;
      yield made;
    } else {
      leftOut += 1;
      if (leftOut === MOST_LEFT_OUT) return;
    }
  }
}

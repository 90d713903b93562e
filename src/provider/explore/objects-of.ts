import { bodyBytes, type Case, inUtf16Units, type JsonObject, type JsonValue, plainObject } from '../../contract';
import { objectIn } from '../body';

/** So many in a row that are not allowed: then none will be. */
const MOST_LEFT_OUT = 1000;

/**
 * The bodies of cases that are objects, made plain, in the order of the cases; those are left out that are then not
 * `allowed`, or only because of how texts are counted.
 */
export function* objectsOf(cases: Iterable<Case>, isAllowed: (value: JsonValue) => boolean): Generator<JsonObject> {
  let leftOut = 0;
  for (const testCase of cases) {
    const object = objectIn(bodyBytes(testCase));
    const made = object === undefined ? undefined : plainObject(object);
    if (made !== undefined && isAllowed(made) && isAllowed(inUtf16Units(made))) {
      leftOut = 0;
      yield made;
    } else {
      leftOut += 1;
      if (leftOut === MOST_LEFT_OUT) return;
    }
  }
}

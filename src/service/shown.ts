import {
  type Contract,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Rule,
  replaceAt,
  violations,
} from '../contract';
import type { Allows } from './changed';

/** An update as rules look at it: the resource as kept, what was sent, the resource as it was. */
export interface Around {
  readonly request: JsonValue;
  readonly before: JsonValue;
}

const isAbout = (rule: Rule, pointer: string): boolean =>
  rule.when?.some((predicate) => `${predicate.pointer}/`.startsWith(`${pointer}/`) && predicate.present === true) ===
  true;

/** Where rules say when a member is shown, they decide; else it is shown when it was written or a state named it. */
function isShown(
  contract: Contract,
  pointer: string,
  value: JsonObject,
  around: Around,
  named: ReadonlySet<string>,
): boolean {
  const rules = contract.rules.filter((rule) => isAbout(rule, pointer));
  if (rules.length > 0) return rules.every((rule) => violations(rule, { ...around, response: value }).length === 0);
  const name = pointer.slice(1);
  return named.has(name) || (isJsonObject(around.request) && Object.hasOwn(around.request, name));
}

/** What an answer shows of a resource: members that are shown only sometimes are left out at all other times. */
export function shownOf(
  contract: Contract,
  operation: Operation,
  value: JsonObject,
  around: Around,
  named: ReadonlySet<string>,
  allows: Allows,
): JsonObject {
  return (operation.update?.shownSometimes ?? []).reduce((shown, pointer) => {
    if (isShown(contract, pointer, value, around, named)) return shown;
    const hidden = replaceAt(shown, pointer, undefined) as JsonObject;
    return allows(hidden) ? hidden : shown;
  }, value);
}

import {
  childPointer,
  equalJson,
  fromPointer,
  isJsonObject,
  type JsonValue,
  type Model,
  type Operation,
  ownMember,
  resolve,
  type Schema,
  successOf,
} from '../../../contract';
import { objectIn } from '../../body';
import { declaredMembers } from '../../declared';
import type { Before, Reference } from '../../judge';
import { freeMembers } from '../../rules/members';
import { holdsWritten, sameValue } from '../../rules/same-value';
import type { Mutant } from './mutants';

/**
 * Why nobody noticed a mutant. `equivalent`: the validator and the known state both allow the changed answer. `open`:
 * nobody could know, as of a member that nothing declares in an open object. `gap`: the contract does not say enough.
 */
export type Reason = 'equivalent' | 'open' | 'gap';

/** The places at which two values differ, each as far in as can be told. */
function changedAt(before: JsonValue | undefined, after: JsonValue | undefined, pointer = ''): string[] {
  if (before !== undefined && after !== undefined && equalJson(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item: JsonValue, index) =>
      changedAt(item, after[index] as JsonValue, childPointer(pointer, index)),
    );
  if (!isJsonObject(before) || !isJsonObject(after)) return [pointer];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changedAt(ownMember(before, name), ownMember(after, name), childPointer(pointer, name)),
  );
}

/** The schema of a place; `undefined` where nothing declares it. */
function declaredAt({ schema, definitions }: Model, [segment, ...rest]: readonly string[]): Schema | undefined {
  if (segment === undefined) return schema;
  const here = resolve(schema, definitions);
  const inner = (next: Schema | undefined): Schema | undefined =>
    next === undefined ? undefined : declaredAt({ schema: next, definitions }, rest);
  if (here.kind === 'array') return inner(here.items);
  if (here.kind === 'map') return inner(here.values);
  if (here.kind === 'object') return inner(here.properties.find(({ name }) => name === segment)?.schema);
  if (here.kind !== 'union') return undefined;
  const found = here.branches.map((branch) => declaredAt({ schema: branch, definitions }, [segment, ...rest]));
  return found.find((branch) => branch !== undefined);
}

/** Whether a list or a map says as much as none at all. */
const saysNothing = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isJsonObject(value) && Object.keys(value).length === 0);

/** What is known of the call whose answer was changed. */
interface Call {
  readonly reference: Reference;
  readonly operation: Operation;
  readonly before: Before | undefined;
}

/** Whether a changed member means the same as before, or holds what was written, as the rules about the known state see it. */
function meansTheSame({ bodies, passed }: Mutant, name: string, { reference, operation }: Call): boolean {
  const { contract } = reference;
  const property = declaredMembers(operation, contract).find((one) => one.name === name);
  if (property === undefined || !isJsonObject(bodies?.before) || !isJsonObject(bodies.after)) return false;
  const [was, is] = [ownMember(bodies.before, name), ownMember(bodies.after, name)];
  if (saysNothing(was) && saysNothing(is)) return true;
  if (was === undefined || is === undefined) return false;
  const { schema } = property;
  if (sameValue(schema, contract.definitions, was, is)) return true;
  const written = ownMember(objectIn(passed.exchange.request.body) ?? {}, name);
  return (
    written !== undefined && operation.update !== undefined && holdsWritten(schema, contract.definitions, written, is)
  );
}

/** Whether the known state says that the service sets a member by itself in this call. */
function isFree(name: string, { passed }: Mutant, { reference, operation, before }: Call): boolean {
  const { update } = operation;
  if (update === undefined || before === undefined) return false;
  const request = objectIn(passed.exchange.request.body) ?? {};
  const properties = declaredMembers(operation, reference.contract);
  const { definitions } = reference.contract;
  return freeMembers({ update, properties, definitions, request, response: {} }).has(`/${name}`);
}

function reasonAt(pointer: string, mutant: Mutant, call: Call): Reason {
  const segments = fromPointer(pointer);
  const { contract } = call.reference;
  const schema = successOf(call.operation)?.schema;
  if (schema === undefined) return 'open';
  if (declaredAt({ schema, definitions: contract.definitions }, segments) === undefined) return 'open';
  const name = segments[0] ?? '';
  return isFree(name, mutant, call) || meansTheSame(mutant, name, call) ? 'equivalent' : 'gap';
}

/** Of what is around a body: the validator decides about the media type, and nobody knows a header that is not declared. */
function reasonAround({ field, passed }: Mutant, { operation }: Call): Reason {
  if (field === 'header content-type') return 'equivalent';
  const [, name] = /^header (.+)$/.exec(field) ?? [];
  if (name === undefined) return 'gap';
  const status = String(passed.exchange.response?.status);
  const declared = operation.responses.filter(
    (response) => response.status === status || !/^\d+$/.test(response.status),
  );
  const isDeclared = declared.some(({ headers }) => headers.some((header) => header.name.toLowerCase() === name));
  return isDeclared ? 'gap' : 'open';
}

/** Why a mutant that passes the validator, the rules and the known state was not noticed. */
export function reasonFor(mutant: Mutant, call: Call): Reason {
  if (mutant.bodies === undefined) return reasonAround(mutant, call);
  const reasons = changedAt(mutant.bodies.before, mutant.bodies.after).map((pointer) =>
    reasonAt(pointer, mutant, call),
  );
  return (['gap', 'open'] as const).find((reason) => reasons.includes(reason)) ?? 'equivalent';
}

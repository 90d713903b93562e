import {
  type Contract,
  type Definitions,
  definitionsSent,
  equalJson,
  fits,
  inUtf16Units,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Property,
  plain,
  type Rule,
  rulesCountedOn,
  type Schema,
  schemaSent,
  sentPart,
  successOf,
  toPointer,
  violations,
} from '../contract';
import { exampleOf, type Typical } from './example';
import { membersOf } from './members';

/** An update that leads to an expected answer. */
export interface Update {
  /** The resource before the update. */
  readonly before: JsonObject;
  readonly request: JsonObject;
  /** The members that the request wrote. */
  readonly written: readonly string[];
}

/** What an update is derived from, beside the answer. */
export interface UpdateContext {
  readonly contract: Contract;
  readonly operation: Operation;
  /** The answers of all cases: where other values are taken from. */
  readonly answers: readonly JsonObject[];
  /** The place of the answer among them: which members are written alternates with it. */
  readonly row: number;
  readonly typical: Typical;
  /** Whether a body may be sent. */
  readonly isSendable: (body: JsonObject) => boolean;
  /** Members that must be written, since a state takes them from the request. */
  readonly needed: readonly string[];
}

const without = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** An object with these members alone. */
export const only = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

/** The rules that ask something of the request, by the member of it that they look at. */
const rulesOnRequest = (contract: Contract): { name: string; rule: Rule }[] =>
  rulesCountedOn(contract).flatMap((rule) =>
    rule.must
      .filter(({ of, pointer }) => of === 'request' && /^\/[^/]+$/.test(pointer))
      .map(({ pointer }) => ({ name: pointer.slice(1), rule })),
  );

const asksFor = (rule: Rule, answer: JsonObject, name: string, request: JsonObject): boolean =>
  violations(rule, { response: answer, request: without(request, [name]), before: answer }).length > 0;

/**
 * Whether a service has no reason to refuse a value that stands within another, whatever it is made of: a text that is
 * too long in UTF-16 units alone, a name such as `__proto__` or U+0000 can be set up, and should be shown as it is, but
 * need not be taken.
 */
export const isTakenWithin = (schema: Schema, definitions: Definitions, value: JsonValue): boolean =>
  equalJson(plain(value), value) && fits(schema, definitions, inUtf16Units(value)) && isReckonable(value);

/** Whether a service has no reason to refuse a value of a member, nor to keep another. */
export const isTakenByAll = (schema: Schema, definitions: Definitions, value: JsonValue): boolean =>
  isTakenWithin(schema, definitions, value) && !isEmptyMap(value);

/** A number that services reckon with exactly: beyond 2^53 even ajv finds no multiples. */
function isReckonable(value: JsonValue): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return (
    typeof value !== 'object' || value === null || Object.values(value).every((one) => isReckonable(one as JsonValue))
  );
}

/** An update to an empty map says nothing: a service may replace maps, or add to them. */
const isEmptyMap = (value: JsonValue): boolean => isJsonObject(value) && Object.keys(value).length === 0;

/** Members of the request that are in the answer with a value that the request may have, in the request's order. */
export function writableIn(
  answer: JsonObject,
  { contract: { definitions }, operation }: Pick<UpdateContext, 'contract' | 'operation'>,
): string[] {
  if (operation.request === undefined) return [];
  const schema = schemaSent(operation.request.schema, 'request');
  return membersOf({ schema, definitions: definitionsSent(definitions, 'request') })
    .filter(({ name, schema: inner }) => {
      const value = Object.hasOwn(answer, name) ? answer[name] : undefined;
      return value !== undefined && fits(inner, definitions, value) && isTakenByAll(inner, definitions, value);
    })
    .map(({ name }) => name);
}

/** The value of another answer that is not this one's, nearest before this row, else after it: new rows change nothing. */
function otherValue(name: string, answer: JsonObject, { answers, row }: UpdateContext): JsonValue | undefined {
  const turned = [...answers.slice(0, row).reverse(), ...answers.slice(row + 1)];
  const differing = turned.find(
    (candidate) =>
      Object.hasOwn(candidate, name) && !equalJson(candidate[name] as JsonValue, answer[name] as JsonValue),
  );
  return differing?.[name];
}

/** A member that the successful answer must have. */
function requiredMember(name: string, { contract, operation }: UpdateContext): Property | undefined {
  const schema = successOf(operation)?.schema;
  if (schema === undefined) return undefined;
  const members = membersOf({ schema, definitions: contract.definitions });
  return members.find((property) => property.name === name && property.required);
}

/** What a written member was before; `undefined` where it may have been absent. */
function valueBefore(name: string, answer: JsonObject, context: UpdateContext): JsonValue | undefined {
  const other = otherValue(name, answer, context);
  const required = requiredMember(name, context);
  if (other !== undefined || required === undefined) return other;
  return exampleOf(required.schema, context.contract.definitions, context.typical);
}

/** In how many earlier rows a member occurs: so that it is written in every second of its own rows. */
const timesBefore = (name: string, { answers, row }: UpdateContext): number =>
  answers.slice(0, row).filter((answer) => Object.hasOwn(answer, name)).length;

/** Of a member's own, so that another member beside it changes nothing. */
const parityOf = (name: string): number => Array.from(name).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/**
 * Which members to write: those that a rule asks for, those that a state needs, and of the rest every second one, in
 * turns over the rows. A member that some rule ties to the request is never written for another reason.
 */
function choose(answer: JsonObject, context: UpdateContext): string[] {
  const writable = writableIn(answer, context);
  const request = only(answer, writable);
  const tied = rulesOnRequest(context.contract);
  return writable.filter((name) => {
    if (context.needed.includes(name)) return true;
    const rules = tied.filter((tie) => tie.name === name);
    if (rules.length > 0) return rules.some(({ rule }) => asksFor(rule, answer, name, request));
    // Nobody can rely on seeing what only some answers show.
    if (context.operation.update?.shownSometimes.includes(toPointer([name])) === true) return false;
    const canDiffer = otherValue(name, answer, context) !== undefined || requiredMember(name, context) === undefined;
    return canDiffer && (parityOf(name) + timesBefore(name, context)) % 2 === 0;
  });
}

/** The members to write: those chosen, else, where they may not be sent alone, more of them, all, or a single one. */
function sendable(answer: JsonObject, context: UpdateContext): string[] | undefined {
  const chosen = choose(answer, context);
  const writable = writableIn(answer, context);
  const tied = new Set(rulesOnRequest(context.contract).map(({ name }) => name));
  const free = writable.filter((name) => chosen.includes(name) || !tied.has(name));
  const needed = writable.filter((name) => context.needed.includes(name));
  const alternatives = [
    chosen,
    ...free.map((name) => [...new Set([...chosen, name])]),
    free,
    ...free.map((name) => [...new Set([...needed, name])]),
  ];
  return alternatives.find((names) => context.isSendable(only(answer, names)));
}

/** The update that leads to an answer: what was before, and what is sent; `undefined` where nothing of it may be sent. */
export function updateTo(whole: JsonValue, context: UpdateContext): Update | undefined {
  const { request: body } = context.operation;
  const answer = body === undefined ? whole : sentPart(whole, body.schema, context.contract.definitions);
  if (!isJsonObject(whole) || !isJsonObject(answer)) return undefined;
  const sent = sendable(answer, context);
  if (sent === undefined) return undefined;
  const written = sent;
  const earlier = written.map((name) => [name, valueBefore(name, answer, context)] as const);
  const differing = earlier.filter((member): member is readonly [string, JsonValue] => member[1] !== undefined);
  const kept = without(whole, written);
  return {
    before: Object.fromEntries([...Object.entries(kept), ...differing]),
    request: only(answer, written),
    // What comes back with more than was sent is held by its type.
    written: written.filter((name) => equalJson(whole[name] as JsonValue, answer[name] as JsonValue)),
  };
}

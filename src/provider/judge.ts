import {
  type Contract,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  operationOf,
  replaceAt,
  stringifyJson,
  successOf,
  valueAt,
} from '../contract';
import { type Finding, fingerprint, shorten } from '../result';
import { jsonIn, objectIn } from './body';
import { declaredMembers } from './declared';
import { type Exchange, isSuccess } from './exchange';
import type { PactState } from './pact-interaction';
import { MEANING_RULES } from './rules';
import type { MeaningRule, SeenUpdate } from './rules/meaning-rule';

/** What holds an answer to the contract by its schemas and rules: the validator. */
export interface Reference {
  readonly contract: Contract;
  answer(
    operationId: string,
    answer: {
      readonly status: number;
      readonly headers: Record<string, string | string[] | undefined>;
      readonly body: Buffer;
    },
    around: { readonly request?: JsonValue; readonly before?: JsonValue },
  ): Finding[];
}

/** Rules that are turned off, each with the reason. */
export type TurnedOff = Readonly<Record<string, string>>;

/** The resource before a call, as far as it is known. */
export interface Before {
  readonly resource: JsonObject;
  /** Whether a state set it up; else it is what the call before answered. */
  readonly isSetUp: boolean;
}

/** A resource with what the setup of its state gave, as the id that the service chose for it. */
function withGiven(resource: JsonObject, operation: Operation, given: JsonObject): JsonObject {
  return Object.entries(successOf(operation)?.values ?? {}).reduce<JsonObject>((made, [pointer, template]) => {
    const { pointer: from = '' } = template as { readonly pointer?: string };
    const value = valueAt(given, from);
    return value === undefined ? made : (replaceAt(made, pointer, value) as JsonObject);
  }, resource);
}

/** The resource before a call: the parameter of a state that the contract fills with all of it. */
export function resourceBefore(
  contract: Contract,
  { request }: Exchange,
  states: readonly PactState[],
  values: JsonObject = {},
): Before | undefined {
  const operation = operationOf(contract, request.method, pathOf(request.target));
  if (operation === undefined) return undefined;
  for (const template of operation.responses.flatMap((response) => response.states)) {
    const member = Object.entries(template.params ?? {}).find(
      ([, value]) => isJsonObject(value) && value['$from'] === 'before' && value['pointer'] === undefined,
    );
    const given = states.find(({ name }) => name === template.name);
    const value = member === undefined ? undefined : given?.params[member[0]];
    if (value !== undefined && isJsonObject(value))
      return { resource: withGiven(value, operation, values), isSetUp: true };
  }
  return undefined;
}

/** A successful update as the rules look at it, where an exchange is one. */
function seenUpdate(
  contract: Contract,
  operation: Operation,
  exchange: Exchange,
  before: Before | undefined,
): SeenUpdate | undefined {
  const { request, response, repeated } = exchange;
  if (operation.update === undefined || response === undefined || !isSuccess(response)) return undefined;
  const [sent, answered] = [objectIn(request.body), objectIn(response.body)];
  if (sent === undefined || answered === undefined) return undefined;
  const again = repeated !== undefined && isSuccess(repeated) ? objectIn(repeated.body) : undefined;
  return {
    update: operation.update,
    properties: declaredMembers(operation, contract),
    definitions: contract.definitions,
    request: sent,
    response: answered,
    ...(response.receivedAt === undefined ? {} : { receivedAt: response.receivedAt }),
    ...(before === undefined ? {} : { before: before.resource, isSetUp: before.isSetUp }),
    ...(again === undefined ? {} : { repeated: again }),
  };
}

const inWords = (value: JsonValue | undefined, otherwise: string): string =>
  value === undefined ? otherwise : shorten(stringifyJson(value));

const EXPECTED_OTHERWISE: Readonly<Record<string, string>> = {
  'version-changes': 'another value than before',
  'time-moves': 'the time of this update',
  'local-time': 'the time of this update',
};

function meaningFindings(rule: MeaningRule, seen: SeenUpdate, operation: Operation): Finding[] {
  return rule.check(seen).map(({ pointer, message, expected, actual }) => ({
    rule: rule.id,
    level: rule.level,
    pointer,
    message: `${pointer.slice(1)} ${message}`,
    expected: inWords(expected, EXPECTED_OTHERWISE[rule.id] ?? 'nothing'),
    actual: inWords(actual, 'nothing'),
    fingerprint: fingerprint({ rule: rule.id, place: pointer, scope: operation.id }),
  }));
}

/** What a successful update has to mean, by its request and its answer alone: for those whose states nobody set up. */
export function updateFindings(
  contract: Contract,
  operation: Operation,
  update: { readonly request: JsonValue; readonly response: JsonValue; readonly receivedAt?: number },
): Finding[] {
  const { request, response, receivedAt } = update;
  if (operation.update === undefined || !isJsonObject(request) || !isJsonObject(response)) return [];
  const seen: SeenUpdate = {
    update: operation.update,
    properties: declaredMembers(operation, contract),
    definitions: contract.definitions,
    request,
    response,
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
  return MEANING_RULES.flatMap((rule) => meaningFindings(rule, seen, operation));
}

/** A service that answers the second of two equal requests in another way than the first. */
function statusOfRepeat({ response, repeated }: Exchange, operation: Operation): Finding[] {
  if (response === undefined || repeated === undefined || isSuccess(response) === isSuccess(repeated)) return [];
  const rule = 'same-twice';
  return [
    {
      rule,
      level: 'error',
      pointer: '',
      message: `the same request sent again is answered with ${repeated.status}`,
      expected: String(response.status),
      actual: String(repeated.status),
      fingerprint: fingerprint({ rule, place: '', scope: operation.id }),
    },
  ];
}

/** Whether the exchange is worth repeating: a successful update by an idempotent method. */
export const isRepeatable = (contract: Contract, { request, response }: Exchange): boolean => {
  const operation = operationOf(contract, request.method, pathOf(request.target));
  const isIdempotent = ['PUT', 'DELETE', 'GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return isIdempotent && operation?.update !== undefined && response !== undefined && isSuccess(response);
};

const pathOf = (target: string): string => decodeURI(target.split('?')[0] as string);

/**
 * Holds what a live service answered to the whole contract: status, headers, body, the rules between fields, and what
 * the call has to mean. Nothing where the contract does not have the operation.
 */
export function judge(
  reference: Reference,
  exchange: Exchange,
  before: Before | undefined,
  turnedOff: TurnedOff = {},
): Finding[] {
  const { contract } = reference;
  const { request, response } = exchange;
  const operation = operationOf(contract, request.method, pathOf(request.target));
  if (operation === undefined || response === undefined) return [];
  const sent = jsonIn(request.body);
  const around = {
    ...(sent === undefined ? {} : { request: sent }),
    ...(before === undefined ? {} : { before: before.resource }),
  };
  const headers = response.headers as Record<string, string | string[] | undefined>;
  const findings = reference.answer(operation.id, { status: response.status, headers, body: response.body }, around);
  const seen = seenUpdate(contract, operation, exchange, before);
  const meaning = seen === undefined ? [] : MEANING_RULES.flatMap((rule) => meaningFindings(rule, seen, operation));
  const all = [...findings, ...meaning, ...statusOfRepeat(exchange, operation)];
  return all.filter(({ rule }) => !Object.hasOwn(turnedOff, rule));
}

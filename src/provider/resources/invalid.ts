import {
  bodyBytes,
  type Case,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  plant,
} from '../../contract';
import type { Exchange } from '../exchange';
import { answerFinding } from '../explore/answer-finding';
import { chosen, isArguable, unnamedRefusal } from '../explore/invalid-requests';
import { isLenience } from '../explore/leniences';
import { isRefusal, isUnnamedRefusal, refusalStatuses } from '../explore/refusal-status';
import { type Ids, succeeded } from './caller';
import { staysAfter } from './changes';
import { createdId } from './identity';
import type { ParameterCase } from './sources';
import type { Created, Subject } from './subject';

/** Longer values reach no service: servers refuse the address itself. */
const LONGEST_TEXT = 2000;

/** A request that must be refused: what is wrong with it, and where. */
interface Invalid {
  readonly what: string;
  readonly pointer: string;
  /** What tells it apart from others of the operation. */
  readonly scope: string;
}

/**
 * What is wrong with the answer to an invalid request. A status that the contract does not have is told once for the
 * operation, as what it is.
 */
function refusedAs(
  { what, pointer, scope }: Invalid,
  exchange: Exchange,
  operation: Operation,
  subject: Subject,
): boolean {
  const { recorder } = subject;
  const { response } = exchange;
  if (response === undefined || response.status >= 500) {
    recorder.check(operation, exchange);
    return false;
  }
  const expected = refusalStatuses(operation);
  if (isRefusal(operation, response.status)) {
    recorder.check(operation, exchange);
    return true;
  }
  if (isUnnamedRefusal(operation, response.status)) {
    const finding = unnamedRefusal(response.status, exchange, operation);
    recorder.tell(operation, { ...finding, level: 'error', scope: 'unnamed' }, [exchange]);
    return true;
  }
  const rule = succeeded(exchange) ? 'invalid-request-accepted' : 'invalid-request-status';
  const done = succeeded(exchange) ? 'accepted' : `answered with ${response.status}`;
  const { message } = answerFinding(rule, `an invalid request is ${done}: ${what}`, expected, exchange, operation.id);
  recorder.tell(operation, { rule, message, expected, pointer, scope }, [exchange]);
  return false;
}

/** The plainest body of an operation that is an object, for departures to be planted into. */
function plainBody(operation: Operation, { options }: Subject): JsonObject | undefined {
  for (const body of options.bodiesOf(operation)) if (isJsonObject(body)) return body;
  return undefined;
}

const NOTHING: readonly (readonly [what: string, body: JsonValue])[] = [
  ['an empty object', {}],
  ['null', null],
];

/** Bodies of which each departs in one place; `{}` and `null`, where they are none that the operation takes. */
function bodiesIn(
  operation: Operation,
  subject: Subject,
): { readonly invalid: Invalid; readonly bytes: Buffer; readonly testCase?: Case }[] {
  const { options } = subject;
  const base = plainBody(operation, subject);
  const cases = [...options.rejectsOf(operation)].filter((one) => !isArguable(one));
  const departures = chosen(cases, options.bounds.count).map((testCase) => ({
    testCase,
    bytes: base === undefined ? bodyBytes(testCase) : plant(testCase, base),
    invalid: {
      what: testCase.reason ?? testCase.id,
      pointer: testCase.pointer ?? '',
      scope: testCase.id.replace(/ \d+$/, ''),
    },
  }));
  const empty = NOTHING.filter(([, body]) => !options.isSendable(operation, body)).map(([what, body]) => ({
    bytes: Buffer.from(JSON.stringify(body)),
    invalid: { what, pointer: '', scope: what },
  }));
  return [...empty, ...departures];
}

/** Invalid bodies of an operation are refused, and change nothing. */
export async function exploreBodies(
  operation: Operation,
  ids: Ids,
  created: Created | undefined,
  subject: Subject,
): Promise<void> {
  const { recorder, api } = subject;
  if (operation.request === undefined || operation.unsendable !== undefined) return;
  for (const { invalid, bytes, testCase } of bodiesIn(operation, subject)) {
    if (recorder.caller.isOver) return;
    const exchange = await recorder.caller.call('invalid bodies', operation, { ids, bytes });
    if (succeeded(exchange) && operation === api.create) forget(exchange, subject);
    if (testCase !== undefined && isLenience(testCase) && succeeded(exchange)) continue;
    const isRefused = refusedAs(invalid, exchange, operation, subject);
    if (isRefused && created !== undefined && operation !== api.create)
      await staysAfter(exchange, operation, created, subject);
  }
}

/** What an invalid request created is removed with all else. */
function forget(exchange: Exchange, { api, outer, recorder }: Subject): void {
  const id = createdId(exchange, api);
  if (id !== undefined) recorder.caller.created(api.remove, { ...outer, [api.parameter]: id });
}

const isShort = ({ texts }: ParameterCase): boolean =>
  texts.every(([, text]) => text.length <= LONGEST_TEXT) && texts.some(([, text]) => text !== '');

/** Each class of valid and invalid values of the query, the headers and the path of an operation that only reads. */
export async function exploreParameters(operation: Operation, ids: Ids, subject: Subject): Promise<void> {
  const { options, recorder } = subject;
  for (const parameter of operation.parameters) {
    if (parameter.in === 'cookie' || recorder.caller.isOver) continue;
    const sentWith = ({ texts }: ParameterCase) => {
      if (parameter.in === 'query') return { ids, query: texts };
      const values = Object.fromEntries(texts);
      if (parameter.in === 'header')
        return { ids, headers: Object.fromEntries(texts.map(([name, text]) => [name.toLowerCase(), text])) };
      return { ids: { ...ids, ...values } };
    };
    const { in: place, name } = parameter;
    if (place !== 'path')
      for (const one of options.parameterCases(operation, parameter, true).filter(isShort))
        if (!recorder.caller.isOver)
          recorder.check(operation, await recorder.caller.call('valid parameters', operation, sentWith(one)));
    for (const one of options.parameterCases(operation, parameter, false).filter(isShort)) {
      if (recorder.caller.isOver) return;
      const exchange = await recorder.caller.call('invalid parameters', operation, sentWith(one));
      // Where an id has no other form, an invalid one is one that is not there.
      if (place === 'path' && exchange.response?.status === 404) continue;
      const invalid = { what: `${one.id} of the ${place} parameter ${name}`, pointer: '', scope: `${place} ${name}` };
      refusedAs(invalid, exchange, operation, subject);
    }
  }
}

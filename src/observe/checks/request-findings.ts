import {
  type Contract,
  credentialsOf,
  type Operation,
  type Parameter,
  type WireText,
  wireFormOf,
  wireReadings,
} from '../../contract';
import { type Finding, fingerprint, shorten } from '../../result';
import { type RecordedExchange, recordedHeader } from '../traffic/recorded';
import type { ExchangeJudge } from './judge';

/** A request, and the operation that it called. */
export interface CalledExchange {
  readonly operation: Operation;
  readonly filled: Readonly<Record<string, string>>;
  readonly query: string;
  readonly exchange: RecordedExchange;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The names and texts of a query, in order. */
export const queryTexts = (query: string): WireText[] =>
  query === '' ? [] : [...new URLSearchParams(query)].map(([name, text]): WireText => [name, text]);

/** Whether a parameter stands in the query under names of its own choice: members of an object, or a whole form. */
const takesOtherNames = (parameter: Parameter): boolean => {
  const form = wireFormOf(parameter);
  return (
    parameter.in === 'query' &&
    'style' in form &&
    form.explode &&
    /^(?:object|map|union|any|reference)$/.test(parameter.schema.kind)
  );
};

/** Names that are put into any query for others than the service: to pass caches by, and to count visitors. */
const ANYONES = /^(?:_|_t|_ts|cb|nocache|cache_?bust(?:er)?|utm_\w+|gclid|fbclid)$/i;

function undocumentedNames({ operation, query }: CalledExchange): string[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  if (parameters.some(takesOtherNames)) return [];
  const keys = credentialsOf(operation.security).flatMap((credential) =>
    credential.scheme === 'apiKey' && credential.in === 'query' ? [credential.name] : [],
  );
  const admitted = (operation.admits ?? []).flat().map(({ credential }) => credential);
  const known = new Set([...parameters.map(({ name }) => name), ...keys]);
  const isKnown = (name: string): boolean =>
    known.has(name) ||
    known.has(`${name}[]`) ||
    known.has(name.replace(/\[.*$/, '')) ||
    admitted.some((credential) => credential.endsWith(`the query ${name}`));
  return [...new Set(queryTexts(query).map(([name]) => name))].filter((name) => !isKnown(name) && !ANYONES.test(name));
}

const undocumented = (name: string, { operation }: CalledExchange): Finding => ({
  rule: 'undocumented-parameter',
  level: 'warning',
  pointer: '',
  message: `${operation.id} was called with the query parameter ${shorten(name, 60)}, which is not documented, and succeeded`,
  expected: `one of ${
    operation.parameters
      .filter((one) => one.in === 'query')
      .map((one) => one.name)
      .join(', ') || 'none'
  }`,
  actual: shorten(name, 60),
  fingerprint: fingerprint({ rule: 'undocumented-parameter', place: name, scope: operation.id }),
});

/** What was sent for a parameter: all of the query, else its own text; nothing where it cannot be known. */
function sentFor({ name, in: place }: Parameter, { filled, query, exchange }: CalledExchange): readonly WireText[] {
  if (place === 'query') return queryTexts(query);
  const text =
    place === 'path' ? filled[name] : place === 'header' ? recordedHeader(exchange.request, name.toLowerCase()) : '';
  return text === undefined || text === '' ? [] : [[name, place === 'path' ? decoded(text) : text]];
}

/** What is wrong with a parameter; recorders leave out headers and cookies, so that none of those is missed. */
function problemOf(parameter: Parameter, call: CalledExchange, { definitions }: Contract, judge: ExchangeJudge) {
  const readings = wireReadings(parameter, sentFor(parameter, call), definitions);
  if (readings.length === 0) return parameter.required && parameter.in === 'query' ? 'is missing' : undefined;
  const model = { schema: parameter.schema, definitions };
  return readings.some((value) => judge.sendable(model, value)) ? undefined : 'is not as its schema says';
}

const accepted = (
  { operation, exchange }: CalledExchange,
  place: string,
  told: Pick<Finding, 'pointer' | 'expected' | 'actual'> & { readonly sentence: string },
): Finding => {
  const rule = 'invalid-request-accepted';
  const { sentence, ...rest } = told;
  return {
    rule,
    level: 'warning',
    message: `${sentence}, and yet the request was answered with ${exchange.response.status}`,
    ...rest,
    fingerprint: fingerprint({ rule, place, scope: operation.id }),
  };
};

function parameterFindings(call: CalledExchange, judge: ExchangeJudge): Finding[] {
  return call.operation.parameters.flatMap((parameter) => {
    const problem = problemOf(parameter, call, judge.contract, judge);
    if (problem === undefined) return [];
    const what = `the ${parameter.in} parameter ${parameter.name}`;
    const sent = sentFor(parameter, call).find(([name]) => name === parameter.name)?.[1] ?? 'nothing';
    const told = {
      pointer: '',
      sentence: `${what} ${problem}`,
      expected: `${what} as documented`,
      actual: shorten(sent),
    };
    return [accepted(call, `${parameter.in} ${parameter.name}`, told)];
  });
}

/** What is wrong with the body that was sent, where it is JSON and was recorded. */
function sentFindings(call: CalledExchange, judge: ExchangeJudge): Finding[] {
  const { body, isCut } = call.exchange.request;
  const type = recordedHeader(call.exchange.request, 'content-type');
  if (body === undefined || body.length === 0 || isCut === true || !(type === '' || /json/i.test(type))) return [];
  return judge
    .request(call.operation.id, body)
    .map(({ message, pointer, expected, actual, fingerprint: own }) =>
      accepted(call, own, { pointer, expected, actual, sentence: `the request's body: ${message.replace(/\.$/, '')}` }),
    );
}

/**
 * What is wrong with a request that succeeded. One that was refused is as it should be: nothing is said of it, nor of a
 * caller who shows no credentials, which recorders leave out.
 */
export function requestFindings(call: CalledExchange, judge: ExchangeJudge): Finding[] {
  const { status } = call.exchange.response;
  if (status < 200 || status >= 300) return [];
  return [
    ...undocumentedNames(call).map((name) => undocumented(name, call)),
    ...parameterFindings(call, judge),
    ...sentFindings(call, judge),
  ];
}

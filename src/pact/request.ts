import {
  type Contract,
  type Credential,
  credentialsOf,
  type JsonValue,
  type Parameter,
  type Response,
  type Security,
  stringifyJson,
  type WireText,
} from '../contract';
import { pathValueName } from './chosen-ids';
import { stateExpression, stateValueName } from './from-state';
import type { InteractionRequest, MatchedText } from './interaction';
import { givenValue, type ParameterContext, sendableValues, textsOf } from './parameter-values';
import type { QueryRow } from './query-rows';
import type { Sources } from './template';

/** What stands for a valid token in a pact; in a verification the state's own takes its place. */
export const TOKEN = 'valid-token';
/** What a request carries in place of valid credentials. */
export const INVALID_TOKEN = 'invalid-token';

type Credentials = Pick<InteractionRequest, 'headers' | 'query'>;

/** Credentials before the token, by scheme: what the header starts with. */
const matchedToken = (prefix: string, isValid: boolean): MatchedText => ({
  value: prefix + (isValid ? TOKEN : INVALID_TOKEN),
  regex: `^${prefix}.+$`,
  // Only a valid token is replaced by the state's: the invalid one must arrive as it is.
  ...(isValid ? { expression: `${prefix}\${token}` } : {}),
});

const header = (name: string, text: MatchedText): Credentials => ({ headers: { [name]: text }, query: {} });

const PREFIXES = { bearer: 'Bearer ', basic: 'Basic ' } as const;

/** Where each scheme puts the credentials. */
function placed(credential: Credential, isValid: boolean): Credentials {
  if (credential.scheme !== 'apiKey')
    return header('Authorization', matchedToken(PREFIXES[credential.scheme], isValid));
  if (credential.in === 'query') return { headers: {}, query: { [credential.name]: [matchedToken('', isValid)] } };
  if (credential.in === 'cookie') return header('Cookie', matchedToken(`${credential.name}=`, isValid));
  return header(credential.name, matchedToken('', isValid));
}

/** All at once; of several that one header would carry, the first. */
function credentials(security: Security, isValid: boolean): Credentials {
  const all = credentialsOf(security).map((credential) => placed(credential, isValid));
  const together = (part: keyof Credentials) => Object.assign({}, ...all.map((one) => one[part]).reverse());
  return { headers: together('headers'), query: together('query') };
}

/** What requests are made from. */
interface RequestContext extends ParameterContext {
  readonly contract: Contract;
  /** The media type that is asked for, where it is not the first. */
  readonly accept?: string;
}

const NO_ROW: QueryRow = new Map();

/** The texts of the parameters in one place: those that are demanded, those the contract gives, those of the row. */
function parametersIn(
  place: Parameter['in'],
  context: RequestContext,
  sources: Sources,
  row: QueryRow,
): readonly WireText[] {
  return context.operation.parameters.flatMap((parameter) => {
    if (parameter.in !== place) return [];
    const value = sentValue(parameter, context, sources, row);
    return value === undefined ? [] : (textsOf(parameter, value, context) ?? []);
  });
}

/** The value of a parameter as a state is told it: without the marks of its style. */
const plainText = (value: JsonValue): string => (typeof value === 'string' ? value : stringifyJson(value));

/** The parameter's value in this request; `undefined` where it is not sent. */
function sentValue(
  parameter: Parameter,
  context: RequestContext,
  sources: Sources,
  row: QueryRow,
): JsonValue | undefined {
  const given =
    givenValue(parameter, context, sources) ?? (parameter.in === 'query' ? row.get(parameter.name) : undefined);
  const isSent = parameter.required || stateValueName(parameter.value) !== undefined;
  return given ?? (isSent ? sendableValues(parameter, context)[0] : undefined);
}

function plainPath(context: RequestContext, sources: Sources): { [name: string]: string } {
  const own = context.operation.parameters.filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(
    own.flatMap((parameter) => {
      const value = sentValue(parameter, context, sources, NO_ROW);
      return value === undefined ? [] : [[parameter.name, plainText(value)] as const];
    }),
  );
}

/** A text of a parameter: where a state gives its value, another one may stand there. */
function matchedText(name: string, value: string, place: Parameter['in'], { operation }: RequestContext): MatchedText {
  const parameter = operation.parameters.find((one) => one.in === place && one.name === name);
  const given = stateValueName(parameter?.value);
  return given === undefined ? { value } : { value, regex: '^.+$', expression: stateExpression(given) };
}

const literals = (texts: readonly WireText[], context: RequestContext): { [name: string]: MatchedText } =>
  Object.fromEntries(texts.map(([name, value]) => [name, matchedText(name, value, 'header', context)]));

/** The texts of a query by name: one name may come several times. */
function queryOf(texts: readonly WireText[], context: RequestContext): { [name: string]: readonly MatchedText[] } {
  const byName = new Map<string, readonly MatchedText[]>();
  for (const [name, value] of texts)
    byName.set(name, [...(byName.get(name) ?? []), matchedText(name, value, 'query', context)]);
  return Object.fromEntries(byName);
}

/** The marks of the styles stand in a path for what they are (RFC 6570). */
const pathText = (text: string): string =>
  encodeURIComponent(text).replace(/%(?:3B|3D|2C)/gi, (mark) => decodeURIComponent(mark));

const pathWith = (path: string, texts: readonly WireText[]): string => {
  const parameters = new Map(texts);
  return path.replace(/\{([^{}]+)\}/g, (place, name: string) => {
    const text = parameters.get(name);
    return text === undefined ? place : pathText(text);
  });
};

/** The path with the values of states in it, where it takes any. */
function pathExpression(
  { contract, operation }: RequestContext,
  texts: readonly WireText[],
): { pathExpression?: string } {
  const names = operation.parameters.flatMap((parameter) => {
    const given = parameter.in === 'path' ? pathValueName(parameter, operation, contract) : undefined;
    return given === undefined ? [] : [[parameter.name, stateExpression(given)] as const];
  });
  if (names.length === 0) return {};
  const given = new Map(names);
  const others = pathWith(
    operation.path,
    texts.filter(([name]) => !given.has(name)),
  );
  return { pathExpression: others.replace(/\{([^{}]+)\}/g, (place, name: string) => given.get(name) ?? place) };
}

/** Cookies in one header (RFC 6265, section 4.2.1), those of credentials first: their value may be a state's. */
function withCookies(
  headers: { [name: string]: MatchedText },
  cookies: readonly WireText[],
): { [name: string]: MatchedText } {
  if (cookies.length === 0) return headers;
  const own = cookies.map(([name, text]) => `${name}=${text}`).join('; ');
  const { Cookie: credential, ...others } = headers;
  if (credential === undefined) return { ...others, Cookie: { value: own } };
  const joined = (text: string): string => `${own}; ${text}`;
  const { value, expression, regex } = credential;
  return {
    ...others,
    Cookie: {
      value: joined(value),
      ...(regex === undefined ? {} : { regex: `^.*${regex.slice(1)}` }),
      ...(expression === undefined ? {} : { expression: joined(expression) }),
    },
  };
}

/** A media type in any case (RFC 9110, section 8.3.1), with any parameters after it; as Pact's Rust and JVM read it. */
export const mediaTypeHeader = (mediaType: string): MatchedText => ({
  value: mediaType,
  regex: `(?i)^${mediaType.replace(/[.+*]/g, '\\$&')}(?:\\s*;.*)?$`,
});

/**
 * The request of an interaction: the operation's path and headers, filled from what the interaction is about.
 * @param row the optional parameters of the query that it has.
 */
export function requestOf(
  context: RequestContext,
  response: Response,
  sources: Sources,
  row: QueryRow = NO_ROW,
): InteractionRequest {
  const { operation } = context;
  const inPath = parametersIn('path', context, sources, row);
  const inHeaders = literals(parametersIn('header', context, sources, row), context);
  const secured = credentials(operation.security, response.provokedBy !== 'invalid credentials');
  const body = operation.request === undefined ? undefined : sources.request;
  const contentType =
    body === undefined ? {} : { 'Content-Type': mediaTypeHeader(operation.request?.mediaType ?? 'application/json') };
  const cookies = parametersIn('cookie', context, sources, row);
  const accept = context.accept === undefined ? {} : { Accept: { value: context.accept } };
  return {
    method: operation.method,
    path: pathWith(operation.path, inPath),
    ...pathExpression(context, inPath),
    pathParameters: plainPath(context, sources),
    query: { ...queryOf(parametersIn('query', context, sources, row), context), ...secured.query },
    headers: withCookies({ ...contentType, ...accept, ...inHeaders, ...secured.headers }, cookies),
    ...(body === undefined ? {} : { body }),
    ...(body === undefined || operation.request?.values === undefined ? {} : { values: operation.request.values }),
  };
}

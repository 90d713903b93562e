import {
  type Contract,
  type Credential,
  credentialsOf,
  type JsonValue,
  type Operation,
  type Parameter,
  type Response,
  type Security,
} from '../contract';
import { exampleOf, type Typical } from './example';
import type { InteractionRequest, MatchedText } from './interaction';
import { fill, type Sources } from './template';

/** What stands for a valid token in a pact; in a verification the state's own takes its place. */
export const TOKEN = 'valid-token';
/** What a request carries in place of valid credentials. */
export const INVALID_TOKEN = 'invalid-token';

type Credentials = Pick<InteractionRequest, 'headers' | 'query'>;

/** A list as its items with commas between them: the style of paths and headers, and of a query with one item. */
const textOf = (value: JsonValue): string => {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

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
  if (credential.in === 'query') return { headers: {}, query: { [credential.name]: matchedToken('', isValid) } };
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
interface RequestContext {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly typical: Typical;
}

const isEmptyList = (value: JsonValue): boolean => Array.isArray(value) && value.length === 0;

/** A value that is sent: a parameter that is required, and a list without items, would not be there. */
function parameterValue({ schema }: Parameter, { contract: { definitions }, typical }: RequestContext): JsonValue {
  const least = exampleOf(schema, definitions, typical);
  return isEmptyList(least) ? (typical({ schema, definitions }) ?? least) : least;
}

function parametersIn(place: Parameter['in'], context: RequestContext, sources: Sources): [string, string][] {
  return context.operation.parameters
    .filter((parameter) => parameter.in === place && parameter.required)
    .map((parameter) => {
      const given = parameter.value === undefined ? undefined : fill(parameter.value, sources);
      return [parameter.name, textOf(given ?? parameterValue(parameter, context))];
    });
}

const literals = (pairs: readonly [string, string][]): { [name: string]: MatchedText } =>
  Object.fromEntries(pairs.map(([name, value]) => [name, { value }]));

const pathWith = (path: string, parameters: { readonly [name: string]: string }): string =>
  path.replace(/\{([^{}]+)\}/g, (place, name: string) =>
    Object.hasOwn(parameters, name) ? encodeURIComponent(parameters[name] as string) : place,
  );

/** A media type in any case (RFC 9110, section 8.3.1), with any parameters after it; as Pact's Rust and JVM read it. */
export const mediaTypeHeader = (mediaType: string): MatchedText => ({
  value: mediaType,
  regex: `(?i)^${mediaType.replace(/[.+*]/g, '\\$&')}(?:\\s*;.*)?$`,
});

/** The request of an interaction: the operation's path and headers, filled from what the interaction is about. */
export function requestOf(context: RequestContext, response: Response, sources: Sources): InteractionRequest {
  const { operation } = context;
  const pathParameters = Object.fromEntries(parametersIn('path', context, sources));
  const secured = credentials(operation.security, response.provokedBy !== 'invalid credentials');
  const body = operation.request === undefined ? undefined : sources.request;
  const contentType =
    body === undefined ? {} : { 'Content-Type': mediaTypeHeader(operation.request?.mediaType ?? 'application/json') };
  return {
    method: operation.method,
    path: pathWith(operation.path, pathParameters),
    pathParameters,
    query: { ...literals(parametersIn('query', context, sources)), ...secured.query },
    headers: { ...contentType, ...literals(parametersIn('header', context, sources)), ...secured.headers },
    ...(body === undefined ? {} : { body }),
  };
}

import type { PactV4 } from '@pact-foundation/pact';
import { stringifyJson } from '../contract';
import { Failure } from '../result';
import type { Interaction, MatchedText, MatchingRule } from './interaction';
import { pactLibrary } from './pact-library';
import { regexOfTexts } from './rust-regex';

type Unconfigured = ReturnType<PactV4['addInteraction']>;
type Requested = ReturnType<Unconfigured['withRequest']>;
type BuildRequest = NonNullable<Parameters<Unconfigured['withRequest']>[2]>;
type BuildResponse = NonNullable<Parameters<Requested['willRespondWith']>[1]>;
type PactRules = Parameters<Parameters<BuildResponse>[0]['matchingRules']>[0];

/** The consumer's side of an interaction: calls the mock server at this URL, and reads its answer. */
export type Call<T> = (baseUrl: string) => Promise<T>;

/** A text as pact-js takes it: as it stands, or with its regular expression and the state's value. */
function templateOf({ value, regex, expression }: MatchedText): string {
  // A text that is JSON would be taken for a template of pact-js's own.
  if (regex === undefined && !/^\s*[{["]/.test(value)) return value;
  const generator = expression === undefined ? {} : { 'pact:generator:type': 'ProviderState', expression };
  return JSON.stringify({ 'pact:matcher:type': 'regex', regex: regex ?? regexOfTexts([value]), value, ...generator });
}

const templatesOf = (texts: { readonly [name: string]: MatchedText }): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, templateOf(text)]));

/** A name that comes once as one text: a list of one would be written in the same way, and read in another. */
const queryTemplates = (query: Interaction['request']['query']): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(query).map(([name, texts]) => {
      const [only, ...others] = texts.map(templateOf);
      return [name, only === undefined || others.length > 0 ? texts.map(templateOf) : only];
    }),
  );

/** A rule as pact-js takes it. It always writes AND: joining the files sets what is said here. */
const ruleOf = ({ path, matchers }: MatchingRule) => ({
  path,
  rules: matchers.map(({ match, ...details }) => ({ 'pact:matcher:type': match, ...details })),
});

// A body goes as text: pact-js takes a text as it stands, and a value that is a text would not arrive as JSON.
function buildRequest({ request }: Interaction): BuildRequest {
  return (builder) => {
    builder.headers(templatesOf(request.headers)).query(queryTemplates(request.query));
    if (request.body !== undefined) builder.jsonBody(stringifyJson(request.body));
  };
}

function buildResponse({ response }: Interaction): BuildResponse {
  return (builder) => {
    builder.headers(templatesOf(response.headers));
    if (response.body === undefined) return;
    builder.jsonBody(stringifyJson(response.body));
    builder.matchingRules({ body: response.rules.map(ruleOf) } as PactRules);
  };
}

/** @throws Failure (usage) where a name, which the pact file is called by, would lead to another folder. */
function requireFileName({ consumer, provider }: Pick<Interaction, 'consumer' | 'provider'>): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them, or shows them
  const wrong = [consumer, provider].find((name) => /[/\\\u0000-\u001f]/.test(name));
  if (wrong === undefined) return;
  const message = `no pact file can be called by ${wrong}: it holds a slash, a backslash or a control`;
  throw new Failure('usage', message, 'Give the consumer or provider another name in the contract.');
}

/**
 * Runs an interaction through Pact's mock server, and has Pact write it into a folder of its own: several that share
 * a file are merged anew each time, which is slow, and loses some where processes write at once.
 * @throws Failure (usage) for names that no file can have; whatever the call throws; an Error that names the mismatches
 * where the request is not the one agreed on.
 * @example
 * const [interaction] = pactInteractions(contract);
 * const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
 * await record(interaction, folder, (baseUrl) => new UserClient(baseUrl).update({ fullName: 'alpha' }));
 */
export async function record<T>(interaction: Interaction, folder: string, call: Call<T>): Promise<T> {
  const { PactV4 } = pactLibrary();
  requireFileName(interaction);
  const { consumer, provider, id, states, request, response } = interaction;
  const described = new PactV4({ consumer, provider, dir: folder, logLevel: 'error' })
    .addInteraction()
    .uponReceiving(id);
  const given = states.reduce(
    (so, { name, params }) =>
      params === undefined ? so.given(name) : so.given(name, params as Parameters<typeof so.given>[1]),
    described,
  );
  const pact = given
    .withRequest(request.method, request.path, buildRequest(interaction))
    .willRespondWith(response.status, buildResponse(interaction));
  return (await pact.executeTest(async ({ url }) => call(url))) as T;
}

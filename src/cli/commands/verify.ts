import { resolve } from 'node:path';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { maskOf, type PactInteraction, type ReadPact, readPacts, verify, waitUntilReachable } from '../../provider';
import { Failure, type Result, type Run, runOf, type Shard } from '../../result';
import { collect, oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { lastFailed, rememberFailed } from '../last-failed';
import { shardOf } from '../shard';
import { headersOf, secretsIn } from '../verify/headers';
import { keeperOf } from '../verify/keeper';
import { type References, referencesFor } from '../verify/references';
import { select } from '../verify/selection';
import { turnedOffBy } from '../verify/turned-off';

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;
const texts = (options: Options, name: string): readonly string[] => (options[name] as string[] | undefined) ?? [];

function baseUrlOf(given: string): URL {
  if (URL.canParse(given) && /^https?:/.test(given)) return new URL(given);
  throw new Failure('usage', `${given} is no URL of a service`, 'Give it as --provider-base-url http://HOST:PORT.');
}

const quoted = (word: string): string => (/^[\w./:=@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that verifies one interaction again, without its headers: they hold secrets. */
function replayCommand(options: Options): (interaction: PactInteraction) => string {
  const names = ['pacts', 'providerBaseUrl', 'states', 'providerStatesSetupUrl', 'contract', 'wireNames'];
  const words = names.flatMap((name) => {
    const value = text(options, name);
    const option = `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
    return value === undefined ? [] : [option, quoted(value)];
  });
  const headers = texts(options, 'header').map((line) => `--header '${line.split(':')[0]}: ...'`);
  return ({ id }) => ['pactcheck verify', ...words, ...headers, '--interaction', quoted(id)].join(' ');
}

function selected(pacts: readonly ReadPact[], options: Options, { cwd, env }: Context, shard?: Shard): ReadPact[] {
  const asked = texts(options, 'interaction');
  const failed = options['lastFailed'] === true ? lastFailed('verify', cwd) : undefined;
  const ids = asked.length > 0 ? asked : failed;
  return select(pacts, {
    ids,
    description: env['PACT_DESCRIPTION'],
    state: env['PACT_PROVIDER_STATE'],
    shard,
  });
}

/** What would void a pass. */
function warningsFor(pacts: readonly ReadPact[], references: References): string[] {
  const unheld = pacts.filter(({ interactions: [first] }) => first !== undefined && references.of(first) === undefined);
  return unheld.map(
    ({ consumer, provider, file }) =>
      `there is no contract of ${consumer} and ${provider}: answers to ${file} are held to the pact alone; name one with --contract`,
  );
}

const nameOf = (pacts: readonly ReadPact[], { contracts, of }: References): string => {
  const held = pacts.flatMap(({ interactions: [first] }) => (first === undefined ? [] : [of(first)?.contract.name]));
  const names = [...new Set(held.filter((name) => name !== undefined))];
  return (
    names.join(', ') ||
    contracts[0]?.name ||
    pacts.map(({ consumer, provider }) => `${consumer}-${provider}`).join(', ')
  );
};

function progress(context: Context, total: number): (result: Result) => void {
  let done = 0;
  return () => {
    done += 1;
    if (context.isTerminal && !context.options.quiet)
      context.err(`\r${done} of ${total} interactions${done === total ? '\n' : ''}`);
  };
}

async function verified(context: Context, options: Options): Promise<Run> {
  const started = Date.now();
  const baseUrl = baseUrlOf(text(options, 'providerBaseUrl') ?? '');
  const folder = text(options, 'pacts') ?? 'pacts';
  const asked = text(options, 'shard');
  const shard = asked === undefined ? undefined : shardOf(asked, context.env);
  const pacts = selected(readPacts(resolve(context.cwd, folder), folder), options, context, shard);
  const wireNames = options['wireNames'] as WireNames | undefined;
  const references = await referencesFor(text(options, 'contract'), { cwd: context.cwd, wireNames });
  const timeoutMs = (options['timeout'] as number) * 1000;
  const url = text(options, 'providerStatesSetupUrl');
  const keeper = await keeperOf({ states: text(options, 'states'), url, cwd: context.cwd, timeoutMs }, pacts);
  const extraHeaders = headersOf(texts(options, 'header'));
  const turnedOff = turnedOffBy(texts(options, 'without'));
  await waitUntilReachable(baseUrl, options['wait'] as number, context.signal);
  const { results } = await verify(pacts, {
    baseUrl,
    keeper,
    extraHeaders,
    turnedOff,
    timeoutMs,
    retries: 3,
    referenceFor: references.of,
    mask: maskOf(secretsIn(extraHeaders)),
    replayCommand: replayCommand(options),
    onResult: progress(context, pacts.flatMap(({ interactions }) => interactions).length),
    signal: context.signal,
  });
  const head = { command: 'verify', contract: nameOf(pacts, references), seed: options['seed'] as number };
  const off = Object.entries(turnedOff).map(([rule, reason]) => `the rule ${rule} is turned off: ${reason}`);
  const warnings = [...warningsFor(pacts, references), ...off];
  return {
    ...runOf(head, results, Date.now() - started),
    ...(shard === undefined ? {} : { shard }),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** `pactcheck verify`: replays pacts on a live service, and holds each answer to the whole contract. */
export const verifyCommand: CliCommand = {
  usage: 'verify',
  summary: 'replays pacts on a live service, and holds each answer to the whole contract',
  declare: (command) => {
    command
      .requiredOption('--provider-base-url <url>', 'where the service answers')
      .option('--pacts <dir>', 'the folder of pacts, or one of them', 'pacts')
      .option('--states <file>', 'a module of provider state handlers')
      .option('--provider-states-setup-url <url>', 'an URL of the service that takes provider states')
      .option("--header <'K: V'>", 'sent with each request, such as Authorization; repeatable', collect)
      .option('--contract <ref>', 'the contract to hold answers to; that of the pact where it is not given')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES))
      .option('--without <rule=reason>', 'turns a rule off, with the reason; repeatable', collect)
      .option('--interaction <id>', 'only this one; repeatable', collect)
      .option('--last-failed', 'only what failed the last time')
      .option('--shard <i/n>', 'the i-th of n parts of the work, or auto: what the CI system says')
      .option('--wait <seconds>', 'how long to wait until the service is up', wholeNumber(), 0)
      .option('--timeout <seconds>', 'how long one answer, or one state, may take', wholeNumber(1), 30)
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1);
  },
  action: async (context, options) => {
    const run = await verified(context, options);
    rememberFailed('verify', run.results, context.cwd);
    return context.finish(run);
  },
};

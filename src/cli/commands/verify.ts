import { configuredEntries } from '../../app/configured-entries';
import { lastFailed, rememberFailed } from '../../app/last-failed';
import { shardOf } from '../../app/shard';
import type { Selection } from '../../app/verify/selection';
import { isEnoughFor, verifyPacts } from '../../app/verify/verify-provider';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { oneLine } from '../../result';
import { collect, oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { declareHttp, httpOptionsIn } from '../http-options';
import { publishReported } from '../publishing';
import { declareVerifyBroker, verifyBroker } from '../verify-broker';
import { counting } from '../verify-progress';
import { tellerOf } from '../warnings';

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;
const texts = (options: Options, name: string): string[] | undefined => options[name] as string[] | undefined;

/** What is verified: by name, by what failed the last time, by Pact's own variables, by shard. */
function selectionOf(options: Options, { cwd, env }: Context): Selection {
  const failed = options['lastFailed'] === true ? lastFailed('verify', cwd) : undefined;
  const shard = text(options, 'shard');
  return {
    ids: texts(options, 'interaction') ?? failed,
    description: env['PACT_DESCRIPTION'],
    state: env['PACT_PROVIDER_STATE'],
    shard: shard === undefined ? undefined : shardOf(shard, env),
  };
}

/** `pactcheck verify`: replays pacts on a live service, and holds each answer to the whole contract. */
export const verifyCommand: CliCommand = {
  declare: (command) => {
    command
      .requiredOption('--provider-base-url <url>', 'where the service answers')
      .option('--pacts <dir>', 'the folder of pacts, or one of them; pacts where it is not given')
      .option('--provider <name>', 'whose pacts, of those in a folder or at a broker')
      .option(
        '--states <file>',
        "a module of provider state handlers, or by-api: the service's own API sets them up; repeatable",
        collect,
      )
      .option('--provider-states-setup-url <url>', 'an URL of the service that takes provider states')
      .option("--header <'K: V'>", 'sent with each request, such as Authorization; repeatable', collect)
      .option(
        '--contract <ref>',
        'a contract to hold answers to; those of the pacts where it is not given; repeatable',
        collect,
      )
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES))
      .option('--without <rule=reason>', 'turns a rule off, with the reason; repeatable', collect)
      .option(
        '--explore <n>',
        'so many generated bodies and updates of each operation beyond the pacts',
        wholeNumber(),
        0,
      )
      .option('--calls <n>', 'how many calls exploring makes at most', wholeNumber(1))
      .option('--time <seconds>', 'how long exploring takes at most', wholeNumber(1))
      .option("--other-header <'K: V'>", 'another caller, who must not see what exploring creates; repeatable', collect)
      .option('--yes', 'lets exploring create and delete at a host that is not this machine')
      .option('--interaction <id>', 'only this one; repeatable', collect)
      .option('--last-failed', 'only what failed the last time')
      .option('--shard <i/n>', 'the i-th of n parts of the work, or auto: what the CI system says')
      .option('--wait <seconds>', 'how long to wait until the service is up', wholeNumber(), 0)
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1);
    declareHttp(command);
    declareVerifyBroker(command);
  },
  action: async (context, options) => {
    const selection = selectionOf(options, context);
    const broker = verifyBroker(options, context, selection);
    const configured = await configuredEntries(context.options.config, context.cwd);
    const run = await verifyPacts({
      providerBaseUrl: text(options, 'providerBaseUrl') ?? '',
      pacts: text(options, 'pacts'),
      broker,
      env: context.env,
      states: texts(options, 'states'),
      provider: text(options, 'provider'),
      providerStatesSetupUrl: text(options, 'providerStatesSetupUrl'),
      headers: texts(options, 'header'),
      contract: texts(options, 'contract'),
      beside: configured.map(({ contract }) => contract),
      wireNames: options['wireNames'] as WireNames | undefined,
      without: texts(options, 'without'),
      select: selection,
      wait: options['wait'] as number,
      ...httpOptionsIn(options),
      explore: options['explore'] as number,
      calls: options['calls'] as number | undefined,
      time: options['time'] as number | undefined,
      otherHeaders: texts(options, 'otherHeader'),
      yes: options['yes'] as true | undefined,
      ownHosts: configured.flatMap(({ provider }) => provider?.baseUrl ?? []),
      seed: options['seed'] as number,
      cwd: context.cwd,
      onResult: counting(context.progress),
      onNotice: (sentence) => context.options.quiet || context.err(`${context.colors.dim(oneLine(sentence))}\n`),
      onWarning: tellerOf(context),
      signal: context.signal,
    }).finally(context.progress.clear);
    rememberFailed('verify', run.results, context.cwd);
    const reported = await context.finish(run);
    const exitCode = isEnoughFor(run, broker) ? EXIT_CODES.passed : reported;
    const publishes = broker?.publish === true && run.interrupted !== true;
    return publishes ? publishReported(run, exitCode, broker, context) : exitCode;
  },
};

import { pactsToPublish } from '../../app/broker/pacts-to-publish';
import { requireVersion } from '../../app/broker/version';
import { configuredEntries } from '../../app/configured-entries';
import { accessTo, type ConsumerPacts, Hal, type PublishedPact, publishContracts } from '../../broker';
import { Failure, type FailureKind, type Result, resultOf, runOf } from '../../result';
import { collect } from '../arguments';
import { declareBroker, requireBroker } from '../broker-options';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf } from '../warnings';

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;

/** `pactcheck publish`: publishes the pacts of contracts, where they are what the contracts give. */
export const publishCommand: CliCommand = {
  declare: (command) => {
    declareBroker(command)
      .option('--pacts <folder>', 'where the pact files lie', 'pacts')
      .option('--consumer-version <version>', 'of which version; the commit that CI or git says where it is not given')
      .option('--branch <branch>', 'of which branch; that of CI or git where it is not given')
      .option('--tag <tag>', 'a tag of the version; repeatable', collect)
      .option('--build-url <url>', 'where the run can be looked at; that of CI where it is not given')
      .option('--dry-run', 'says what would be published');
  },
  action: async (context, options, ...named) => {
    const started = performance.now();
    const { cwd, env } = context;
    const references = named.length > 0 ? named : await configured(context);
    const unfit = await checked(context, [...references, '--pacts', options['pacts'] as string]);
    if (unfit !== undefined) return unfit;
    const asked = {
      version: text(options, 'consumerVersion'),
      branch: text(options, 'branch'),
      buildUrl: text(options, 'buildUrl'),
    };
    const version = requireVersion(asked, '--consumer-version', env, cwd);
    if (version.branch === undefined) tellerOf(context)?.(NO_BRANCH);
    const tags = (options['tag'] as readonly string[] | undefined) ?? [];
    const own = await pactsToPublish({ references, folder: options['pacts'] as string, cwd, version, tags });
    const results = options['dryRun'] === true ? planned(own, context) : await published(own, options, context);
    const contract = own.map(({ consumer }) => consumer).join(', ');
    return context.finish(
      runOf({ command: 'publish', contract, seed: 0 }, results, Math.round(performance.now() - started)),
    );
  },
};

const NO_BRANCH =
  'nobody knows the branch: selectors such as mainBranch will not find these pacts, give it by --branch';

/** The contracts that the configuration names. */
const configured = async ({ options, cwd }: Context): Promise<string[]> =>
  (await configuredEntries(options.config, cwd)).map(({ contract }) => contract);

const KINDS: readonly FailureKind[] = ['usage', 'environment', 'nothing tested'];

/** Reports what `pacts --check` finds, and returns its exit code; nothing where the pacts are what they should be. */
async function checked(context: Context, words: readonly string[]): Promise<number | undefined> {
  const { exitCode, run, failure } = await context.perform(['pacts', ...words, '--check']);
  if (exitCode === EXIT_CODES.passed) return undefined;
  if (run !== undefined && failure === undefined) return context.finish(run);
  const kind = KINDS.find((candidate) => EXIT_CODES[candidate] === exitCode) ?? 'environment';
  throw new Failure(kind, failure?.message ?? 'the pacts cannot be checked', failure?.next);
}

const idOf = ({ consumer, version, provider }: Omit<PublishedPact, 'url'>): string =>
  `${consumer} ${version} with ${provider}`;

function planned(all: readonly ConsumerPacts[], context: Context): Result[] {
  return all.flatMap(({ consumer, version, branch, pacts }) =>
    pacts.map(({ provider }) => {
      const id = idOf({ consumer, version, provider });
      if (!context.options.quiet) context.err(`would publish ${id}, branch ${branch ?? 'none'}\n`);
      return resultOf(id, []);
    }),
  );
}

async function published(all: readonly ConsumerPacts[], options: Options, context: Context): Promise<Result[]> {
  const hal = new Hal(accessTo(requireBroker(options, context), context.env));
  const results: Result[] = [];
  for (const own of all) {
    for (const pact of await publishContracts(hal, own)) {
      const id = idOf(pact);
      const { url = 'at no address' } = pact;
      if (!context.options.quiet) context.err(`published ${id}: ${url}\n`);
      results.push(resultOf(id, [], { url }));
    }
  }
  return results;
}

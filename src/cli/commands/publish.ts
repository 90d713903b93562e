import { publishPacts } from '../../app/broker/publish-pacts';
import { configuredEntries } from '../../app/configured-entries';
import { oneLine } from '../../result';
import { collect } from '../arguments';
import { declareBroker, requireBroker } from '../broker-options';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
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
    const { cwd, env } = context;
    const run = await publishPacts({
      references: named.length > 0 ? named : await configured(context),
      pacts: options['pacts'] as string,
      broker: options['dryRun'] === true ? undefined : requireBroker(options, context),
      version: {
        version: text(options, 'consumerVersion'),
        branch: text(options, 'branch'),
        buildUrl: text(options, 'buildUrl'),
      },
      tags: options['tag'] as readonly string[] | undefined,
      env,
      cwd,
      onPublished: (line) => context.options.quiet || context.err(`${oneLine(line)}\n`),
      onWarning: tellerOf(context),
    });
    return context.finish(run);
  },
};

/** The contracts that the configuration names. */
const configured = async ({ options, cwd }: Context): Promise<string[]> =>
  (await configuredEntries(options.config, cwd)).map(({ contract }) => contract);

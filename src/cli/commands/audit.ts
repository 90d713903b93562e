import { type AuditOptions, auditVerification } from '../../app/verify/audit-run';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { collect, oneOf, wholeNumber } from '../arguments';
import { auditTable } from '../audit-table';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { declareHttp, httpOptionsIn } from '../http-options';
import { mutationTable } from '../mutation-table';
import { tellerOf } from '../warnings';

/** `pactcheck audit`: how strong a verification is. */
export const auditCommand: CliCommand = {
  declare: (command) => {
    command
      .option(
        '--provider-base-url <url>',
        'a service that passes; one of the contract is started where it is not given',
      )
      .option(
        '--pacts <dir>',
        'the folder of pacts, or one of them; pacts, or what the contract gives, where it is not given',
      )
      .option('--states <file>', 'a module of provider state handlers')
      .option('--provider-states-setup-url <url>', 'an URL of the service that takes provider states')
      .option("--header <'K: V'>", 'sent with each request, such as Authorization; repeatable', collect)
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES))
      .option('--wait <seconds>', 'how long to wait until the service is up', wholeNumber(), 0)
      .option('--mutants <n>', 'how many answers are changed by the operators of published tools', wholeNumber(), 2000)
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1);
    declareHttp(command);
  },
  action: async (context, options, reference = '') => {
    const { run, audited, mutation } = await auditVerification(askedIn(context, options, reference));
    const isText = !context.options.json && !context.options.quiet && audited.length > 0;
    if (isText && context.options.reporter.every((word) => word.includes('='))) {
      context.out(auditTable(audited));
      if (mutation !== undefined) context.out(mutationTable(mutation));
    }
    return context.finish(run);
  },
};

function askedIn(context: Context, options: Options, reference: string): AuditOptions {
  const text = (name: string): string | undefined => options[name] as string | undefined;
  return {
    reference,
    providerBaseUrl: text('providerBaseUrl'),
    providerStatesSetupUrl: text('providerStatesSetupUrl'),
    pacts: text('pacts'),
    states: text('states'),
    headers: options['header'] as string[] | undefined,
    wireNames: options['wireNames'] as WireNames | undefined,
    wait: options['wait'] as number,
    ...httpOptionsIn(options),
    seed: options['seed'] as number,
    mutants: options['mutants'] as number,
    cwd: context.cwd,
    onWarning: tellerOf(context),
    signal: context.signal,
  };
}

import { contractFileOf, loadContract } from '../../app/contract-reference';
import { startLiveService } from '../../app/live-service';
import { withPactsOf } from '../../app/pacts/with-pacts-of';
import { prepare, type VerifyProviderOptions, verifyRun } from '../../app/verify/verify-provider';
import { generateCases } from '../../cases';
import { type Contract, WIRE_NAMES, type WireNames } from '../../contract';
import { type Audited, audit, verify } from '../../provider';
import { fingerprint, type Result, type Run, runOf } from '../../result';
import { validatorFor } from '../../validator';
import { collect, oneOf, wholeNumber } from '../arguments';
import { auditTable } from '../audit-table';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { declareHttp, httpOptionsIn } from '../http-options';
import { tellerOf } from '../warnings';

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;

/** Departures of one class at one site are one result: noticed where each of them is. */
function resultsOf(audited: readonly Audited[]): Result[] {
  const rule = 'audit-unnoticed';
  return audited.map(({ operation, caseId, site, byPacts, byContract, reason, class: name }) => ({
    id: `${operation} ${caseId}`,
    status: byContract ? 'passed' : 'failed',
    findings: byContract
      ? []
      : [
          {
            rule,
            level: 'error',
            pointer: site,
            message: `${name} at ${site || 'the body'} was planted into an answer, and the verification did not notice`,
            expected: 'a finding',
            actual: byPacts ? 'a finding of the pacts alone' : 'none',
            fingerprint: fingerprint({ rule, place: site, scope: `${operation} ${name}` }),
          },
        ],
    details: {
      pacts: byPacts ? 'noticed' : `not noticed: ${reason}`,
      contract: byContract ? 'noticed' : 'not noticed',
    },
  }));
}

type Provider = Pick<VerifyProviderOptions, 'providerBaseUrl' | 'providerStatesSetupUrl'>;

/** The provider that was named, or one of the contract's own, started for the audit. */
async function withProvider<T>(
  contract: Contract,
  options: Options,
  work: (provider: Provider) => Promise<T>,
): Promise<T> {
  const providerBaseUrl = text(options, 'providerBaseUrl');
  if (providerBaseUrl !== undefined)
    return work({ providerBaseUrl, providerStatesSetupUrl: text(options, 'providerStatesSetupUrl') });
  const service = await startLiveService(contract);
  try {
    return await work({ providerBaseUrl: service.url, providerStatesSetupUrl: service.statesUrl });
  } finally {
    await service.close();
  }
}

interface Outcome {
  readonly run: Run;
  readonly audited: readonly Audited[];
}

async function audited(context: Context, options: Options, reference: string): Promise<Outcome> {
  const started = Date.now();
  const seed = options['seed'] as number;
  const wireNames = options['wireNames'] as WireNames | undefined;
  const contract = await loadContract(reference, { cwd: context.cwd, wireNames, tell: tellerOf(context) });
  const work = async (pacts: string, provider: Provider): Promise<Outcome> => {
    const prepared = await prepare({
      ...provider,
      pacts,
      states: text(options, 'states'),
      headers: options['header'] as string[] | undefined,
      contract: reference,
      wireNames,
      wait: options['wait'] as number,
      ...httpOptionsIn(options),
      seed,
      cwd: context.cwd,
      signal: context.signal,
    });
    const { results, exchanges } = await verify(prepared.pacts, prepared.verifying).finally(prepared.close);
    // Only answers that pass can show that a departure from them is noticed.
    if (results.some(({ status }) => status === 'failed'))
      return { run: verifyRun(prepared, results, Date.now() - started), audited: [] };
    const found = await audit(prepared.pacts, exchanges, {
      reference: validatorFor(contract),
      rejectsOf: ({ id }) => generateCases(contract, { operationId: id, mode: 'edge', verdict: 'reject', seed }),
      turnedOff: {},
      timeoutMs: prepared.verifying.timeoutMs,
      signal: context.signal,
    });
    const head = { command: 'audit', contract: contract.name, ...contractFileOf(reference, context.cwd), seed };
    const run = runOf(head, resultsOf(found), Date.now() - started);
    return { run, audited: found };
  };
  const isOwnService = text(options, 'providerBaseUrl') === undefined;
  const wanted = { asked: text(options, 'pacts'), isOwnService, cwd: context.cwd };
  return withProvider(contract, options, (provider) => withPactsOf(contract, wanted, (pacts) => work(pacts, provider)));
}

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
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1);
    declareHttp(command);
  },
  action: async (context, options, reference = '') => {
    const outcome = await audited(context, options, reference);
    const isText = !context.options.json && !context.options.quiet && outcome.audited.length > 0;
    if (isText && context.options.reporter.every((word) => word.includes('=')))
      context.out(auditTable(outcome.audited));
    return context.finish(outcome.run);
  },
};

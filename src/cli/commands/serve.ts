import { CONTRACTS_FOLDER, contractNames, loadContract } from '../../app/contract-reference';
import { startLiveService } from '../../app/live-service';
import { exampleCall } from '../../app/serve/example-call';
import { faultOf, type PlantedFault } from '../../app/serve/fault';
import { type Contract, WIRE_NAMES, type WireNames } from '../../contract';
import { Failure, oneLine } from '../../result';
import type { RunningService } from '../../service';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf } from '../warnings';

const VARIETIES = ['covering', 'random'] as const;

/** What a person reads of a contract that is served. */
const contractLines = (contract: Contract, service: RunningService, context: Context): string[] => [
  `${oneLine(contract.name)} at ${context.colors.bold(service.url)}`,
  `  ${oneLine(exampleCall(contract, service))}`,
];

const isSecured = ({ operations }: Contract): boolean => operations.some(({ security }) => security.scheme !== 'none');

function announce(
  context: Context,
  contracts: readonly Contract[],
  service: RunningService,
  planted: PlantedFault | undefined,
): void {
  const { url, statesUrl, states } = service;
  const token = contracts.some(isSecured) ? { token: service.token } : {};
  const fault = planted?.fault;
  if (context.options.json) {
    const contract = contracts.map(({ name }) => name).join(', ');
    context.out(`${JSON.stringify({ contract, url, statesUrl, ...token, states, fault: fault?.id })}\n`);
    return;
  }
  const { dim } = context.colors;
  const lines = [
    ...contracts.flatMap((contract) => contractLines(contract, service, context)),
    ...(token.token === undefined ? [] : [`  token   ${token.token}`]),
    `  states  ${statesUrl} ${dim(`takes POST {"state", "params", "action"}: ${oneLine(states.join(', '))}`)}`,
    ...(fault === undefined ? [] : [`  fault   ${oneLine(fault.id)} ${dim(oneLine(fault.reason ?? ''))}`]),
    dim('  Ctrl-C ends it'),
  ];
  context.out(`${lines.join('\n')}\n`);
}

const interrupted = (signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener('abort', () => settle(), { once: true });
  });

/**
 * The contracts that are named; all of the project's where none is.
 * @throws Failure where there is none.
 */
async function contractsOf(context: Context, references: readonly string[], options: Options): Promise<Contract[]> {
  const wireNames = options['wireNames'] as WireNames | undefined;
  const asked = references.length > 0 ? references : contractNames(context.cwd);
  const reading = { cwd: context.cwd, wireNames, tell: tellerOf(context) };
  return Promise.all(asked.map((reference) => loadContract(reference, reading)));
}

async function serve(context: Context, options: Options, ...references: readonly string[]): Promise<number> {
  const [first, ...others] = await contractsOf(context, references, options);
  if (first === undefined)
    throw new Failure('usage', `there is no contract in ${CONTRACTS_FOLDER}/`, 'Name one, or make one with `init`.');
  const contracts = [first, ...others] as const;
  const seed = options['seed'] as number;
  const asked = options['fault'] as string | undefined;
  const planted = asked === undefined ? undefined : faultOf(contracts, asked, seed);
  const service = await startLiveService(contracts, {
    port: options['port'] as number,
    token: options['token'] as string | undefined,
    vary: options['vary'] as (typeof VARIETIES)[number] | undefined,
    fault: planted?.fault,
    faultIn: planted?.contract,
    seed,
  });
  announce(context, contracts, service, planted);
  await interrupted(context.signal);
  await service.close();
  return EXIT_CODES.passed;
}

/** `pactcheck serve`: a live service of contracts, until it is interrupted. */
export const serveCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--port <n>', 'where it listens; 0 takes a free one', wholeNumber(), 0)
      .option('--fault <case>', 'plants the departure of this case into every successful answer')
      .option('--vary <mode>', 'each successful answer is the next case: covering or random', oneOf(VARIETIES))
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1)
      .option('--token <token>', 'what callers must show')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: serve,
};

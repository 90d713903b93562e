import { generateCases } from '../../cases';
import { type Case, type Contract, successfulResponses, WIRE_NAMES, type WireNames } from '../../contract';
import { Failure } from '../../result';
import { curlFlag, type RunningService } from '../../service';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { loadContract } from '../contract-reference';
import { startLiveService } from '../live-service';

const VARIETIES = ['covering', 'random'] as const;

/**
 * The case whose departure is planted into the answers.
 * @throws Failure (usage) where the contract has no such case.
 */
function faultOf(contract: Contract, id: string | undefined, seed: number): Case | undefined {
  if (id === undefined) return undefined;
  for (const { operation } of successfulResponses(contract))
    for (const made of generateCases(contract, { operationId: operation.id, mode: 'edge', seed }))
      if (made.id === id) return made;
  throw new Failure(
    'usage',
    `${contract.name} has no case "${id}"`,
    `\`pactcheck cases ${contract.name}\` prints them, each with its id: "/status unknown".`,
  );
}

/** A call that the service answers with success. */
function exampleCall(contract: Contract, { url, token }: RunningService): string {
  const operation = contract.operations.find(({ path }) => !path.includes('{')) ?? contract.operations[0];
  if (operation === undefined) return `curl ${url}`;
  const body = operation.request === undefined ? '' : ` -H 'Content-Type: ${operation.request.mediaType}' -d '{}'`;
  return `curl -X ${operation.method} ${curlFlag(operation.security, token)}${body} ${url}${operation.path}`;
}

function announce(context: Context, contract: Contract, service: RunningService, fault: Case | undefined): void {
  const { url, statesUrl, token, states } = service;
  if (context.options.json) {
    const { name } = contract;
    context.out(`${JSON.stringify({ contract: name, url, statesUrl, token, states, fault: fault?.id })}\n`);
    return;
  }
  const { bold, dim } = context.colors;
  const lines = [
    `${contract.name} at ${bold(url)}`,
    `  ${exampleCall(contract, service)}`,
    `  token   ${token}`,
    `  states  ${statesUrl} ${dim(`takes POST {"state", "params", "action"}: ${states.join(', ')}`)}`,
    ...(fault === undefined ? [] : [`  fault   ${fault.id} ${dim(fault.reason ?? '')}`]),
    dim('  Ctrl-C ends it'),
  ];
  context.out(`${lines.join('\n')}\n`);
}

const interrupted = (signal: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener('abort', () => settle(), { once: true });
  });

async function serve(context: Context, options: Options, reference = ''): Promise<number> {
  const wireNames = options['wireNames'] as WireNames | undefined;
  const contract = await loadContract(reference, { cwd: context.cwd, wireNames });
  const seed = options['seed'] as number;
  const fault = faultOf(contract, options['fault'] as string | undefined, seed);
  const service = await startLiveService(contract, {
    port: options['port'] as number,
    token: options['token'] as string | undefined,
    vary: options['vary'] as (typeof VARIETIES)[number] | undefined,
    fault,
    seed,
  });
  announce(context, contract, service, fault);
  await interrupted(context.signal);
  await service.close();
  return 0;
}

/** `pactcheck serve`: a live service of a contract, until it is interrupted. */
export const serveCommand: CliCommand = {
  usage: 'serve <contract>',
  summary: 'answers as the contract says: keeps resources, takes provider states, can be made faulty',
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

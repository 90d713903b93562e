import { generateCases, typicalOf } from '../cases';
import type { Case, Contract } from '../contract';
import { exampleOf } from '../pact';
import { type RunningService, startService } from '../service';
import { validatorFor } from '../validator';

/** How the service that is started for a contract is to behave. */
export interface LiveOptions {
  /** A free one where it is not given. */
  readonly port?: number | undefined;
  readonly token?: string | undefined;
  /** Its departure stands in every successful answer. */
  readonly fault?: Case | undefined;
  /** Each successful answer is the next case. */
  readonly vary?: 'covering' | 'random' | undefined;
  readonly seed?: number | undefined;
}

/**
 * Starts a live service of a contract on this machine, judged by the validator, speaking by the cases.
 * @throws Failure where an operation cannot be served, or the port is taken.
 */
export function startLiveService(contract: Contract, options: LiveOptions = {}): Promise<RunningService> {
  const { port, token, fault, vary, seed = 1 } = options;
  // Random answers never come to an end; a hundred are what the command line prints.
  const cases = (operationId: string, mode: 'edge' | 'covering' | 'random'): Iterable<Case> =>
    generateCases(contract, { operationId, mode, verdict: 'accept', seed, count: Number.POSITIVE_INFINITY });
  return startService(contract, {
    judge: validatorFor(contract),
    cases: (operationId) => cases(operationId, 'edge'),
    example: (schema) => exampleOf(schema, contract.definitions, typicalOf),
    port,
    token,
    fault: fault === undefined ? undefined : () => fault,
    vary: vary === undefined ? undefined : (operationId) => cases(operationId, vary),
  });
}

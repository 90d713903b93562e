import { generateCases, typicalOf } from '../cases';
import type { Case, Contract, Schema } from '../contract';
import { exampleOf } from '../pact';
import { type Hosted, type RunningService, startService } from '../service';
import { validatorFor } from '../validator';

/** How the service that is started for a contract is to behave. */
export interface LiveOptions {
  /** A free one where it is not given. */
  readonly port?: number | undefined;
  readonly token?: string | undefined;
  /** Its departure stands in every successful answer. */
  readonly fault?: Case | undefined;
  /** The contract whose answers have it; all of them where it is not given. */
  readonly faultIn?: Contract | undefined;
  /** Each successful answer is the next case. */
  readonly vary?: 'covering' | 'random' | undefined;
  readonly seed?: number | undefined;
}

/** A contract as the service hosts it: judged by the validator, speaking by the cases. */
function hosted(contract: Contract, { token, fault, faultIn = contract, vary, seed = 1 }: LiveOptions): Hosted {
  // Random answers never come to an end; a hundred are what the command line prints.
  const cases = (operationId: string, mode: 'edge' | 'covering' | 'random'): Iterable<Case> =>
    generateCases(contract, { operationId, mode, verdict: 'accept', seed, count: Number.POSITIVE_INFINITY });
  const options = {
    judge: validatorFor(contract),
    cases: (operationId: string) => cases(operationId, 'edge'),
    example: (schema: Schema) => exampleOf(schema, contract.definitions, typicalOf),
    token,
    fault: fault === undefined || faultIn !== contract ? undefined : () => fault,
    vary: vary === undefined ? undefined : (operationId: string) => cases(operationId, vary),
  };
  return { contract, options };
}

/**
 * Starts a live service of contracts on this machine.
 * @throws Failure where an operation cannot be served, or the port is taken.
 */
export function startLiveService(
  contracts: Contract | readonly [Contract, ...Contract[]],
  options: LiveOptions = {},
): Promise<RunningService> {
  const [first, ...others] = 'operations' in contracts ? [contracts] : contracts;
  return startService([hosted(first, options), ...others.map((one) => hosted(one, options))], options.port);
}

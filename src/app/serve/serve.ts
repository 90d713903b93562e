import type { Case, Contract, WireNames } from '../../contract';
import type { RunningService } from '../../service';
import { contractFrom, type GivenContract } from '../contract-of';
import { startLiveService } from '../live-service';
import { faultOf } from './fault';

/** How a service is to behave. */
export interface ServeOptions {
  /** A free port where it is not given. */
  readonly port?: number | undefined;
  /** What calls must bring as their token. */
  readonly token?: string | undefined;
  /** A case, or its id, whose departure stands in every successful answer: `/status unknown`. */
  readonly fault?: Case | string | undefined;
  /** Each successful answer is the next case. */
  readonly vary?: 'covering' | 'random' | undefined;
  readonly seed?: number | undefined;
  readonly wireNames?: WireNames | undefined;
  /** The folder that references are relative to; that of the process where it is not given. */
  readonly cwd?: string | undefined;
}

const plantedIn = (contract: Contract, { fault, seed = 1 }: ServeOptions): Case | undefined =>
  typeof fault === 'string' ? faultOf([contract], fault, seed).fault : fault;

/**
 * Starts a live service of a contract on this machine, as `pactcheck serve` does, which takes provider states itself.
 * End it by its `close`.
 * @param contract the contract, its source, or a reference: `user-update-resp`.
 * @throws Failure (usage) where there is no such contract or case; Failure (environment) where the port is taken.
 * @example
 * const service = await serve('user-update-resp', { fault: '/status unknown' });
 * const run = await verifyProvider({ providerBaseUrl: service.url, providerStatesSetupUrl: service.statesUrl });
 * await service.close();
 */
export async function serve(contract: string | GivenContract, options: ServeOptions = {}): Promise<RunningService> {
  const { cwd = process.cwd(), wireNames, port, token, vary, seed } = options;
  const served = await contractFrom(contract, { cwd, wireNames });
  return startLiveService(served, { port, token, vary, seed, fault: plantedIn(served, options) });
}

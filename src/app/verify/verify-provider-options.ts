import type { WireNames } from '../../contract';
import type { StateHandlers } from '../../provider';
import type { Result } from '../../result';
import type { BrokerOptions } from '../broker/options';
import type { Tell } from '../document-warnings';
import type { HttpOptions } from './http-access';
import type { Selection } from './selection';

/** What to verify, and how. All that is left out is as on the command line. */
export interface VerifyProviderOptions extends HttpOptions {
  readonly providerBaseUrl: string;
  /** The folder of pacts, or one of them; `pacts` where it is not given. */
  readonly pacts?: string | undefined;
  /** A broker to take the pacts from instead, and to publish results to. */
  readonly broker?: BrokerOptions | undefined;
  /** Where the broker's credentials, and the version that CI knows, are; the process's own where it is not given. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Of pacts in a folder: those of this provider alone. */
  readonly provider?: string | undefined;
  /** Handlers of provider states, or the modules that export them; of handlers of one name, the last counts. */
  readonly states?: string | readonly string[] | StateHandlers | undefined;
  readonly providerStatesSetupUrl?: string | undefined;
  /** `K: V`, sent with each request. */
  readonly headers?: readonly string[] | undefined;
  /** The contracts that answers are held to; those of the pacts where it is not given. */
  readonly contract?: string | readonly string[] | undefined;
  /**
   * References to other contracts of the project, beside those in `contracts/`: where contracts are named, interactions
   * that belong to others are left to the verification of those.
   */
  readonly beside?: readonly string[] | undefined;
  readonly wireNames?: WireNames | undefined;
  /** `RULE=REASON`: rules that are turned off. */
  readonly without?: readonly string[] | undefined;
  /** Which interactions; all where it is not given. */
  readonly select?: Partial<Selection> | undefined;
  /** Seconds to wait until the service is up; 0 where it is not given. */
  readonly wait?: number | undefined;
  /**
   * How many generated bodies of each operation, and updates beyond the pacts, are tried; none where it is not given.
   * Where contracts are named and there are no pacts, exploring is all that is done.
   */
  readonly explore?: number | undefined;
  /** How many calls exploring makes at most, and for how many seconds; as many as it takes where they are not given. */
  readonly calls?: number | undefined;
  readonly time?: number | undefined;
  /** `K: V` of another caller, who must not see or change what the first one creates. */
  readonly otherHeaders?: readonly string[] | undefined;
  /** Whether exploring may create and delete at a host that is neither this machine nor one of `ownHosts`. */
  readonly yes?: boolean | undefined;
  /** Addresses of services that the configuration names. */
  readonly ownHosts?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  /** What relative paths start from; the process's own folder where it is not given. */
  readonly cwd?: string | undefined;
  readonly onResult?: ((result: Result, total: number) => void) | undefined;
  /** Told what a person may want to know, and a report need not hold. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** Told what the documents that are contracts warn of. */
  readonly onWarning?: Tell | undefined;
  readonly signal?: AbortSignal | undefined;
}

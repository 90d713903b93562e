import type { Contract } from '../contract';
import type { ServiceOptions } from './options';

/** What all that the service does is done with. */
export interface Bench {
  readonly contract: Contract;
  readonly options: ServiceOptions;
}

import type { Model } from '../contract';
import type { Finding } from '../result';
import type { Bucket } from './bucket';
import type { Examination, SingleCase } from './examination';

/** What buckets need to find the smallest case of each. */
export interface Laboratory {
  readonly model: Model;
  /** What the contract says against a body: a smaller case must be judged as the first one. */
  readonly judge: (body: Buffer) => readonly Finding[];
  readonly examine: (job: SingleCase) => Promise<Examination>;
  /** Valid bodies of which nothing is special, one for each branch of a union. */
  readonly plains: readonly string[];
  /** Valid bodies, to see what is otherwise where nothing goes wrong. */
  readonly valid: readonly string[];
  /** Examines a case in an isolate that has seen no other one; not there where there is none to be had. */
  readonly alone?: ((job: SingleCase) => Promise<Examination | undefined>) | undefined;
  /** Whether the parser gives defaults. */
  readonly givesDefaults?: boolean | undefined;
  /** Told of each new bucket. */
  readonly onNew?: ((bucket: Bucket) => void) | undefined;
}

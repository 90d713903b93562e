import type { JsonValue, Model } from '../contract';
import type { Accepts } from './contract/schemas';

/** What a comparison needs of others: payloads of a model, and a judge of them. */
export interface Tools {
  readonly accepts: Accepts;
  /** Where a model refuses a value, as JSON pointers into it; none where it accepts it. */
  readonly refusals: (model: Model, value: JsonValue) => readonly string[];
  /** Payloads of a model, every class of every site at least once; the same ones every time. */
  readonly payloads: (model: Model) => Iterable<JsonValue>;
  /** Some hundred payloads of a model drawn at random; the same ones every time. */
  readonly draws: (model: Model) => Iterable<JsonValue>;
}

import type { JsonValue, Model } from '../../contract';
import { compileModel } from './compile-model';
import { Source } from './source';

/** Every fourth payload is one of edges. */
const EDGY = 4;

/**
 * Values that a model allows, drawn at random without an end, and without fast-check around them. The same seed gives
 * the same values.
 * @throws ContractError where no value can be made, as of a model that requires itself.
 */
export function* drawsOf(model: Model, seed: number): Generator<JsonValue> {
  const compiled = compileModel(model);
  const source = new Source();
  for (let count = 0; ; count += 1) yield compiled.draw(source.begin(seed, count, count % EDGY === 0));
}

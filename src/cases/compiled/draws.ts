import type { JsonValue, Model } from '../../contract';
import { compileModel } from './compile-model';
import { EDGY, ORDINARY, Source } from './source';

/** Every fourth payload is one of edges. */
const ONE_IN = 4;

/**
 * Values that a model allows, drawn at random without an end, and without fast-check around them. The same seed gives
 * the same values.
 * @throws ContractError where no value can be made, as of a model that requires itself.
 */
export function* drawsOf(model: Model, seed: number): Generator<JsonValue> {
  const compiled = compileModel(model);
  const source = new Source();
  for (let count = 0; ; count += 1)
    yield compiled.draw(source.begin(seed, count, count % ONE_IN === 0 ? EDGY : ORDINARY));
}

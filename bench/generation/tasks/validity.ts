import { type JsonValue, parseJson } from '../../../src/contract';
import { validatorFor } from '../../../src/validator';
import type { Drawing } from '../contenders';
import { contract, model } from '../subject';

const DRAWS = 500_000;

/** How many payloads ajv refuses; texts are read first. */
export function validityOf({ next }: Drawing): Readonly<Record<string, number>> {
  const validator = validatorFor(contract);
  let refused = 0;
  for (let left = DRAWS; left > 0; left -= 1) {
    const drawn = next();
    const value = typeof drawn === 'string' ? parseJson(drawn) : (drawn as JsonValue);
    if (!validator.accepts(model, value)) refused += 1;
  }
  return { draws: DRAWS, refused };
}

import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import type { Plan } from './plans';

/** A plan that is tried again costs calls to a service that somebody may be paying for. */
const MOST_TRIES = 40;

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

/** Smaller values of a value that still is of its kind: fewer members or items, inside first. */
function* smaller(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    for (const index of value.keys()) yield value.filter((_: JsonValue, at) => at !== index);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value)) yield without(value, name);
  for (const [name, inner] of Object.entries(value))
    for (const less of smaller(inner)) yield { ...value, [name]: less };
}

/** Plans that are shorter by one step, the largest steps first. */
function* shorter({ before, requests }: Plan): Generator<Plan> {
  for (const index of requests.keys()) {
    if (requests.length === 1) break;
    yield { before, requests: requests.filter((_, at) => at !== index) };
  }
  for (const [index, request] of requests.entries())
    for (const less of smaller(request))
      yield { before, requests: requests.map((one, at) => (at === index ? less : one)) };
  for (const less of smaller(before)) if (isJsonObject(less)) yield { before: less, requests };
}

/**
 * The shortest plan that `fails` as well: fewest updates, smallest bodies, smallest state. Greedy, so that what is left
 * cannot lose any one part.
 */
export async function shortenPlan(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let shortest = plan;
  let tries = 0;
  for (let isShorter = true; isShorter && tries < MOST_TRIES; ) {
    isShorter = false;
    for (const candidate of shorter(shortest)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      if (!(await fails(candidate))) continue;
      shortest = candidate;
      isShorter = true;
      break;
    }
  }
  return shortest;
}

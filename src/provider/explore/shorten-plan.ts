import { isJsonObject, type JsonValue } from '../../contract';
import type { Plan } from './plans';

/** A plan that is tried again costs calls to a service that somebody may be paying for. */
const MOST_TRIES = 60;

/** Parts of a list that may be left out, the larger ones first: halves, quarters, down to one item. */
function* parts(length: number): Generator<(index: number) => boolean> {
  for (let size = Math.ceil(length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let start = 0; start < length; start += size) yield (index) => index >= start && index < start + size;
}

/** Smaller values of a value that still is of its kind: fewer members or items, then the same within. */
function* smaller(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    for (const isLeftOut of parts(value.length)) yield value.filter((_: JsonValue, at) => !isLeftOut(at));
    return;
  }
  if (!isJsonObject(value)) return;
  const members = Object.entries(value);
  for (const isLeftOut of parts(members.length)) yield Object.fromEntries(members.filter((_, at) => !isLeftOut(at)));
  for (const [name, inner] of members) for (const less of smaller(inner)) yield { ...value, [name]: less };
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

/** What a shortened plan must be. */
export interface Shortening {
  /** Whether the contract allows it. */
  readonly isAllowed: (plan: Plan) => boolean;
  /** Whether it leads to the same finding; costs calls. */
  readonly fails: (plan: Plan) => Promise<boolean>;
}

/** The shortest plan that fails as well: fewest updates, smallest bodies, smallest state. Greedy, by halves. */
export async function shortenPlan(plan: Plan, { isAllowed, fails }: Shortening): Promise<Plan> {
  let shortest = plan;
  let tries = 0;
  for (let isShorter = true; isShorter && tries < MOST_TRIES; ) {
    isShorter = false;
    for (const candidate of shorter(shortest)) {
      if (!isAllowed(candidate)) continue;
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

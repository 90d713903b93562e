import { isJsonObject, shorterJson, shrinking, smallestOfAsync } from '../../contract';
import type { Plan } from './plans';

/** A plan that is tried again costs calls to a service that somebody may be paying for. */
const MOST_TRIES = 60;

/** Plans that are shorter by one step, the largest steps first. */
function* shorter({ before, requests }: Plan): Generator<Plan> {
  for (const index of requests.keys()) {
    if (requests.length === 1) break;
    yield { before, requests: requests.filter((_, at) => at !== index) };
  }
  for (const [index, request] of requests.entries())
    for (const less of shorterJson(request))
      yield { before, requests: requests.map((one, at) => (at === index ? less : one)) };
  for (const less of shorterJson(before)) if (isJsonObject(less)) yield { before: less, requests };
}

/** What a shortened plan must be. */
export interface Shortening {
  /** Whether the contract allows it. */
  readonly isAllowed: (plan: Plan) => boolean;
  /** Whether it leads to the same finding; costs calls. */
  readonly fails: (plan: Plan) => Promise<boolean>;
}

/** The shortest plan that fails as well: fewest updates, smallest bodies, smallest state. */
export const shortenPlan = (plan: Plan, { isAllowed, fails }: Shortening): Promise<Plan> => {
  function* allowed(longer: Plan): Generator<Plan> {
    for (const candidate of shorter(longer)) if (isAllowed(candidate)) yield candidate;
  }
  return smallestOfAsync(shrinking(plan, allowed, MOST_TRIES), fails);
};

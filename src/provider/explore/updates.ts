import type { Exchange } from '../exchange';
import { Buckets, type Found } from './bucket';
import type { Explored, ExploreOptions, FamilyOutcome } from './family';
import { isInterrupted } from './interrupted';
import { type Plan, plansOf } from './plans';
import { play } from './play';
import { shortenPlan } from './shorten-plan';

/** In every so many plans the last update is sent twice. */
const REPEATED = 4;

/** A family in which so many things are broken is told well enough: the rest would be the same again. */
const MOST_FOUND = 10;

/** Tells a finding by the shortest plan that still leads to it. */
async function shortenFound(
  found: Found,
  plan: Plan,
  repeats: boolean,
  explored: Explored,
  options: ExploreOptions,
): Promise<Found> {
  let shortest = found;
  const played = { ...plan, requests: plan.requests.slice(0, Math.max(1, found.story.exchanges.length)) };
  const fails = async (candidate: Plan): Promise<boolean> => {
    const again = await play(candidate, repeats, explored, options);
    if ('declined' in again) return false;
    const same = again.found.find(({ finding }) => finding.fingerprint === found.finding.fingerprint);
    if (same === undefined) return false;
    shortest = same;
    return true;
  };
  const isAllowed = ({ before, requests }: Plan): boolean =>
    options.isAnswer(explored.operation, before) &&
    requests.every((request) => options.isUpdate(explored.operation, request));
  await shortenPlan(played, { isAllowed, fails });
  return shortest;
}

/** Updates that the contract allows, in sequences: every answer is held to all that an update must mean. */
export async function exploreUpdates(explored: Explored, options: ExploreOptions): Promise<FamilyOutcome> {
  const buckets = new Buckets(options.turnedOff);
  const exchanges: Exchange[] = [];
  let declined: string | undefined;
  let turn = 0;
  for (const plan of plansOf(explored, options)) {
    if (isInterrupted(options) || buckets.all().length >= MOST_FOUND) break;
    const repeats = turn % REPEATED === 0;
    turn += 1;
    const played = await play(plan, repeats, explored, options);
    if (isInterrupted(options)) break;
    if ('declined' in played) {
      declined ??= played.declined;
      continue;
    }
    exchanges.push(...played.exchanges);
    for (const fresh of buckets.add(played.found))
      buckets.retell(await shortenFound(fresh, plan, repeats, explored, options));
  }
  return { name: `${explored.operation.id} updates`, buckets, calls: exchanges.length, exchanges, declined };
}

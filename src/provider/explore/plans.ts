import type { JsonObject, JsonValue } from '../../contract';
import type { Explored, ExploreOptions } from './family';

/** A resource as it is set up, and the updates that follow. */
export interface Plan {
  readonly before: JsonObject;
  readonly requests: readonly JsonValue[];
}

/** How many updates follow each other, in turns. */
const LENGTHS = [1, 2, 3] as const;

/** What a state can set up: members that only some answers show are no part of it. */
export const storedPart = (answer: JsonObject, { operation }: Explored): JsonObject => {
  const hidden = operation.update?.shownSometimes ?? [];
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !hidden.includes(`/${name}`)));
};

function take<T>(count: number, from: Iterator<T>): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = from.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** Plans of `count` updates in all, the covering rows first: each the next resource and its next one to three updates. */
export function* plansOf(explored: Explored, { answersOf, updatesOf }: ExploreOptions): Generator<Plan> {
  const answers = answersOf(explored.operation)[Symbol.iterator]();
  const updates = updatesOf(explored.operation)[Symbol.iterator]();
  for (let left = explored.count, turn = 0; left > 0; turn += 1) {
    const requests = take(Math.min(LENGTHS[turn % LENGTHS.length] ?? 1, left), updates);
    const [answer] = take(1, answers);
    if (answer === undefined || requests.length === 0) return;
    left -= requests.length;
    yield { before: storedPart(answer, explored), requests };
  }
}

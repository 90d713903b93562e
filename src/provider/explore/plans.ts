import type { JsonObject, JsonValue } from '../../contract';
import { contrary } from './contrary';
import type { Explored, ExploreOptions } from './family';
import { tellingValues } from './telling-text';

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

/** The update of one member to another value than it has; none where the contract does not allow it alone. */
type Alone = (before: JsonObject) => readonly JsonObject[];

/**
 * Updates of one member alone, each of another one, once: what goes wrong only where nothing else is written is
 * seen by no larger update.
 */
function* alone({ operation }: Explored, { updatesOf, isUpdate, reference }: ExploreOptions): Generator<Alone> {
  for (const name of Object.keys(contrary(updatesOf(operation), {})))
    yield (before) => {
      const { [name]: value } = contrary(updatesOf(operation), before);
      if (value === undefined) return [];
      const values = tellingValues(value, name, operation, reference.contract.definitions);
      const updates = values.map((told) => ({ [name]: told }));
      return updates.filter((update) => isUpdate(operation, update)).slice(0, 1);
    };
}

/**
 * Plans of `count` updates in all, the covering rows first: each the next resource and its next one to three updates,
 * in turn with updates of one member alone each.
 */
export function* plansOf(explored: Explored, options: ExploreOptions): Generator<Plan> {
  const answers = options.answersOf(explored.operation)[Symbol.iterator]();
  const updates = options.updatesOf(explored.operation)[Symbol.iterator]();
  const singles = alone(explored, options);
  for (let left = explored.count, turn = 0; left > 0; turn += 1) {
    const [answer] = take(1, answers);
    if (answer === undefined) return;
    const before = storedPart(answer, explored);
    const pair = turn % 2 === 1 ? take(Math.min(2, left), singles).flatMap((single) => single(before)) : [];
    const count = Math.min(LENGTHS[(turn >> 1) % LENGTHS.length] ?? 1, left);
    const requests = pair.length > 0 ? pair : take(count, updates);
    if (requests.length === 0) return;
    left -= requests.length;
    yield { before, requests };
  }
}

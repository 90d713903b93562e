import type { JsonObject } from '../../contract';
import type { PactState } from '../pact-interaction';
import { DONE, type StateKeeper, type StateOutcome } from './keeper';

/** Sets states up in order; the first that is not done is the outcome, else the values of all of them, and what none could set up. */
export async function setUp(states: readonly PactState[], keeper: StateKeeper): Promise<StateOutcome> {
  let values: JsonObject = {};
  const cannot: string[] = [];
  let resource: JsonObject | undefined;
  for (const { name, params } of states) {
    const outcome = await keeper(name, params, 'setup');
    if (outcome.kind !== 'done') return outcome;
    values = { ...values, ...outcome.values };
    cannot.push(...(outcome.cannot ?? []));
    resource = outcome.resource ?? resource;
  }
  return {
    kind: 'done',
    values,
    ...(cannot.length === 0 ? {} : { cannot }),
    ...(resource === undefined ? {} : { resource }),
  };
}

/** Takes states down in reverse. A service that declined one, or knows no teardown, has nothing to take down. */
export async function tearDown(states: readonly PactState[], keeper: StateKeeper): Promise<StateOutcome> {
  for (const { name, params } of [...states].reverse()) {
    const outcome = await keeper(name, params, 'teardown');
    if (outcome.kind === 'failed') return outcome;
  }
  return DONE;
}

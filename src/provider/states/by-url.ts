import { isJsonObject, type JsonObject, parseJson, stringifyJson } from '../../contract';
import { shorten } from '../../result';
import type { StateAction, StateKeeper, StateOutcome } from './keeper';

function membersOf(text: string): JsonObject {
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : {};
  } catch {
    // Pact asks for no body at all: whatever else stands there gives no values.
    return {};
  }
}

const because = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};

async function outcomeOf(response: Response, called: string): Promise<StateOutcome> {
  const text = await response.text();
  const members = membersOf(text);
  if (response.status === 409 && 'unsupported' in members)
    return { kind: 'declined', reason: String(members['unsupported']) };
  if (response.ok) return { kind: 'done', values: members };
  return { kind: 'failed', message: `${called} was answered with ${response.status}: ${shorten(text) || 'no body'}` };
}

/** States set up over HTTP by Pact's own convention: `POST url` with state, params and action. */
export const statesByUrl =
  (url: string, timeoutMs: number): StateKeeper =>
  async (state: string, params: JsonObject, action: StateAction) => {
    const called = `the ${action} of the state '${state}' at ${url}`;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: stringifyJson({ state, params, action }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await outcomeOf(response, called);
    } catch (error) {
      return { kind: 'failed', message: `${called} failed: ${because(error)}` };
    }
  };

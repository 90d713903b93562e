import { isJsonObject, type JsonObject, parseJson } from '../../contract';
import { Failure } from '../../result';
import type { BrokerOptions } from './options';

/** Selectors as the broker can take them, and what a person should know of them. */
export interface Selectors {
  readonly selectors: readonly JsonObject[];
  readonly notices: readonly string[];
}

/** What Pact recommends to verify: the main branches, what is deployed, and the branch of the same name. */
const USUAL: readonly JsonObject[] = [{ mainBranch: true }, { deployedOrReleased: true }, { matchingBranch: true }];

function selectorOf(text: string): JsonObject {
  try {
    const selector = parseJson(text);
    if (isJsonObject(selector)) return selector;
  } catch {
    // Reported below, with an example.
  }
  throw new Failure('usage', `${text} is no consumer version selector`, `Write it as JSON: '{"mainBranch":true}'.`);
}

const isMatching = ({ matchingBranch }: JsonObject): boolean => matchingBranch === true;

const LEFT_OUT =
  'the selector matchingBranch is left out: nobody knows the branch of the provider, give it by --provider-branch';

/**
 * Returns the selectors that were asked for, or the usual ones. Without a branch there is none that could match.
 * @throws Failure (usage) where one is no JSON, or where none is left.
 */
export function selectorsFor({ selectors }: BrokerOptions, branch: string | undefined): Selectors {
  const asked = selectors?.map(selectorOf) ?? USUAL;
  if (branch !== undefined) return { selectors: asked, notices: [] };
  const others = asked.filter((selector) => !isMatching(selector));
  if (others.length > 0) return { selectors: others, notices: others.length < asked.length ? [LEFT_OUT] : [] };
  throw new Failure(
    'usage',
    'the selector matchingBranch needs the branch of the provider, and nobody knows it',
    'Give it by --provider-branch, or select otherwise.',
  );
}

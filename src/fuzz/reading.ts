import type { JsonValue, Model } from '../contract';
import type { Finding } from '../result';
import { findingOf, fingerprintOf } from './bucket';
import { comparerOf, differs, type Manners } from './faithful';
import { complaintsOf } from './oracles';

/** How a program holds what it reads. */
export interface ReadingOptions extends Manners {
  /** Gives a value back as the wire has it, where the usual ways of holding values are not enough. */
  readonly toWire?: ((value: never) => unknown) | undefined;
}

/** Compares a body with what was read of it; what throws when it is looked at is a difference of its own. */
function differencesOf(model: Model, body: JsonValue, value: unknown, { toWire, ...manners }: ReadingOptions) {
  try {
    const got = toWire === undefined ? value : (toWire as (value: unknown) => unknown)(value);
    return comparerOf(model, manners).compare(body, got);
  } catch (error) {
    return differs('unreadable-value', body, error);
  }
}

/**
 * Lists how the value that a program holds differs from the body that it was read of. Moments may be Dates, integers
 * bigints, maps Maps, and names the documented ones or those of the wire, as when a parser is fuzzed.
 */
export const readingFindings = (
  model: Model,
  body: JsonValue,
  value: unknown,
  options: ReadingOptions = {},
): Finding[] =>
  complaintsOf(differencesOf(model, body, value, options) ?? []).map((complaint) =>
    findingOf({ complaint, fingerprint: fingerprintOf(model, complaint) }),
  );

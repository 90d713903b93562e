import { parseJson } from '../../contract';
import type { ParseFunction } from '../parser';

/** What was wrong with a value, as Standard Schema tells it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type Outcome = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** A schema of any library that follows Standard Schema, version 1. */
interface StandardSchema {
  readonly '~standard': { readonly validate: (value: unknown) => Outcome | Promise<Outcome> };
}

/** How a schema says no: an error, so that it can be declared like any other. */
export class SchemaIssues extends Error {
  override readonly name = 'SchemaIssues';
}

/** Whether a value follows Standard Schema; some libraries make it a function with the member. */
export const isStandardSchema = (value: unknown): value is StandardSchema =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  typeof (value as { '~standard'?: { validate?: unknown } })['~standard']?.validate === 'function';

const keyOf = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

function settled(outcome: Outcome): unknown {
  if (outcome.issues === undefined) return outcome.value;
  const told = outcome.issues.slice(0, 3).map(({ path = [], message }) => `/${path.map(keyOf).join('/')}: ${message}`);
  throw new SchemaIssues(told.join('; '));
}

function jsonOf(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    throw new SchemaIssues('it is not JSON, or too deep');
  }
}

/**
 * A schema as a parser: the body is read as JSON, integers past 2^53 as bigints, since the schema alone decides what
 * becomes of them; issues are the declared way of refusing.
 */
export const standardSchemaParser =
  (schema: StandardSchema): ParseFunction =>
  (body) => {
    const outcome = schema['~standard'].validate(jsonOf(body));
    return outcome instanceof Promise ? outcome.then(settled) : settled(outcome);
  };

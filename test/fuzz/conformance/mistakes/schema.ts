import { type JsonValue, parseJson, stringifyJson } from '../../../../src/contract';
import type { ParseFunction } from '../../../../src/fuzz';
import { afterwards, type Mistake } from './mistake';

type Outcome = { readonly value: unknown } | { readonly issues: readonly { readonly message: string }[] };
interface Schema {
  readonly '~standard': { readonly validate: (value: unknown) => Outcome | Promise<Outcome> };
}

/** How a schema's issues pass through the parser that it is made for the while. */
class Issues extends Error {}

function settledValue(outcome: unknown): unknown {
  const { issues, value } = outcome as { readonly issues?: readonly { message: string }[]; readonly value?: unknown };
  if (issues !== undefined) throw new Issues(issues[0]?.message);
  return value;
}

const issuesOf = (error: unknown): Outcome => {
  if (error instanceof Issues) return { issues: [{ message: error.message }] };
  throw error;
};

/** A schema becomes one that has the mistake: what it is asked with is written and read once more for that. */
export function mistakenSchema(schema: unknown, { wrap }: Mistake): Schema {
  const { validate } = (schema as Schema)['~standard'];
  const parse: ParseFunction = (body) => afterwards(validate(parseJson(body)), settledValue);
  const mistaken = wrap(parse);
  const response = { status: 200, headers: {}, request: { body: '' } };
  return {
    '~standard': {
      validate: (input) => {
        try {
          const value = mistaken(stringifyJson(input as JsonValue), response);
          return value instanceof Promise ? value.then((settled) => ({ value: settled }), issuesOf) : { value };
        } catch (error) {
          return issuesOf(error);
        }
      },
    },
  };
}

import type { JsonValue, Parameter } from '../contract';
import { coveringArray } from '../covering';
import { type ParameterContext, sendableValues } from './parameter-values';

/** The optional parameters of a query that one request has, with their values. */
export type QueryRow = ReadonlyMap<string, JsonValue>;

/** So many values of one parameter are sent: fewer of each where there are more parameters. */
const valuesOf = (parameters: number): number => (parameters > 12 ? 1 : parameters > 6 ? 2 : 3);

/** Searching for fewer rows pays where there are few parameters. */
const SEARCHED = 8;

/** A request that only tries is answered otherwise than one that does something. */
const ONLY_TRIES = /^(?:dry|validate|check|test|simulate|preview)[-_]?(?:run|only)?$/i;

/** An optional parameter of the query, and the values that it is sent with. */
interface Varied {
  readonly parameter: Parameter;
  readonly values: readonly JsonValue[];
}

function varied(context: ParameterContext): Varied[] {
  return context.operation.parameters
    .filter((one) => one.in === 'query' && !one.required && one.value === undefined && !ONLY_TRIES.test(one.name))
    .map((parameter) => ({ parameter, values: sendableValues(parameter, context) }))
    .filter(({ values }) => values.length > 0)
    .map(({ parameter, values }, _index, all) => ({ parameter, values: values.slice(0, valuesOf(all.length)) }));
}

/**
 * The optional parameters of an operation's query as rows: none of them first, then rows that have each pair of their
 * values, present and absent.
 */
export function queryRows(context: ParameterContext): readonly QueryRow[] {
  const all = varied(context);
  const none: QueryRow = new Map();
  if (all.length === 0) return [none];
  const factors = all.map(({ parameter, values }) => ({
    name: parameter.name,
    levels: ['absent', ...values.map((_, index) => `value ${index + 1}`)],
  }));
  const { rows } = coveringArray(
    { factors, goals: [{ strength: Math.min(2, factors.length) }] },
    { effort: factors.length > SEARCHED ? 0 : 1 },
  );
  const filled = rows.map(
    (row) =>
      new Map(
        all.flatMap(({ parameter, values }, factor) => {
          const value = values[(row[factor] ?? 0) - 1];
          return value === undefined ? [] : [[parameter.name, value] as const];
        }),
      ),
  );
  return [none, ...filled.filter((row) => row.size > 0)];
}

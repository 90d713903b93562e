import {
  type Interpreter,
  interpret,
  type JsonValue,
  type Model,
  meaningOf,
  resolve,
  stringifyJson,
} from '../contract';

const MARK = 'sent by the request';
const MARKED_NUMBER = 271_828_182;
const MARKED_DATE = '1999-01-02T03:04:05.678Z';

const marked = (depth: number, model: Model): Interpreter<JsonValue | undefined> => ({
  string: (schema) => (meaningOf(schema) === 'instant' ? MARKED_DATE : MARK),
  integer: () => MARKED_NUMBER,
  number: () => MARKED_NUMBER,
  boolean: () => undefined,
  null: () => undefined,
  enum: () => undefined,
  any: () => MARK,
  array: ({ items }, recur) => [recur(items) ?? MARK],
  map: ({ values }, recur) => ({ sent: recur(values) ?? MARK }),
  union: ({ branches }, recur) => branches.map(recur).find((value) => value !== undefined),
  object: ({ properties }, recur) =>
    Object.fromEntries(
      properties.flatMap(({ name, schema }) => {
        const value = recur(schema);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  reference: (schema) => (depth > 3 ? MARK : interpret(marked(depth + 1, model), resolve(schema, model.definitions))),
});

/** A request body that no response has a value of: whatever of it turns up in a parsed value was echoed. */
export const requestFor = (model: Model): string => stringifyJson(interpret(marked(0, model), model.schema) ?? {});

/** Whether a value of a program comes from the request of {@link requestFor}. */
export function isFromRequest(got: unknown): boolean {
  if (got instanceof Date) return got.getTime() === Date.parse(MARKED_DATE);
  if (typeof got === 'string') return got === MARK || got === MARKED_DATE;
  if (typeof got === 'number' || typeof got === 'bigint') return Number(got) === MARKED_NUMBER;
  if (Array.isArray(got)) return got.length > 0 && got.every(isFromRequest);
  return (
    typeof got === 'object' && got !== null && Object.values(got).length > 0 && Object.values(got).every(isFromRequest)
  );
}

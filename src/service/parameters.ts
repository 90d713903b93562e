import type { JsonValue, Operation, Parameter } from '../contract';
import { type Call, cookieOf, headerOf } from './answer';
import type { Bench } from './bench';

/** The JSON value that a text is, where it is one. */
function jsonIn(text: string): JsonValue[] {
  try {
    return [JSON.parse(text) as JsonValue];
  } catch {
    return [];
  }
}

/** What a parameter may be: a text, a JSON value, or a list with commas between its items. */
function readings(text: string): JsonValue[] {
  const items = text.split(',');
  return [text, ...jsonIn(text), items, items.map((item) => jsonIn(item)[0] ?? item)];
}

function textOf({ name, in: place }: Parameter, call: Call): string | undefined {
  if (place === 'cookie') return cookieOf(call, name);
  const value = place === 'header' ? headerOf(call, name) : call[place][name];
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : undefined;
}

function wrong(bench: Bench, parameter: Parameter, call: Call): string | undefined {
  const text = textOf(parameter, call);
  if (text === undefined) return parameter.required ? 'is missing' : undefined;
  const model = { schema: parameter.schema, definitions: bench.contract.definitions };
  return readings(text).some((value) => bench.options.judge.accepts(model, value)) ? undefined : 'is not valid';
}

/** What is wrong with the parameters of a call that stand in these places. */
export const wrongParameters = (
  bench: Bench,
  operation: Operation,
  call: Call,
  places: readonly Parameter['in'][],
): { name: string; message: string }[] =>
  operation.parameters
    .filter((parameter) => places.includes(parameter.in))
    .flatMap((parameter) => {
      const message = wrong(bench, parameter, call);
      return message === undefined ? [] : [{ name: parameter.name, message }];
    });

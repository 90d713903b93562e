import { type Operation, type Parameter, type WireText, wireReadings } from '../contract';
import { type Call, cookieOf, headerOf } from './answer';
import type { Bench } from './bench';

/** All of a query, a name that came several times as often as it came. */
const queryTexts = ({ query }: Call): WireText[] =>
  Object.entries(query).flatMap(([name, value]) => [value].flat().map((text): WireText => [name, String(text)]));

/** What was sent for a parameter: all of the query, else its own text. */
function sentFor({ name, in: place }: Parameter, call: Call): readonly WireText[] {
  if (place === 'query') return queryTexts(call);
  const text = place === 'cookie' ? cookieOf(call, name) : place === 'header' ? headerOf(call, name) : call.path[name];
  return text === undefined ? [] : [[name, text]];
}

function wrong(bench: Bench, parameter: Parameter, call: Call): string | undefined {
  const { definitions } = bench.contract;
  const readings = wireReadings(parameter, sentFor(parameter, call), definitions);
  if (readings.length === 0) return parameter.required ? 'is missing' : undefined;
  const model = { schema: parameter.schema, definitions };
  return readings.some((value) => bench.options.judge.accepts(model, value)) ? undefined : 'is not valid';
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

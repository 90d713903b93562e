import {
  type Definitions,
  type JsonValue,
  type Operation,
  type Parameter,
  resolve,
  type Schema,
  type WireText,
  wireTexts,
} from '../contract';
import { exampleOf } from './example';
import type { RequestMaking } from './making';
import { fill, type Sources } from './template';

/** What values of parameters are made from. */
export interface ParameterContext {
  readonly contract: { readonly definitions: Definitions };
  readonly operation: Operation;
  readonly making: RequestMaking;
}

/** Values of an enum and of a truth value, of a reference and of an alternative those within. */
function listedValues(schema: Schema, definitions: Definitions): readonly JsonValue[] {
  const here = resolve(schema, definitions);
  if (here.kind === 'enum') return here.values;
  if (here.kind === 'boolean') return [true, false];
  if (here.kind === 'union') return here.branches.flatMap((branch) => listedValues(branch, definitions)).slice(0, 50);
  if (here.kind !== 'array') return [];
  return listedValues(here.items, definitions).map((item) => [item]);
}

/** A list of one item: an empty one would not be there. */
function oneItem(schema: Schema, { contract: { definitions }, making }: ParameterContext): JsonValue[] {
  const here = resolve(schema, definitions);
  return here.kind === 'array' ? [[exampleOf(here.items, definitions, making.typical)]] : [];
}

/** The texts of a value, where the parameter allows it and its form has a text for it. */
export function textsOf(
  parameter: Parameter,
  value: JsonValue,
  { contract: { definitions }, making }: ParameterContext,
): readonly WireText[] | undefined {
  const isAllowed = [value, ...asText(value)].some((one) => making.accepts(parameter.schema, definitions, one));
  return isAllowed ? wireTexts(parameter, value) : undefined;
}

/** A member that is a number may stand where any text may. */
const asText = (value: JsonValue): JsonValue[] =>
  typeof value === 'number' || typeof value === 'bigint' ? [String(value)] : [];

/** The values that a parameter can be sent with, plainest first: its examples, what it lists, the least, a typical one. */
export function sendableValues(parameter: Parameter, context: ParameterContext): JsonValue[] {
  const { schema } = parameter;
  const { definitions } = context.contract;
  const typical = context.making.typical({ schema, definitions });
  const candidates = [
    ...(schema.examples ?? []),
    exampleOf(schema, definitions, context.making.typical),
    ...listedValues(schema, definitions),
    ...(typical === undefined ? [] : [typical]),
    ...oneItem(schema, context),
  ];
  const unique = new Map(candidates.map((value) => [JSON.stringify(value, bigintText), value]));
  return [...unique.values()].filter((value) => textsOf(parameter, value, context) !== undefined);
}

const bigintText = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

/** The value that the contract gives for a parameter, where it can be sent. */
export function givenValue(parameter: Parameter, context: ParameterContext, sources: Sources): JsonValue | undefined {
  const given = parameter.value === undefined ? undefined : fill(parameter.value, sources);
  return given !== undefined && textsOf(parameter, given, context) !== undefined ? given : undefined;
}

/** Why a required parameter of an operation cannot be sent; `undefined` where each can. */
export function parameterProblem(context: ParameterContext): string | undefined {
  const lost = context.operation.parameters.find(
    (parameter) => parameter.required && sendableValues(parameter, context).length === 0,
  );
  return lost && `the ${lost.in} parameter ${lost.name} is required, and its form has no text for any of its values`;
}

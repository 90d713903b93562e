import { fromPointer, type JsonValue, type Model, type Rule, resolve, type Schema } from '../../contract';
import type { Making } from '../classes';
import type { Terms } from './terms';

/** The values that the terms leave to a member, whatever else there is. */
interface Narrowing {
  readonly pointer: string;
  readonly values: readonly JsonValue[];
}

const unconditional = ({ when = [], must }: Rule): Narrowing[] =>
  must.flatMap((predicate) =>
    when.length === 0 && predicate.in !== undefined
      ? [{ pointer: predicate.pointer, values: predicate.in as readonly JsonValue[] }]
      : [],
  );

/** The schema with other values at a member; as it is where the pointer leads elsewhere, or no value is left. */
function narrowAt(
  schema: Schema,
  [name, ...rest]: readonly string[],
  values: readonly JsonValue[],
  model: Model,
  making: Making,
): Schema {
  if (name === undefined) {
    const allowed = values.filter((value) => making.allows(schema, value));
    return allowed.length === 0 ? schema : { kind: 'enum', values: allowed };
  }
  const here = resolve(schema, model.definitions);
  if (here.kind !== 'object') return schema;
  const properties = here.properties.map((property) =>
    property.name === name ? { ...property, schema: narrowAt(property.schema, rest, values, model, making) } : property,
  );
  return { ...here, properties };
}

/** A model of which fewer values have to be mended: where the terms leave a member few values, it has just those. */
export function narrowed(model: Model, { rules, fixed }: Terms, making: Making): Model {
  const narrowings = [
    ...rules.flatMap(unconditional),
    ...fixed.map(({ pointer, value }) => ({ pointer, values: [value as JsonValue] })),
  ];
  const schema = narrowings.reduce(
    (here: Schema, { pointer, values }) => narrowAt(here, fromPointer(pointer), values, model, making),
    model.schema,
  );
  return { schema, definitions: model.definitions };
}

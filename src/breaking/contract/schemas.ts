import type { Contract, Definitions, Direction, JsonValue, Model, Schema } from '../../contract';
import { definitionsSent, resolve, schemaSent } from '../../contract';
import type { SchemaChange } from '../rules';

import { comparerOf } from '../schema/compare';
import type { Inside, Side } from '../schema/inside';

/** Whether a value is allowed by a model. */
export type Accepts = (model: Model, value: JsonValue) => boolean;

/** Two schemas compared, and both as models that go one way. */
export interface ComparedSchemas {
  readonly changes: readonly SchemaChange[];
  readonly models: { readonly before: Model; readonly after: Model };
}

/** Compares schemas of two contracts, as they go one way. */
export type CompareSchemas = (before: Schema, after: Schema) => ComparedSchemas;

const sideOf = (definitions: Definitions, accepts: Accepts): Side => ({
  resolve: (schema) => resolve(schema, definitions),
  allows: (schema, value) => accepts({ schema, definitions }, value),
});

/** The comparison of schemas that two contracts have in one direction. */
export function schemaComparer(
  before: Contract,
  after: Contract,
  direction: Direction,
  accepts: Accepts,
): CompareSchemas {
  const [old, now] = [definitionsSent(before.definitions, direction), definitionsSent(after.definitions, direction)];
  const compare: Inside['compare'] = comparerOf(sideOf(old, accepts), sideOf(now, accepts));
  return (left, right) => {
    const models = {
      before: { schema: schemaSent(left, direction), definitions: old },
      after: { schema: schemaSent(right, direction), definitions: now },
    };
    return { changes: compare(models.before.schema, models.after.schema), models };
  };
}

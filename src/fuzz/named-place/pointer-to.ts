import { childPointer, type Definitions, type Model, resolve, type Schema } from '../../contract';
import { namesOf } from '../faithful';

/** Where a path goes on: the key as it stands on the wire, and the schemas that may be there. */
interface Step {
  readonly key: string;
  readonly schema: Schema;
}

const isIndex = (key: string): boolean => /^\d+$/.test(key);

/** The branches that a schema may be, references and unions resolved. */
function branchesOf(schema: Schema, definitions: Definitions): Exclude<Schema, { kind: 'union' | 'reference' }>[] {
  const here = resolve(schema, definitions);
  if (here.kind !== 'union') return [here];
  return here.branches.flatMap((branch) => branchesOf(branch, definitions));
}

function stepsFrom(schemas: readonly Schema[], key: string, definitions: Definitions): Step[] {
  return schemas
    .flatMap((schema) => branchesOf(schema, definitions))
    .flatMap((here): Step[] => {
      if (here.kind === 'array') return isIndex(key) ? [{ key, schema: here.items }] : [];
      if (here.kind === 'map') return [{ key, schema: here.values }];
      if (here.kind !== 'object') return [];
      const property = here.properties.find((one) => one.name === key || namesOf(one).includes(key));
      return property === undefined ? [] : [{ key: property.name, schema: property.schema }];
    });
}

/**
 * Returns the pointer to the place that a path names, on the wire names: as far as the model has one. `undefined` where
 * the model does not know its first key, so that it is none of its places.
 */
export function pointerTo({ schema, definitions }: Model, path: readonly string[]): string | undefined {
  let [pointer, schemas]: [string, readonly Schema[]] = ['', [schema]];
  for (const key of path) {
    const steps = stepsFrom(schemas, key, definitions);
    const [first] = steps;
    if (first === undefined) break;
    pointer = childPointer(pointer, first.key);
    schemas = steps.filter((step) => step.key === first.key).map((step) => step.schema);
  }
  return pointer === '' ? undefined : pointer;
}

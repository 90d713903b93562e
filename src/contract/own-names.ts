import { ContractError } from './contract-error';
import type { Naming, OwnNames, WireNames } from './naming';
import { type Interpreter, interpret, type ObjectSchema, type Property, type Schema } from './schema';

/** A schema on wire names, and the place in the contract where it stands. */
export interface NamedSchema {
  readonly where: string;
  readonly schema: Schema;
}

const none = (): ObjectSchema[] => [];

/** One entry per kind: the objects within; references are not followed. */
const objects: Interpreter<ObjectSchema[]> = {
  string: none,
  integer: none,
  number: none,
  boolean: none,
  null: none,
  enum: none,
  any: none,
  reference: none,
  array: (schema, recur) => recur(schema.items),
  map: (schema, recur) => recur(schema.values),
  union: (schema, recur) => schema.branches.flatMap(recur),
  object: (schema, recur) => [
    schema,
    ...schema.properties.flatMap((property) => recur(property.schema)),
    ...(schema.additional === false ? [] : recur(schema.additional)),
  ],
};

const documentedName = ({ name, documentedName }: Property): string => documentedName ?? name;

/**
 * The naming of a contract's source, or another strategy in its place; own names hold in each.
 * @throws ContractError where an own name is no text.
 */
export function namingOf({ wireNames, names }: Partial<Naming>, instead?: WireNames): Naming {
  if (names !== undefined) requireTexts(names);
  return { wireNames: instead ?? wireNames ?? 'documented', ...(names === undefined ? {} : { names }) };
}

/**
 * Requires that own names are for documented names that there are, and that no two properties of one object
 * have the same name on the wire.
 * @throws ContractError telling the names.
 */
export function requireNames(names: OwnNames, schemas: readonly NamedSchema[]): void {
  const found = schemas.flatMap(({ where, schema }) =>
    interpret(objects, schema).map(({ properties }) => ({ where, properties })),
  );
  requireKnown(names, new Set(found.flatMap(({ properties }) => properties.map(documentedName))));
  for (const { where, properties } of found) requireDistinct(where, properties);
}

function requireTexts(names: OwnNames): void {
  const wrong = Object.keys(names).filter((name) => typeof names[name] !== 'string');
  if (wrong.length === 0) return;
  throw new ContractError(`names has no text for ${wrong.join(', ')}`, {
    where: '/names',
    next: "Write each as documented name and name on the wire: `{ atType: '@type' }`.",
  });
}

function requireKnown(names: OwnNames, known: ReadonlySet<string>): void {
  const unknown = Object.keys(names).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new ContractError(`names has ${unknown.join(', ')}, and no property is documented under that name`, {
    where: '/names',
    next: 'Give the name as the document has it, not as on the wire, or remove the entry.',
  });
}

function requireDistinct(where: string, properties: readonly Property[]): void {
  const byName = new Map<string, Property>();
  for (const property of properties) {
    const other = byName.get(property.name);
    byName.set(property.name, property);
    if (other === undefined) continue;
    const both = `${documentedName(other)} and ${documentedName(property)}`;
    throw new ContractError(`${both} are both named ${property.name} on the wire`, {
      where,
      next: 'Give one of them a name of its own: `names: { documentedName: "wire-name" }` in the contract.',
    });
  }
}

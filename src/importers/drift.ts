import {
  childPointer,
  type Definitions,
  type Interpreter,
  interpret,
  type JsonSchema,
  type Kind,
  Normaliser,
  printSchema,
  resolve,
  type Schema,
  type SchemaOf,
  stringifyJson,
} from '../contract';
import { type Finding, fingerprint } from '../result';
import type { Models } from './print-module';

/** The rules by which document and contract drift apart. */
export type DriftRule =
  | 'property-lost'
  | 'property-added'
  | 'optional-changed'
  | 'type-changed'
  | 'enum-changed'
  | 'format-lost'
  | 'model-lost'
  | 'operation-changed'
  | 'operation-lost'
  | 'parameter-lost'
  | 'request-lost';

/** Documents and contracts side by side, at one place. */
interface Place {
  readonly model: string;
  readonly pointer: string;
  readonly contract: Schema;
}

type Compare = (place: Place) => Finding[];

/** A finding of a rule: what the document says, and what the contract does. */
export function drift(
  rule: DriftRule,
  place: Pick<Place, 'model' | 'pointer'>,
  message: string,
  document: string,
  contract: string,
): Finding {
  const where = `${place.model}${place.pointer}`;
  return {
    rule,
    level: 'error',
    pointer: place.pointer,
    message: `${where}: ${message}`,
    expected: `the document: ${document}`,
    actual: `the contract: ${contract}`,
    fingerprint: fingerprint({ rule, place: where }),
  };
}

/** What a schema is, in the words of JSON Schema, without prose. */
const described = (schema: Schema): string => {
  const { description: _, examples: __, deprecated: ___, ...rest } = printSchema(schema) as JsonSchema;
  const text = JSON.stringify(rest);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

/** Kinds that a contract may have where the document has another: they only say more. */
const TIGHTER: Partial<Record<Kind, readonly Kind[]>> = {
  number: ['integer'],
  string: ['enum'],
  integer: ['enum'],
  map: ['object'],
};

/** How the models of a document differ from those of a contract. A tighter contract is no difference. */
export function driftFindings(document: Models, contract: Definitions): Finding[] {
  const documented = new Normaliser(document).definitions();
  return Object.entries(documented).flatMap(([name, schema]) => {
    const other = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (other === undefined)
      return [
        drift(
          'model-lost',
          { model: name, pointer: '' },
          'the contract does not have this model',
          described(schema),
          'nothing',
        ),
      ];
    return interpret(comparer({ documented, contract }), schema)({ model: name, pointer: '', contract: other });
  });
}

/** How a schema of a document that has no name differs from that of a contract. */
export function schemaDrift(where: string, schema: Schema, contract: Schema, sides: Sides): Finding[] {
  return interpret(comparer(sides), schema)({ model: where, pointer: '', contract });
}

/** The models of both. */
export interface Sides {
  readonly documented: Definitions;
  readonly contract: Definitions;
}

/** The contract's schema where it is of the document's kind, else the finding that it is not. */
function sameKind<K extends Kind>(
  schema: SchemaOf<K>,
  place: Place,
  sides: Sides,
  compare: (other: SchemaOf<K>) => Finding[],
): Finding[] {
  const other = resolve(place.contract, sides.contract);
  if (other.kind === schema.kind) return compare(other as unknown as SchemaOf<K>);
  if (TIGHTER[schema.kind]?.includes(other.kind)) return [];
  return [
    drift(
      'type-changed',
      place,
      `the document says ${schema.kind}, the contract ${other.kind}`,
      described(schema),
      described(other),
    ),
  ];
}

function formatDrift(schema: { format?: string }, other: { format?: string }, place: Place): Finding[] {
  if (schema.format === undefined || schema.format === other.format) return [];
  return [drift('format-lost', place, 'the format is another one', schema.format, other.format ?? 'no format')];
}

/** What a contract says in place of a reference says more; another reference says something else. */
function referenceDrift({ name }: SchemaOf<'reference'>, place: Place): Finding[] {
  const { contract } = place;
  if (contract.kind !== 'reference' || contract.name === name) return [];
  return [
    drift('type-changed', place, `the document says ${name}, the contract ${contract.name}`, name, contract.name),
  ];
}

function enumDrift(schema: SchemaOf<'enum'>, other: SchemaOf<'enum'>, place: Place): Finding[] {
  const [documented, contracted] = [schema.values.map(stringifyJson), other.values.map(stringifyJson)];
  const lost = documented.filter((value) => !contracted.includes(value));
  const added = contracted.filter((value) => !documented.includes(value));
  if (lost.length + added.length === 0) return [];
  const parts = [lost.length > 0 ? `lacks ${lost.join(', ')}` : '', added.length > 0 ? `adds ${added.join(', ')}` : ''];
  const message = `the contract ${parts.filter(Boolean).join(' and ')}`;
  return [drift('enum-changed', place, message, documented.join(', '), contracted.join(', '))];
}

/** One entry per kind of the document's schema. Names of models on the way end recursion: a model is compared once. */
function comparer(sides: Sides): Interpreter<Compare> {
  const plain =
    <K extends Kind>(schema: SchemaOf<K>): Compare =>
    (place) =>
      sameKind(schema, place, sides, () => []);
  return {
    boolean: (schema) => plain(schema),
    null: (schema) => plain(schema),
    any: () => () => [],
    reference: (schema) => (place) => referenceDrift(schema, place),
    string: (schema) => (place) => sameKind(schema, place, sides, (other) => formatDrift(schema, other, place)),
    integer: (schema) => (place) => sameKind(schema, place, sides, (other) => formatDrift(schema, other, place)),
    number: (schema) => (place) => sameKind(schema, place, sides, (other) => formatDrift(schema, other, place)),
    enum: (schema) => (place) => sameKind(schema, place, sides, (other) => enumDrift(schema, other, place)),
    array: (schema, recur) => (place) =>
      sameKind(schema, place, sides, (other) =>
        recur(schema.items)({ ...place, pointer: `${place.pointer}/[]`, contract: other.items }),
      ),
    map: (schema, recur) => (place) =>
      sameKind(schema, place, sides, (other) =>
        recur(schema.values)({ ...place, pointer: `${place.pointer}/{}`, contract: other.values }),
      ),
    union: (schema, recur) => (place) =>
      sameKind(schema, place, sides, (other) =>
        schema.branches.flatMap((branch, index) => {
          const counterpart = other.branches[index];
          if (counterpart !== undefined)
            return recur(branch)({ ...place, pointer: `${place.pointer}/|${index}`, contract: counterpart });
          return [drift('type-changed', place, `the contract lacks branch ${index}`, described(branch), 'nothing')];
        }),
      ),
    object: (schema, recur) => (place) =>
      sameKind(schema, place, sides, (other) => objectDrift(schema, other, place, recur)),
  };
}

function objectDrift(
  schema: SchemaOf<'object'>,
  other: SchemaOf<'object'>,
  place: Place,
  recur: (inner: Schema) => Compare,
): Finding[] {
  const nameOf = (property: { name: string; documentedName?: string }): string =>
    property.documentedName ?? property.name;
  const theirs = new Map(other.properties.map((property) => [nameOf(property), property]));
  const ours = new Set(schema.properties.map(nameOf));
  const compared = schema.properties.flatMap((property) => {
    const here = { ...place, pointer: childPointer(place.pointer, property.name) };
    const counterpart = theirs.get(nameOf(property));
    if (counterpart === undefined)
      return [
        drift('property-lost', here, 'the contract does not have this property', described(property.schema), 'nothing'),
      ];
    const optional = (required: boolean): string => (required ? 'required' : 'optional');
    const changed =
      property.required === counterpart.required
        ? []
        : [
            drift(
              'optional-changed',
              here,
              `the document says ${optional(property.required)}`,
              optional(property.required),
              optional(counterpart.required),
            ),
          ];
    return [...changed, ...recur(property.schema)({ ...here, contract: counterpart.schema })];
  });
  const added = other.properties
    .filter((property) => !ours.has(nameOf(property)))
    .map((property) => {
      const here = { ...place, pointer: childPointer(place.pointer, nameOf(property)) };
      return drift(
        'property-added',
        here,
        'the document does not have this property',
        'nothing',
        described(property.schema),
      );
    });
  return [...compared, ...added];
}

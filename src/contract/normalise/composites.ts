import { ContractError } from '../contract-error';
import { childPointer } from '../pointer';
import type { EnumSchema, Property, Schema, StringSchema } from '../schema';
import { annotationsOf, only } from './annotations';
import { isNever, type Lowering, NEVER, type Piece } from './lowering';
import { type Part, valuesOf } from './parts';
import { greatest, least } from './scalars';

/** What the parts say at a keyword that holds a schema. */
const piecesAt = (parts: readonly Part[], keyword: 'items' | 'additionalProperties' | 'propertyNames'): Piece[] =>
  parts.flatMap(({ json, where }) => {
    const inner = json[keyword];
    return inner === undefined ? [] : [{ json: inner, where: childPointer(where, keyword) }];
  });

/** The list that all parts of a schema describe together. */
export function arrayOf(parts: readonly Part[], lowering: Lowering): Schema {
  const limits = only({
    minItems: greatest(parts, 'minItems'),
    maxItems: least(parts, 'maxItems'),
    uniqueItems: valuesOf(parts, 'uniqueItems').find(Boolean),
  });
  const items = lowering.together(piecesAt(parts, 'items'));
  if (isNever(items))
    return { kind: 'array', items: { kind: 'any' }, ...(limits as object), maxItems: 0, ...annotationsOf(parts) };
  return { kind: 'array', items, ...(limits as object), ...annotationsOf(parts) };
}

/** What a part says about the member of a name: what it declares, or what it demands of all others. */
function memberPieces(part: Part, name: string): Piece[] {
  const { json, where } = part;
  if (json.properties !== undefined && Object.hasOwn(json.properties, name))
    return [
      { json: json.properties[name] as Piece['json'], where: childPointer(childPointer(where, 'properties'), name) },
    ];
  return piecesAt([part], 'additionalProperties');
}

function propertyOf(parts: readonly Part[], name: string, required: boolean, lowering: Lowering): Property {
  const pieces = parts.flatMap((part) => memberPieces(part, name));
  const flags = (['readOnly', 'writeOnly'] as const)
    .filter((flag) => pieces.some(({ json }) => lowering.isFlagged(json, flag)))
    .map((flag) => [flag, true] as const);
  return { name, required, schema: lowering.together(pieces), ...Object.fromEntries(flags) };
}

/** The declared members, then those that are only required: they may hold anything. */
function propertiesOf(parts: readonly Part[], lowering: Lowering): Property[] {
  const required = new Set(valuesOf(parts, 'required').flat());
  const declared = valuesOf(parts, 'properties').flatMap((properties) => Object.keys(properties));
  const names = [...new Set([...declared, ...required])];
  return names.map((name) => propertyOf(parts, name, required.has(name), lowering));
}

function keysOf(parts: readonly Part[], lowering: Lowering): StringSchema | EnumSchema | undefined {
  const pieces = piecesAt(parts, 'propertyNames').filter(({ json }) => json !== true);
  const [first] = pieces;
  if (first === undefined) return undefined;
  const keys = lowering.together([{ json: { type: 'string' }, where: first.where }, ...pieces]);
  if (keys.kind === 'string' || keys.kind === 'enum') return keys;
  throw new ContractError('this propertyNames is not supported', {
    where: first.where,
    next: 'Limit the names by length, pattern, format or enum.',
  });
}

/** The object that all parts of a schema describe together. */
export function objectOf(parts: readonly Part[], lowering: Lowering): Schema {
  const rest = lowering.together(piecesAt(parts, 'additionalProperties'));
  const additional = isNever(rest) ? false : rest;
  const all = propertiesOf(parts, lowering);
  if (all.some(({ required, schema }) => required && isNever(schema))) return NEVER;
  // Where no other member may be there, one that may not be there needs no mention.
  const properties = all.filter(({ schema }) => additional !== false || !isNever(schema));
  const limits = only({
    keys: keysOf(parts, lowering),
    minProperties: greatest(parts, 'minProperties'),
    maxProperties: least(parts, 'maxProperties'),
  }) as object;
  if (properties.length === 0 && additional !== false)
    return { kind: 'map', values: additional, ...limits, ...annotationsOf(parts) };
  return { kind: 'object', properties, additional, ...limits, ...annotationsOf(parts) };
}

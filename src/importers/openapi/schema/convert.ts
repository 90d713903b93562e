import { isJsonObject, type JsonSchema } from '../../../contract';
import { HostileDocument, unlessUnreadable } from '../hostile-document';
import { type Place, placeAt, placeName, placesIn } from '../place';
import { adjust } from './adjust';
import { FORMS, KEYWORDS_BY_NAME, type Keyword } from './keywords';
import { nullable } from './nullable';
import type { Reading } from './reading';
import { unsaidKeywords } from './unsaid-keywords';

type Written = Record<string, unknown>;

/** Schemas nested deeper than this are an attack. */
const DEEPEST = 150;

/**
 * A schema of an OpenAPI document as JSON Schema 2020-12: what the versions say differently is said in one way, and
 * references go to the models of the contract. What cannot be said is noted, here as `x-inexact`, too.
 * @throws HostileDocument for schemas that lie in one another without end.
 */
export function convertSchema(place: Place, reading: Reading, depth = 0): JsonSchema | boolean {
  reading.notes.schemas += 1;
  const { value } = place;
  if (typeof value === 'boolean') return value;
  if (!isJsonObject(value)) {
    reading.notes.warn(place, 'this is no schema: anything is allowed');
    return {};
  }
  if (depth > DEEPEST)
    throw new HostileDocument(`schemas nested more than ${DEEPEST} levels deep are not supported`, {
      where: placeName(place),
      next: 'Name inner schemas under components, and refer to them.',
    });
  const written: Written = {};
  for (const [name, inner] of placesIn(place)) {
    const keyword = KEYWORDS_BY_NAME.get(name);
    if (keyword === undefined) unknown(name, inner, reading);
    else Object.assign(written, said(keyword, inner, reading, depth));
  }
  const draft = adjust(written, place, reading);
  if (reading.isWhole) unsaidKeywords(draft, place, reading);
  return nullable(draft, place, reading);
}

function unknown(name: string, inner: Place, { notes }: Reading): void {
  if (!name.startsWith('x-')) notes.warn(inner, `the keyword ${name} is not known: it is passed over`);
}

/** What a keyword says in a contract; that the schema is inexact where it cannot be said. */
function said(keyword: Keyword, inner: Place, reading: Reading, depth: number): Written {
  if (isInexact(keyword, inner)) {
    const message = `${keyword.name} (${keyword.note}) is not supported`;
    return { 'x-inexact': reading.notes.refuse(inner, reading.model, message) };
  }
  return isUsable(keyword, inner, reading) ? converted(keyword, inner, reading, depth) : {};
}

/** Members by pattern are looked at together with what stands beside them. */
const isInexact = (keyword: Keyword, inner: Place): boolean =>
  keyword.use === 'inexact' && !isByPattern(keyword, inner) && keyword.isEmpty?.(inner.value) !== true;

function isUsable(keyword: Keyword, inner: Place, reading: Reading): boolean {
  if (keyword.use === 'passed over') return false;
  if (keyword.use === 'inexact') return isByPattern(keyword, inner);
  const { is, words } = FORMS[keyword.form];
  if (is(inner.value)) return true;
  if (keyword.name !== 'required' || typeof inner.value !== 'boolean')
    reading.notes.warn(inner, `${keyword.name} is not ${words}: it is passed over`);
  return false;
}

const isByPattern = ({ name }: Keyword, { value }: Place): boolean =>
  name === 'patternProperties' && isJsonObject(value) && Object.keys(value).length > 0;

function converted(keyword: Keyword, inner: Place, reading: Reading, depth: number): Written {
  if (keyword.name === '$ref') return referenceOf(inner, reading);
  return { [keyword.name]: meantBy(keyword, inner, reading, depth) };
}

function meantBy(keyword: Keyword, inner: Place, reading: Reading, depth: number): unknown {
  const convert = (place: Place): JsonSchema | boolean => convertSchema(place, reading, depth + 1);
  if (keyword.form === 'schema') return convert(inner);
  if (keyword.form === 'schemas' || keyword.form === 'tuple')
    return placesIn(inner).map(([, branch]) => convert(branch));
  if (keyword.form === 'members')
    return Object.fromEntries(placesIn(inner).map(([name, place]) => [name, convert(place)]));
  if (keyword.name === 'patternProperties') return placesIn(inner).map(([pattern, place]) => [pattern, convert(place)]);
  if (keyword.form === 'discriminator') return discriminatorOf(inner, reading);
  return inner.value;
}

/** A reference that leads nowhere makes a difference only where its schema does. */
const referenceOf = (inner: Place, reading: Reading): Written =>
  unlessUnreadable<Written>(
    () => ({ $ref: `#/$defs/${reading.nameOf(reading.library.target(inner.value as string, inner))}` }),
    ({ message }) => ({ 'x-inexact': reading.notes.refuse(inner, reading.model, message) }),
  );

/** Swagger 2.0 has the member's name alone; the mapping names models, by reference or by their bare name. */
function discriminatorOf(place: Place, reading: Reading): JsonSchema['discriminator'] {
  const { value } = place;
  if (typeof value === 'string') return { propertyName: value };
  const propertyName = placeAt(place, 'propertyName')?.value;
  if (typeof propertyName !== 'string') {
    reading.notes.warn(place, 'the discriminator has no propertyName: it is passed over');
    return undefined;
  }
  const mapping = placesIn(placeAt(place, 'mapping')).flatMap(([name, inner]) => mapped(name, inner, reading));
  return { propertyName, ...(mapping.length === 0 ? {} : { mapping: Object.fromEntries(mapping) }) };
}

function mapped(name: string, inner: Place, reading: Reading): [string, string][] {
  const ref = inner.value;
  if (typeof ref !== 'string') return [];
  const path = /^[\w.-]+$/.test(ref) && !/\.(?:ya?ml|json)$/.test(ref) ? `#/components/schemas/${ref}` : ref;
  try {
    return [[name, `#/$defs/${reading.nameOf(reading.library.target(path, inner))}`]];
  } catch (error) {
    reading.notes.warn(inner, (error as Error).message);
    return [];
  }
}

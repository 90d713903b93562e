import {
  bareMediaType,
  type ContentSource,
  isJsonObject,
  isJsonType,
  type JsonLiteral,
  type JsonSchema,
  type OperationSource,
  type ResponseSource,
} from '../../contract';
import { unlessUnreadable } from './hostile-document';
import { jsonAmong, jsonContent } from './media-type';
import type { Found } from './operations';
import { type Desk, type FoundParameter, parameterSchema, parametersAt } from './parameters';
import { type Place, placeAt, placesIn, textAt } from './place';
import { convertSchema } from './schema/convert';

/** A body: what it is sent as, what it must fit, and the examples that stand beside the schema. */
export interface Body {
  readonly mediaType: string;
  readonly schema: JsonSchema;
}

const converted = (place: Place | undefined, { shelf, scope }: Desk): JsonSchema => {
  const schema = place === undefined ? {} : convertSchema(place, shelf.reading(scope));
  if (typeof schema !== 'boolean') return schema;
  return schema ? {} : { enum: [] };
};

/** Where a part leads to that a body can do without; `undefined`, with a warning, where it leads nowhere. */
const ifThere = (written: Place, what: string, { library, notes }: Desk): Place | undefined =>
  unlessUnreadable<Place | undefined>(
    () => library.follow(written),
    ({ message }) => {
      notes.warn(written, `the ${what} is left out: ${message}`);
      return undefined;
    },
  );

/** The value of an example; one that lies elsewhere is named. */
function exampleAt(written: Place, desk: Desk): Place | [] {
  const { notes } = desk;
  const place = ifThere(written, 'example', desk);
  if (place === undefined) return [];
  const elsewhere = placeAt(place, 'externalValue');
  if (elsewhere !== undefined)
    notes.warn(
      elsewhere,
      `the example lies at ${elsewhere.value}: nothing is fetched, and it is neither checked nor a case`,
    );
  return placeAt(place, 'value') ?? [];
}

/** The examples of a media type: the one, then those by name. */
function examplesOf(content: Place, desk: Desk): JsonLiteral[] {
  const one = placeAt(content, 'example');
  const many = placesIn(placeAt(content, 'examples')).flatMap(([, written]) => exampleAt(written, desk));
  return [...(one === undefined ? [] : [one]), ...many].map(({ value }) => value as JsonLiteral).filter(isPlain);
}

const isPlain = (value: unknown): boolean =>
  typeof value !== 'bigint' && (typeof value !== 'object' || value === null || Object.values(value).every(isPlain));

const withExamples = (schema: JsonSchema, examples: readonly JsonLiteral[]): JsonSchema =>
  examples.length === 0 ? schema : { ...schema, examples: [...examples, ...(schema.examples ?? [])] };

function bodyOf(content: Place | undefined, desk: Desk): Body | undefined {
  const json = jsonContent(content);
  if (json === undefined) return undefined;
  const schema = converted(placeAt(json.place, 'schema'), desk);
  return { mediaType: json.mediaType, schema: withExamples(schema, examplesOf(json.place, desk)) };
}

/**
 * The media types beside the one that cases are made of: those of JSON, and of a whole reading all others too. A range
 * that stands for JSON is one of them.
 */
function othersOf(content: Place | undefined, desk: Desk): ContentSource[] {
  const chosen = jsonContent(content)?.place;
  const isKept = (name: string): boolean => desk.shelf.isWhole || isJsonType(name);
  return placesIn(content).flatMap(([mediaType, place]) => {
    if ((place.pointer === chosen?.pointer && isJsonType(mediaType)) || !isKept(mediaType)) return [];
    const schema = placeAt(place, 'schema');
    return [{ mediaType, ...(schema === undefined ? {} : { schema: converted(schema, desk) }) }];
  });
}

/** Of Swagger 2.0, the same body in all of the media types that are listed beside the chosen one. */
function othersAmong(
  types: readonly string[],
  chosen: string | undefined,
  schema: JsonSchema,
  desk: Desk,
): ContentSource[] {
  const isChosen = (type: string): boolean => bareMediaType(type) === chosen;
  return types
    .filter((type) => !isChosen(type) && (desk.shelf.isWhole || isJsonType(type)))
    .map((mediaType) => ({ mediaType, schema }));
}

const listedTypes = (listed: Place | undefined): string[] => placesIn(listed).map(([, { value }]) => String(value));

/** What kinds of bodies there are that a contract says nothing about. */
const otherTypes = (content: Place | undefined): string =>
  placesIn(content)
    .map(([name]) => name)
    .join(', ');

/** What an operation is sent, and why it cannot be where it cannot. */
export type Sent = Pick<OperationSource, 'request' | 'otherContent' | 'unsendable'>;

const beside = (required: boolean, types: readonly ContentSource[]): Sent =>
  types.length === 0 ? {} : { otherContent: { required, types } };

/** A body that is not JSON: no pact can be made of an operation that demands one. */
function otherBody(place: Place, types: string, required: boolean, others: ContentSource[], { notes }: Desk): Sent {
  const what = `a request body of ${types || 'no type'}`;
  notes.warn(place, `${what} is not supported: it is left out`);
  return {
    ...beside(required, others),
    ...(required ? { unsendable: `${what} is required, and only JSON is sent` } : {}),
  };
}

/** The fields of a form as members of an object. */
function formSchema(
  fields: readonly FoundParameter[],
  isRequired: (field: FoundParameter) => boolean,
  desk: Desk,
): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, parameterSchema(field, desk)])),
    required: fields.filter(isRequired).map(({ name }) => name),
  };
}

/** The body of Swagger 2.0: a parameter, or several that are fields of a form. */
function swaggerRequest(found: Found, desk: Desk): Sent | undefined {
  const parameters = parametersAt(found, desk);
  const isRequired = ({ place }: { place: Place }): boolean => placeAt(place, 'required')?.value === true;
  const consumes = placeAt(found.place, 'consumes') ?? placeAt(desk.root, 'consumes');
  const types = listedTypes(consumes);
  const body = parameters.find((parameter) => parameter.in === 'body');
  if (body !== undefined) {
    const mediaType = jsonAmong(consumes);
    const required = isRequired(body);
    const schema = converted(placeAt(body.place, 'schema'), desk);
    const others = othersAmong(types, mediaType, schema, desk);
    if (mediaType === undefined) return otherBody(body.place, types.join(', '), required, others, desk);
    return { request: { mediaType, required, schema }, ...beside(required, others) };
  }
  const fields = parameters.filter((parameter) => parameter.in === 'formData');
  const form = types.filter((type) => /form/.test(type)).join(', ') || 'application/x-www-form-urlencoded';
  const others = desk.shelf.isWhole ? [{ mediaType: form, schema: formSchema(fields, isRequired, desk) }] : [];
  return fields[0] && otherBody(fields[0].place, form, fields.some(isRequired), others, desk);
}

function bodyRequest(found: Found, desk: Desk): Sent {
  const written = placeAt(found.place, 'requestBody');
  if (written === undefined) return {};
  const place = desk.library.follow(written);
  const required = placeAt(place, 'required')?.value === true;
  const body = bodyOf(placeAt(place, 'content'), desk);
  const others = othersOf(placeAt(place, 'content'), desk);
  if (body !== undefined) return { request: { ...body, required }, ...beside(required, others) };
  return otherBody(place, otherTypes(placeAt(place, 'content')), required, others, desk);
}

/** Methods whose requests have no body: what one means is not defined (RFC 9110, section 9.3.1), and clients refuse to send it. */
const WITHOUT_BODY: readonly string[] = ['GET', 'HEAD'];

/** What an operation is sent, as far as it is JSON. */
export function requestOf(found: Found, desk: Desk): Sent {
  const sent = swaggerRequest(found, desk) ?? bodyRequest(found, desk);
  if (sent.request === undefined || !WITHOUT_BODY.includes(found.method)) return sent;
  const unsendable = `a ${found.method} with a body cannot be sent`;
  desk.notes.warn(found.place, `${unsendable}: no pact has it`);
  return { ...sent, unsendable };
}

/** The body of an answer, and its other media types. */
type Answered = Pick<ResponseSource, 'mediaType' | 'schema' | 'others'>;

/** The body of a Swagger 2.0 response: its examples stand by media type. */
function swaggerBody(place: Place, found: Found, desk: Desk): Answered {
  const schema = placeAt(place, 'schema');
  if (schema === undefined || textAt(schema, 'type') === 'file') return {};
  const produces = placeAt(found.place, 'produces') ?? placeAt(desk.root, 'produces');
  const mediaType = jsonAmong(produces);
  if (mediaType === undefined) {
    desk.notes.warn(place, `a body of ${listedTypes(produces).join(', ')} is not judged: it is not JSON`);
    return desk.shelf.isWhole
      ? { others: othersAmong(listedTypes(produces), mediaType, converted(schema, desk), desk) }
      : {};
  }
  const examples = placesIn(placeAt(place, 'examples'))
    .filter(([name]) => name.startsWith(mediaType))
    .map(([, { value }]) => value as JsonLiteral)
    .filter(isPlain);
  const body = converted(schema, desk);
  const others = othersAmong(listedTypes(produces), mediaType, body, desk);
  return { mediaType, schema: withExamples(body, examples), ...(others.length === 0 ? {} : { others }) };
}

function contentBody(content: Place, desk: Desk): Answered {
  const body = bodyOf(content, desk);
  if (body === undefined && isJsonObject(content.value) && Object.keys(content.value).length > 0)
    desk.notes.warn(content, `a body of ${otherTypes(content)} is not judged: it is not JSON`);
  const others = othersOf(content, desk);
  return { ...body, ...(others.length === 0 ? {} : { others }) };
}

function headersOf(place: Place, desk: Desk): ResponseSource['headers'] {
  const headers = placesIn(placeAt(place, 'headers')).flatMap(([name, written]) => {
    if (/^content-type$/i.test(name)) return [];
    const header = ifThere(written, 'header', desk);
    if (header === undefined) return [];
    const schema = placeAt(header, 'schema') ?? swaggerHeader(header);
    const required = placeAt(header, 'required')?.value === true;
    return [[name, { required, schema: converted(schema, desk) }] as const];
  });
  return headers.length === 0 ? undefined : Object.fromEntries(headers);
}

/** In Swagger 2.0 a header is its own schema. */
const swaggerHeader = (header: Place): Place | undefined => (textAt(header, 'type') === undefined ? undefined : header);

/** What an operation answers with one status. */
export function responseOf(written: Place, found: Found, desk: Desk): ResponseSource {
  const place = desk.library.follow(written);
  const content = placeAt(place, 'content');
  const body = content === undefined ? swaggerBody(place, found, desk) : contentBody(content, desk);
  const [description, headers] = [textAt(place, 'description'), headersOf(place, desk)];
  return {
    ...(description === undefined || description === '' ? {} : { description }),
    ...body,
    ...(headers === undefined ? {} : { headers }),
  };
}

import { childPointer } from '../../../src/contract';
import { OriginalJudge } from '../original-judge';
import { essence, isRaw, partAt, partsIn, type Raw } from './document-parts';
import { formIn, readings, type Sent, valueSent, type Written } from './parameter-reading';

/** A request as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Decoded. */
  readonly query: readonly (readonly [name: string, text: string])[];
  /** On lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where a request departs from its document, and how. */
export interface Departure {
  readonly place: string;
  readonly problem: string;
}

interface Parameter {
  readonly raw: Raw;
  readonly pointer: string;
}

const CREDENTIAL_HEADER = /^(?:authorization|cookie|accept|content-type|content-length|host)$/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The texts of a path's places, as they were sent; `undefined` where the path is another one. */
function placesIn(template: string, path: string): Map<string, string> | undefined {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);
  const parts = template.split(/\{[^{}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match = new RegExp(`^${parts.join('([^/]*?)')}$`).exec(path);
  return match === null ? undefined : new Map(names.map((name, index) => [name, match[index + 1] ?? '']));
}

/** Whether a request is one that a document allows, by the document as it stands: it knows nothing of contracts. */
export class RequestJudge {
  private readonly judge: OriginalJudge;
  private readonly isSwagger: boolean;

  constructor(private readonly document: Raw) {
    this.judge = OriginalJudge.of(document, 'document.json', 'request');
    this.isSwagger = typeof document['swagger'] === 'string';
  }

  /**
   * The places at which a request departs from an operation of the document.
   * @param pointer to the operation: `/paths/~1pets/get`.
   * @param base what stands before the document's own paths.
   */
  departures(pointer: string, base: string, request: HttpRequest): Departure[] {
    const [template = ''] = (pointer.split('/')[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~').split('?');
    const places = placesIn(base + template, request.path);
    if (places === undefined) return [{ place: 'path', problem: `${request.path} is not ${base}${template}` }];
    const parameters = this.parametersOf(pointer);
    return [
      ...parameters.flatMap((parameter) => this.parameter(parameter, request, places)),
      ...this.strangers(pointer, parameters, request),
      ...this.security(pointer, request),
      ...this.body(pointer, request),
    ];
  }

  private parametersOf(pointer: string): Parameter[] {
    const item = pointer.slice(0, pointer.lastIndexOf('/'));
    const found = new Map<string, Parameter>();
    for (const [, part] of [
      ...partsIn(this.document, `${item}/parameters`),
      ...partsIn(this.document, `${pointer}/parameters`),
    ]) {
      const raw = part.value as Raw;
      if (!['path', 'query', 'header', 'cookie'].includes(String(raw['in']))) continue;
      if (raw['in'] === 'path' && !pointer.includes(`{${raw['name']}}`)) continue;
      if (raw['in'] === 'header' && CREDENTIAL_HEADER.test(String(raw['name']).toLowerCase())) continue;
      found.set(`${raw['in']} ${raw['name']}`, { raw, pointer: part.pointer });
    }
    return [...found.values()];
  }

  private schemaOf({ raw, pointer }: Parameter): string {
    if (this.isSwagger) return pointer;
    const content = isRaw(raw['content']) ? Object.keys(raw['content'])[0] : undefined;
    return content === undefined ? `${pointer}/schema` : `${childPointer(`${pointer}/content`, content)}/schema`;
  }

  /** The one type of a schema, as far as it is plainly said, and the names of its members. */
  private shapeOf(pointer: string, depth = 0): { readonly type: string; readonly declared: readonly string[] } {
    const part = partAt(this.document, pointer);
    if (part === undefined || !isRaw(part.value) || depth > 9) return { type: '', declared: [] };
    const { type, properties, items } = part.value;
    const composed = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) =>
      partsIn(this.document, `${part.pointer}/${keyword}`).map(([, inner]) => this.shapeOf(inner.pointer, depth + 1)),
    );
    const own = [type].flat().find((one) => one !== 'null') ?? (isRaw(properties) ? 'object' : items && 'array');
    const declared = [...Object.keys(isRaw(properties) ? properties : {}), ...composed.flatMap((one) => one.declared)];
    return { type: String(own ?? composed.find((one) => one.type !== '')?.type ?? ''), declared };
  }

  private written(parameter: Parameter): Written {
    const { raw } = parameter;
    const { style, explode } = formIn(raw, this.isSwagger);
    const shape = this.shapeOf(this.schemaOf(parameter));
    const [name, place] = [String(raw['name']), String(raw['in'])];
    return { name, place, style, explode, ...shape, isJson: isRaw(raw['content']) };
  }

  private sent({ raw }: Parameter, request: HttpRequest, places: ReadonlyMap<string, string>): Sent {
    const name = String(raw['name']);
    const text = (one: string | undefined): Sent => ({ pairs: [], ...(one === undefined ? {} : { text: one }) });
    if (raw['in'] === 'query') return { pairs: request.query };
    if (raw['in'] === 'header') return text(request.headers[name.toLowerCase()]);
    const inPath = places.get(name);
    if (raw['in'] === 'path') return text(inPath === undefined ? undefined : decoded(inPath));
    const cookies = (request.headers['cookie'] ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
    return text(cookies?.slice(name.length + 1));
  }

  private parameter(parameter: Parameter, request: HttpRequest, places: ReadonlyMap<string, string>): Departure[] {
    const { raw } = parameter;
    const place = `${raw['in']} ${raw['name']}`;
    const value = valueSent(this.sent(parameter, request, places), this.written(parameter));
    if (value === undefined) return raw['required'] === true ? [{ place, problem: 'is missing' }] : [];
    const schema = this.schemaOf(parameter);
    if (partAt(this.document, schema) === undefined) return [];
    const allows = this.judge.judgeIfItEnds(`document.json#${encodeURI(schema)}`);
    const isAllowed = readings(value).some((one) => allows(JSON.stringify(one)) !== false);
    return isAllowed ? [] : [{ place, problem: `${JSON.stringify(value)} is not allowed` }];
  }

  /** Names in the query that are neither a parameter nor a credential. */
  private strangers(pointer: string, parameters: readonly Parameter[], request: HttpRequest): Departure[] {
    const known = parameters.filter(({ raw }) => raw['in'] === 'query').map((parameter) => this.written(parameter));
    const inPath = new URLSearchParams(pointer.split('?')[1] ?? '');
    const credentials = this.alternatives(pointer)
      .flat()
      .map(({ value }) => (value as Raw)['name']);
    return request.query
      .filter(([key]) => !known.some((one) => isOf(one, key)) && !inPath.has(key) && !credentials.includes(key))
      .map(([key]) => ({ place: `query ${key}`, problem: 'is no parameter' }));
  }

  private alternatives(pointer: string) {
    const own = partAt(this.document, `${pointer}/security`) ?? partAt(this.document, '/security');
    const schemes = this.isSwagger ? '/securityDefinitions' : '/components/securitySchemes';
    const demanded = Array.isArray(own?.value) ? (own.value as Raw[]) : [];
    return demanded.map((alternative) =>
      Object.keys(alternative).map(
        (name) => partAt(this.document, childPointer(schemes, name)) ?? { pointer: name, value: {} },
      ),
    );
  }

  private security(pointer: string, request: HttpRequest): Departure[] {
    const alternatives = this.alternatives(pointer);
    const isShown = (scheme: unknown): boolean => {
      const { type, in: place, name, scheme: word } = scheme as Record<string, string>;
      if (type === 'apiKey' && place === 'query') return request.query.some(([key]) => key === name);
      if (type === 'apiKey' && place === 'cookie')
        return (request.headers['cookie'] ?? '').split(/;\s*/).some((pair) => pair.startsWith(`${name}=`));
      if (type === 'apiKey') return request.headers[String(name).toLowerCase()] !== undefined;
      const start = type === 'basic' || word?.toLowerCase() === 'basic' ? /^Basic ./ : /^Bearer ./;
      return (
        ['basic', 'http', 'oauth2', 'openIdConnect'].includes(String(type)) &&
        start.test(request.headers['authorization'] ?? '')
      );
    };
    const isMet = alternatives.length === 0 || alternatives.some((all) => all.every(({ value }) => isShown(value)));
    return isMet ? [] : [{ place: 'security', problem: 'no alternative is met' }];
  }

  private body(pointer: string, request: HttpRequest): Departure[] {
    const body = this.isSwagger ? this.swaggerBody(pointer) : this.declaredBody(pointer);
    const fail = (problem: string): Departure[] => [{ place: 'body', problem }];
    if (request.body === undefined) return body?.required === true ? fail('is missing') : [];
    if (body === undefined) return fail('is not declared');
    const type = essence(request.headers['content-type'] ?? '');
    const schema = body.schemas.find(([range]) => isIn(type, essence(range)))?.[1];
    if (schema === undefined) return fail(`${type} is none of ${body.schemas.map(([range]) => range).join(', ')}`);
    if (partAt(this.document, schema) === undefined) return [];
    const allows = this.judge.judgeIfItEnds(`document.json#${encodeURI(schema)}`)(request.body);
    return allows === false ? fail(`${request.body.slice(0, 300)} is not allowed`) : [];
  }

  private declaredBody(pointer: string) {
    const body = partAt(this.document, `${pointer}/requestBody`);
    if (body === undefined) return undefined;
    const content = partsIn(this.document, `${body.pointer}/content`);
    const schemas = content.map(([range, part]) => [range, `${part.pointer}/schema`] as const);
    return { required: (body.value as Raw)['required'] === true, schemas };
  }

  private swaggerBody(pointer: string) {
    const item = pointer.slice(0, pointer.lastIndexOf('/'));
    const all = [...partsIn(this.document, `${pointer}/parameters`), ...partsIn(this.document, `${item}/parameters`)];
    const isOf = (word: string) => (entry: (typeof all)[number]) => (entry[1].value as Raw)['in'] === word;
    const consumes = partAt(this.document, `${pointer}/consumes`) ?? partAt(this.document, '/consumes');
    const listed = Array.isArray(consumes?.value) ? (consumes.value as string[]) : [];
    const types = listed.length === 0 ? ['application/json'] : listed;
    const body = all.find(isOf('body'))?.[1];
    if (body !== undefined) {
      const schemas = types.map((range) => [range, `${body.pointer}/schema`] as const);
      return { required: (body.value as Raw)['required'] === true, schemas };
    }
    const fields = all.filter(isOf('formData'));
    const required = fields.some(([, part]) => (part.value as Raw)['required'] === true);
    return fields.length === 0 ? undefined : { required, schemas: [] };
  }
}

const isOf = ({ name, style, explode, type, declared, isJson }: Written, key: string): boolean => {
  if (isJson) return key === name;
  if (style === 'deepObject') return key.startsWith(`${name}[`);
  return explode && type === 'object' ? declared.includes(key) : key === name;
};

const isIn = (type: string, range: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));

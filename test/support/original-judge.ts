import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Ajv, { type Options } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { type Case, type JsonValue, STRING_FORMATS, valueAt } from '../../src/contract';

type Json = Record<string, unknown>;

const BASE = 'http://documents/';
const KEPT = ['date', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];

/** Whether a body is sent to the service or comes from it. */
export type Way = 'request' | 'response';

/** Whether a member is flagged: by itself, by the parts of an `allOf`, by what it refers to, by all its alternatives. */
export function isFlagged(member: unknown, flag: string, target: (reference: string) => unknown, depth = 0): boolean {
  if (typeof member !== 'object' || member === null || depth > 20) return false;
  const { $ref, allOf = [], oneOf = [], anyOf = [], ...own } = member as { [name: string]: unknown };
  if (own[flag] === true) return true;
  const flagged = (one: unknown): boolean => isFlagged(one, flag, target, depth + 1);
  const alternatives = [...(oneOf as Json[]), ...(anyOf as Json[])].filter((one) => one['type'] !== 'null');
  if (typeof $ref === 'string' && flagged(target($ref))) return true;
  return (allOf as Json[]).some(flagged) || (alternatives.length > 0 && alternatives.every(flagged));
}

/** An object schema of one way: what goes the other way only is not demanded, and may not be in a request. */
function sentOneWay(schema: Json, way: Way, target: (reference: string) => unknown): void {
  const { properties, required } = schema;
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return;
  const flag = way === 'request' ? 'readOnly' : 'writeOnly';
  const other = Object.entries(properties).flatMap(([name, member]) => (isFlagged(member, flag, target) ? [name] : []));
  if (Array.isArray(required)) schema['required'] = required.filter((name) => !other.includes(name as string));
  if (way === 'request')
    schema['properties'] = { ...properties, ...Object.fromEntries(other.map((name) => [name, false])) };
}

/**
 * What the versions before 3.1 say in words of their own, in those of JSON Schema, rule by rule and in place. Nothing
 * else is changed, nothing is merged. Members that only go the other way need not be there.
 */
export function upgraded(
  node: unknown,
  way: Way = 'response',
  target: (reference: string) => unknown = () => ({}),
): unknown {
  const inner = (one: unknown): unknown => upgraded(one, way, target);
  if (Array.isArray(node)) return node.map(inner);
  if (typeof node !== 'object' || node === null) return node;
  const schema = Object.fromEntries(Object.entries(node).map(([name, one]) => [name, inner(one)])) as Json;
  for (const [flag, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (schema[flag] === true) {
      schema[flag] = schema[limit];
      delete schema[limit];
    } else if (schema[flag] === false) delete schema[flag];
  }
  sentOneWay(schema, way, target);
  // Swagger's parameters are schemas, and say of themselves whether they must be there.
  if (typeof schema['required'] === 'boolean') delete schema['required'];
  const isNullable = schema['nullable'] === true || schema['x-nullable'] === true;
  if (!isNullable) return schema;
  const { nullable: _, 'x-nullable': __, ...rest } = schema;
  if (['$ref', 'allOf', 'oneOf', 'anyOf'].some((keyword) => keyword in rest))
    return { anyOf: [rest, { type: 'null' }] };
  return 'type' in rest ? { ...rest, type: [rest['type'], 'null'].flat() } : rest;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** As JSON Schema has it, with the `u` flag; what is only legal without it is taken so, and what never is allows all. */
function patternOf(pattern: string): RegExp {
  for (const flags of ['u', ''])
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The next one may do.
    }
  return /(?:)/;
}

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  logger: false,
  ownProperties: true,
  code: { regExp: Object.assign(patternOf, { code: 'new RegExp' }) },
};

/** ajv with its own formats, but for those in which it is known to be wrong. */
function ajvWithFormats(isDraft2020: boolean): Ajv {
  const ajv = isDraft2020 ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
  addFormats(ajv, KEPT as never);
  for (const name of ['date-time', 'time', 'duration', 'uri', 'byte'])
    ajv.addFormat(name, STRING_FORMATS.get(name)?.check as (text: string) => boolean);
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => (value | 0) === value });
  ajv.addFormat('int64', { type: 'number', validate: Number.isInteger });
  return ajv as Ajv;
}

/** Whether ajv sees a case otherwise: it reckons in doubles, and knows neither where 64 bits end nor what 1e308 is of. */
export const isBeyondAjv = ({ id }: Case): boolean => / (?:beyond int64|far beyond|very large)(?: \d+)?$/.test(id);

function ifItEnds<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    // A model that is only itself, or one that lies in a file that the judge was not given.
    if (error instanceof RangeError || (error as { missingRef?: string }).missingRef !== undefined) return undefined;
    throw error;
  }
}

/** Judges bodies by a schema as it stands in a document: ajv follows the references, into other files too. */
export class OriginalJudge {
  private readonly ajv: Ajv;

  private constructor(documents: ReadonlyMap<string, unknown>, isDraft2020: boolean, way: Way = 'response') {
    this.ajv = ajvWithFormats(isDraft2020);
    for (const [name, document] of documents) {
      const target = (reference: string): unknown =>
        reference.startsWith('#/') ? valueAt(document as JsonValue, decodeURIComponent(reference.slice(1))) : undefined;
      this.ajv.addSchema(upgraded(document, way, target) as Json, BASE + name);
    }
  }

  /** A judge by the files of a folder. */
  static ofFolder(folder: string): OriginalJudge {
    const files = filesIn(folder).map((file) => [relative(folder, file), parse(readFileSync(file, 'utf8'))] as const);
    return new OriginalJudge(new Map(files), true);
  }

  /** A judge by one document. */
  static of(document: Json, name = 'document.json', way: Way = 'response'): OriginalJudge {
    return new OriginalJudge(new Map([[name, document]]), true, way);
  }

  /** As {@link judge}; gives `undefined` where a model is only itself, of which ajv makes no end. */
  judgeIfItEnds(reference: string): (body: string) => boolean | undefined {
    const judge = ifItEnds(() => this.judge(reference));
    return (body) => judge && ifItEnds(() => judge(body));
  }

  /** Whether the schema at `file#pointer` allows a body. */
  judge(reference: string): (body: string) => boolean {
    const validate = this.ajv.compile({ $ref: BASE + reference });
    return (body) => {
      let value: unknown;
      try {
        value = JSON.parse(body);
      } catch {
        return false;
      }
      return validate(value) as boolean;
    };
  }
}

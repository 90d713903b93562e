import type { ErrorObject } from 'ajv';
import { Failure } from '../result';
import { CONFIG } from './config-schema';

type Shape = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
};

/** The kinds of values, as a sentence has them. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** What a schema asks for, as a sentence has it. */
function wanted({ type = '', enum: values, minimum, maximum }: Shape): string {
  if (values !== undefined) return `one of ${values.join(', ')}`;
  if (type === 'integer') return `a whole number, at least ${minimum}`;
  return type === 'number' ? `a percentage, from ${minimum} to ${maximum}` : (KINDS[type] ?? type);
}

/** `/contracts/0/parsers` as `contracts[0].parsers`; the whole has no name. */
const placeOf = ({ instancePath }: ErrorObject): string =>
  instancePath
    .split('/')
    .slice(1)
    .map((segment) =>
      /^\d+$/.test(segment) ? `[${segment}]` : `.${segment.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('')
    .replace(/^\./, '') || 'it';

/** What is wrong, and what would be right. */
function tell(error: ErrorObject): { message: string; next: string } {
  const [where, schema] = [placeOf(error), error.parentSchema as Shape];
  if (error.keyword === 'additionalProperties') {
    const names = Object.keys(schema.properties ?? {}).join(', ');
    return { message: `${where} has no setting ${error.params['additionalProperty']}`, next: `There are ${names}.` };
  }
  if (error.keyword === 'required') {
    const name: unknown = error.params['missingProperty'];
    return { message: `${where} has no ${name}`, next: `Add ${name}.` };
  }
  if (error.keyword === 'minItems') return { message: `${where} is empty`, next: 'Name at least one.' };
  return { message: `${where} is not ${wanted(schema)}`, next: `Make it ${wanted(schema)}.` };
}

/** Of alternatives, the one that a value is of the type of says what is wrong with it; else the last one. */
function decisive(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const own = errors.filter(({ keyword }) => keyword !== 'anyOf');
  return own.find(({ keyword }) => keyword !== 'type' && keyword !== 'enum') ?? own.at(-1);
}

/**
 * Checks a configuration.
 * @throws Failure (usage) where it is wrong: the first thing that is, its place, and what would be right.
 */
export function checkConfig(value: unknown, file: string): void {
  const { Ajv } = require('ajv') as typeof import('ajv');
  const validate = new Ajv({ strict: false, verbose: true, messages: false }).compile(CONFIG);
  if (validate(value)) return;
  const error = decisive(validate.errors ?? []);
  const { message, next } = error === undefined ? { message: 'it is not right', next: '' } : tell(error);
  throw new Failure('usage', `${file}: ${message}`, next);
}

import type {
  Contract,
  FixedValue,
  Method,
  Operation,
  Parameter,
  Response,
  Security,
  StateTemplate,
  Template,
  UpdateSemantics,
} from './contract';
import { ContractError } from './contract-error';
import type { JsonSchema } from './json-schema';
import { LeastSizes } from './least-size';
import { type Naming, nameOnWire, type OwnNames, type WireNames, wireName, wirePointer } from './naming';
import { Normaliser } from './normalise';
import { type NamedSchema, namingOf, requireNames } from './own-names';
import { requireProductive } from './recursion';
import { type Refinements, refine } from './refine';
import type { Predicate, Rule } from './rule';
import type { Schema } from './schema';

export interface ParameterSource {
  /** Where it is not the key: a path and a query may have parameters of one name. */
  readonly name?: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
  readonly value?: Template;
}

export interface ResponseSource {
  readonly description?: string;
  readonly mediaType?: string;
  readonly schema?: JsonSchema;
  readonly headers?: { readonly [name: string]: { readonly required?: boolean; readonly schema: JsonSchema } };
  readonly states?: readonly StateTemplate[];
  readonly provokedBy?: 'invalid request' | 'invalid credentials';
}

export interface OperationSource {
  readonly method: Method;
  readonly path: string;
  readonly summary?: string;
  readonly parameters?: { readonly [name: string]: ParameterSource };
  readonly security?: Security;
  readonly request?: { readonly mediaType?: string; readonly required?: boolean; readonly schema: JsonSchema };
  readonly responses: { readonly [status: string]: ResponseSource };
  readonly update?: Partial<UpdateSemantics>;
  /** That no document names it: it stands for whatever call is answered with its model. */
  readonly isStandIn?: boolean;
}

/**
 * A contract as people write it: schemas as JSON Schema literals, names as documented. Write it as
 * `export default { ... } as const satisfies ContractSource`.
 */
export interface ContractSource {
  readonly version: 1;
  readonly name: string;
  readonly consumer: string;
  readonly provider: string;
  /** `documented` where it is not given. */
  readonly wireNames?: WireNames;
  /** Names on the wire that the naming does not give, by documented name: `{ atType: '@type' }`. */
  readonly names?: OwnNames;
  /** The models by name; `{ $ref: '#/$defs/NAME' }` refers to one. */
  readonly models: { readonly [name: string]: JsonSchema };
  /** What the document does not say: keywords to add, by model and by site within it. */
  readonly refinements?: Refinements;
  readonly operations: { readonly [id: string]: OperationSource };
  readonly rules?: readonly Rule[];
  readonly fixed?: readonly FixedValue[];
}

/** How to read a source: its own naming, or another one. */
export interface DefineOptions {
  readonly wireNames?: WireNames | undefined;
}

/**
 * Makes a contract of its source: refined, normalised, on wire names.
 * @throws ContractError naming the place where the source is wrong.
 */
export function defineContract(source: ContractSource, options: DefineOptions = {}): Contract {
  requireMembers(source);
  const naming = namingOf(source, options.wireNames);
  const models = refine(source.models, source.refinements ?? {});
  const normaliser = new Normaliser(models);
  const inOperations: NamedSchema[] = [];
  const schemaOf = (json: JsonSchema, where: string): Schema => {
    const schema = nameOnWire(normaliser.schema(json, where), naming);
    inOperations.push({ where, schema });
    return schema;
  };
  const operations = Object.entries(source.operations).map(([id, operation]) =>
    operationOf(id, operation, naming, schemaOf),
  );
  const documented = normaliser.definitions();
  requireProductive(documented);
  requireModest(documented, inOperations);
  const definitions = Object.fromEntries(
    Object.entries(documented).map(([name, schema]) => [name, nameOnWire(schema, naming)]),
  );
  requireNames(naming.names ?? {}, [...inModels(definitions), ...inOperations]);
  return {
    version: 1,
    name: source.name,
    consumer: source.consumer,
    provider: source.provider,
    ...naming,
    definitions,
    operations,
    rules: (source.rules ?? []).map((rule) => ruleOnWire(rule, naming)),
    fixed: (source.fixed ?? []).map((fixed) => ({ ...fixed, pointer: wirePointer(fixed.pointer, naming) })),
  };
}

const inModels = (definitions: Contract['definitions']): NamedSchema[] =>
  Object.entries(definitions).map(([name, schema]) => ({ where: `/models/${name}`, schema }));

/** @throws ContractError for a schema whose values are all too large or too deep. */
function requireModest(definitions: Contract['definitions'], inOperations: readonly NamedSchema[]): void {
  const sizes = new LeastSizes(definitions);
  for (const { where, schema } of [...inModels(definitions), ...inOperations]) {
    const problem = sizes.problemOf(schema);
    if (problem !== undefined)
      throw new ContractError(problem, { where, next: 'Lower what is demanded, or make members optional.' });
  }
}

function requireMembers(source: ContractSource): void {
  const missing = (['name', 'consumer', 'provider', 'models', 'operations'] as const).find(
    (member) => source[member] === undefined,
  );
  if (missing === undefined) return;
  throw new ContractError(`the contract has no ${missing}`, { next: 'Compare it with the contract in the README.' });
}

type SchemaOf = (json: JsonSchema, where: string) => Schema;

function operationOf(id: string, source: OperationSource, naming: Naming, schemaOf: SchemaOf): Operation {
  const where = `/operations/${id}`;
  const { request, summary, update, isStandIn } = source;
  return {
    id,
    method: source.method,
    path: source.path,
    ...(summary === undefined ? {} : { summary }),
    parameters: parametersOf(source, naming, schemaOf, where),
    security: source.security ?? { scheme: 'none' },
    ...(request === undefined
      ? {}
      : {
          request: {
            mediaType: request.mediaType ?? 'application/json',
            required: request.required ?? true,
            schema: schemaOf(request.schema, `${where}/request`),
          },
        }),
    responses: Object.entries(source.responses).map(([status, response]) =>
      responseOf(status, response, naming, schemaOf, `${where}/responses/${status}`),
    ),
    ...(update === undefined ? {} : { update: updateOnWire(update, naming) }),
    ...(isStandIn === true ? { isStandIn } : {}),
  };
}

/** Parameters keep the name that the path has for them. */
const parametersOf = (source: OperationSource, naming: Naming, schemaOf: SchemaOf, where: string): Parameter[] =>
  Object.entries(source.parameters ?? {}).map(([name, parameter]) => ({
    name: parameter.name ?? name,
    in: parameter.in,
    required: parameter.required ?? true,
    schema: schemaOf(parameter.schema, `${where}/parameters/${name}`),
    ...(parameter.value === undefined ? {} : { value: templateOnWire(parameter.value, naming) }),
  }));

function responseOf(
  status: string,
  source: ResponseSource,
  naming: Naming,
  schemaOf: SchemaOf,
  where: string,
): Response {
  const { description, schema, provokedBy } = source;
  const headers = Object.entries(source.headers ?? {}).map(([name, header]) => ({
    name,
    required: header.required ?? false,
    schema: schemaOf(header.schema, `${where}/headers/${name}`),
  }));
  return {
    status,
    ...(description === undefined ? {} : { description }),
    ...(schema === undefined
      ? {}
      : { mediaType: source.mediaType ?? 'application/json', schema: schemaOf(schema, `${where}/schema`) }),
    headers,
    states: (source.states ?? []).map((state) => stateOnWire(state, naming)),
    ...(provokedBy === undefined ? {} : { provokedBy }),
  };
}

const updateOnWire = (update: Partial<UpdateSemantics>, naming: Naming): UpdateSemantics => {
  const onWire = (pointers: readonly string[] = []): string[] =>
    pointers.map((pointer) => wirePointer(pointer, naming));
  return {
    identity: onWire(update.identity),
    ...(update.version === undefined ? {} : { version: wirePointer(update.version, naming) }),
    managed: onWire(update.managed),
    order: (update.order ?? []).map((pair) => onWire(pair) as [string, string]),
    shownSometimes: onWire(update.shownSometimes),
    sideEffects: Object.fromEntries(
      Object.entries(update.sideEffects ?? {}).map(([written, changed]) => [
        wirePointer(written, naming),
        onWire(changed),
      ]),
    ),
  };
};

const predicateOnWire = (predicate: Predicate, naming: Naming): Predicate => ({
  ...predicate,
  pointer: wirePointer(predicate.pointer, naming),
});

const ruleOnWire = (rule: Rule, naming: Naming): Rule => ({
  ...rule,
  ...(rule.when === undefined ? {} : { when: rule.when.map((predicate) => predicateOnWire(predicate, naming)) }),
  must: rule.must.map((predicate) => predicateOnWire(predicate, naming)),
});

/** Only pointers into bodies are renamed: the rest is literal. */
function templateOnWire(template: Template, naming: Naming): Template {
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((item: Template) => templateOnWire(item, naming));
  const { $from, pointer } = template as { $from?: Template; pointer?: Template };
  if ($from !== undefined && typeof pointer === 'string') return { ...template, pointer: wirePointer(pointer, naming) };
  return Object.fromEntries(
    Object.entries(template as { [name: string]: Template }).map(([name, inner]) => [
      name,
      templateOnWire(inner, naming),
    ]),
  );
}

/** "Wire names throughout": parameters such as `userId` are renamed too. */
const stateOnWire = (state: StateTemplate, naming: Naming): StateTemplate => ({
  ...state,
  ...(state.params === undefined
    ? {}
    : {
        params: Object.fromEntries(
          Object.entries(state.params).map(([name, inner]) => [wireName(name, naming), templateOnWire(inner, naming)]),
        ),
      }),
});

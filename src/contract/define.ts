import type { Content, ContentSource } from './content';
import type { Contract, Operation, Parameter, Response } from './contract';
import { ContractError } from './contract-error';
import type { ContractSource, OperationSource, ResponseSource } from './contract-source';
import type { JsonSchema } from './json-schema';
import { LeastSizes } from './least-size';
import { type Naming, nameOnWire, type WireNames, wirePointer } from './naming';
import { Normaliser } from './normalise';
import { ruleOnWire, stateOnWire, stateValuesOnWire, templateOnWire, updateOnWire } from './on-wire';
import { type NamedSchema, namingOf, requireNames } from './own-names';
import { requireProductive } from './recursion';
import { refine, withSamples } from './refine';
import type { Schema } from './schema';
import { writtenForm } from './wire-form';

/** How to read a source: its own naming, or another one. */
export interface DefineOptions {
  readonly wireNames?: WireNames | undefined;
}

/**
 * Makes a contract of its source: refined, normalised, on wire names.
 * @throws ContractError naming the place where the source is wrong.
 * @example
 * import source from './contracts/user-update-resp/contract';
 *
 * const contract = defineContract(source, { wireNames: 'snake_case' });
 * console.log(contract.operations.map(({ id }) => id));
 */
export function defineContract(source: ContractSource, options: DefineOptions = {}): Contract {
  requireMembers(source);
  const naming = namingOf(source, options.wireNames);
  const models = withSamples(refine(source.models, source.refinements ?? {}), source.samples ?? {});
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
    ...(source.unjudged === undefined ? {} : { unjudged: source.unjudged }),
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
  const { request, summary, update, isStandIn, creates, unsendable, otherContent } = source;
  return {
    id,
    method: source.method,
    path: source.path,
    ...(summary === undefined ? {} : { summary }),
    parameters: parametersOf(source, naming, schemaOf, where),
    security: source.security ?? { scheme: 'none' },
    ...(source.admits === undefined ? {} : { admits: source.admits }),
    ...(request === undefined
      ? {}
      : {
          request: {
            mediaType: request.mediaType ?? 'application/json',
            required: request.required ?? true,
            schema: schemaOf(request.schema, `${where}/request`),
            ...stateValuesOnWire(request.values, naming),
          },
        }),
    ...(otherContent === undefined
      ? {}
      : { otherContent: { ...otherContent, types: contentOf(otherContent.types, schemaOf, `${where}/otherContent`) } }),
    responses: Object.entries(source.responses).map(([status, response]) =>
      responseOf(status, response, naming, schemaOf, `${where}/responses/${status}`),
    ),
    ...(update === undefined ? {} : { update: updateOnWire(update, naming) }),
    ...(creates === true ? { creates } : {}),
    ...(unsendable === undefined ? {} : { unsendable }),
    ...(isStandIn === true ? { isStandIn } : {}),
    ...announced(source),
  };
}

/** What a document says of its operation's end, and of what is not judged. */
const announced = ({ deprecated, sunset, unjudged }: OperationSource): Partial<Operation> => ({
  ...(deprecated === true ? { deprecated } : {}),
  ...(sunset === undefined ? {} : { sunset }),
  ...(unjudged === undefined ? {} : { unjudged }),
});

const contentOf = (all: readonly ContentSource[], schemaOf: SchemaOf, where: string): Content[] =>
  all.map(({ mediaType, schema }) => ({
    mediaType,
    ...(schema === undefined ? {} : { schema: schemaOf(schema, `${where}/${mediaType}`) }),
  }));

/** Parameters keep the name that the path has for them. */
const parametersOf = (source: OperationSource, naming: Naming, schemaOf: SchemaOf, where: string): Parameter[] =>
  Object.entries(source.parameters ?? {}).map(([name, parameter]) => ({
    name: parameter.name ?? name,
    in: parameter.in,
    required: parameter.required ?? true,
    schema: schemaOf(parameter.schema, `${where}/parameters/${name}`),
    ...writtenForm(parameter),
    ...(parameter.value === undefined ? {} : { value: templateOnWire(parameter.value, naming) }),
  }));

function responseOf(
  status: string,
  source: ResponseSource,
  naming: Naming,
  schemaOf: SchemaOf,
  where: string,
): Response {
  const { description, schema, others, provokedBy } = source;
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
    ...(others === undefined ? {} : { others: contentOf(others, schemaOf, `${where}/others`) }),
    headers,
    states: (source.states ?? []).map((state) => stateOnWire(state, naming)),
    ...stateValuesOnWire(source.values, naming),
    ...(provokedBy === undefined ? {} : { provokedBy }),
  };
}

import {
  type Contract,
  type JsonSchema,
  Normaliser,
  type Operation,
  type OperationSource,
  type Schema,
  unlessRefused,
} from '../contract';
import type { Finding } from '../result';
import { drift, type Sides, schemaDrift } from './drift';
import type { ImportedDocument } from './imported-document';

/** How a document was read. */
interface Reading {
  /** Whether all of its operations were, and not one by its name. */
  readonly isWhole: boolean;
}

/** An operation on both sides, and what its schemas are read with. */
interface Compared {
  readonly id: string;
  readonly source: OperationSource;
  readonly operation: Operation;
  readonly sides: Sides;
  readonly schemaOf: (json: JsonSchema) => Schema | undefined;
}

const route = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

function routeDrift({ id, source, operation }: Compared): Finding[] {
  const [document, contract] = [route(source), route(operation)];
  if (document === contract) return [];
  const message = `the document says ${document}, the contract ${contract}`;
  return [drift('operation-changed', { model: id, pointer: '' }, message, document, contract)];
}

function schemasAt(where: string, json: JsonSchema, contract: Schema, { sides, schemaOf }: Compared): Finding[] {
  const schema = schemaOf(json);
  return schema === undefined ? [] : schemaDrift(where, schema, contract, sides);
}

/** A parameter that must be sent is one of the contract, too; what the contract has beside those is its own. */
function parameterDrift(compared: Compared): Finding[] {
  const { id, source, operation } = compared;
  return Object.entries(source.parameters ?? {}).flatMap(([key, { name = key, in: place, required, schema }]) => {
    const where = `${id} ${place} parameter ${name}`;
    const own = operation.parameters.find((one) => one.name === name && one.in === place);
    if (own !== undefined) return schemasAt(where, schema, own.schema, compared);
    if (required === false) return [];
    const message = 'the contract does not have this parameter, which must be sent';
    return [drift('parameter-lost', { model: where, pointer: '' }, message, `${place} parameter ${name}`, 'nothing')];
  });
}

function requestDrift(compared: Compared): Finding[] {
  const { id, source, operation } = compared;
  if (source.request === undefined) return [];
  const where = `${id} request`;
  if (operation.request !== undefined)
    return schemasAt(where, source.request.schema, operation.request.schema, compared);
  if (source.request.required === false) return [];
  const message = 'the contract sends no body, and one must be sent';
  return [drift('request-lost', { model: where, pointer: '' }, message, 'a body', 'nothing')];
}

/** The answers that both have: a contract may be about some of them, and about others that no document has. */
function responseDrift(compared: Compared): Finding[] {
  const { id, source, operation } = compared;
  return Object.entries(source.responses).flatMap(([status, { schema }]) => {
    const own = operation.responses.find((one) => one.status === status)?.schema;
    return schema === undefined || own === undefined ? [] : schemasAt(`${id} ${status}`, schema, own, compared);
  });
}

function lost({ id, isStandIn }: Operation, { operations }: ImportedDocument, { isWhole }: Reading): Finding[] {
  const isOfOperations = Object.values(operations).some((one) => one.isStandIn !== true);
  if (!isWhole || !isOfOperations || isStandIn === true) return [];
  const message = 'the document has no such operation that can be used';
  return [drift('operation-lost', { model: id, pointer: '' }, message, 'nothing', id)];
}

/**
 * By operation of a contract, how the document says it otherwise: method, path, and what must be sent. What only the
 * document has is no drift: a contract may be about some of its operations.
 */
export function operationDrift(
  document: ImportedDocument,
  contract: Contract,
  reading: Reading = { isWhole: false },
): [id: string, Finding[]][] {
  const normaliser = new Normaliser({
    ...document.models,
    ...Object.fromEntries(document.missing.map((name) => [name, {}])),
  });
  const sides = { documented: normaliser.definitions(), contract: contract.definitions };
  const schemaOf = (json: JsonSchema): Schema | undefined =>
    unlessRefused<Schema | undefined>(
      () => normaliser.schema(json, ''),
      () => undefined,
    );
  return contract.operations.flatMap((operation): [string, Finding[]][] => {
    const { id } = operation;
    const source = Object.hasOwn(document.operations, id) ? document.operations[id] : undefined;
    const compared = source && { id, source, operation, sides, schemaOf };
    const found =
      compared === undefined
        ? lost(operation, document, reading)
        : [...routeDrift(compared), ...parameterDrift(compared), ...requestDrift(compared), ...responseDrift(compared)];
    return compared === undefined && found.length === 0 ? [] : [[id, found]];
  });
}

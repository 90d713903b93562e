import type { Content, OtherContent } from './content';
import { definitionsSent, schemaSent } from './direction';
import type { JsonLiteral } from './json-schema';
import type { Naming } from './naming';
import type { Rule } from './rule';
import type { Definitions, Model, Schema } from './schema';
import type { Alternative, Security } from './security';
import type { ParameterPlace, WrittenForm } from './wire-form';

/** The methods of HTTP that an operation may have. */
export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/**
 * JSON with places to fill in. `{ "$from": "before", "pointer": "/id" }` takes a value from the case at hand:
 * `response`, the body that is expected; `request`, the body that is sent; `before`, the resource before the call;
 * `path`, by their names, the texts that the path was filled with; `state`, a value that the setup of a state gave.
 */
export type Template =
  | null
  | boolean
  | number
  | string
  | readonly Template[]
  | { readonly $from: 'response' | 'request' | 'before' | 'path' | 'state'; readonly pointer?: string }
  | { readonly [name: string]: Template };

/** A provider state: what the service is asked to be in before a request. */
export interface StateTemplate {
  readonly name: string;
  readonly params?: { readonly [name: string]: Template };
}

/** A parameter of a call, by its name on the wire. `wireFormOf` gives its form with OpenAPI's defaults. */
export interface Parameter extends WrittenForm {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly schema: Schema;
  /** What a request sends; drawn from the schema where it is not given. */
  readonly value?: Template;
}

/** Places of a body, as JSON pointers, that hold what the setup of a state gave: `{ $from: 'state', pointer: '/petId' }`. */
export type StateValues = { readonly [pointer: string]: Template };

/** What is sent with a call. */
export interface RequestBody {
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly values?: StateValues;
}

/** A header of an answer; its schema is of the value as a text reads it. */
export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** What a service answers with one status. */
export interface Response {
  /** `200`, a range as `4XX`, or `default`. */
  readonly status: string;
  readonly description?: string;
  /** Absent where there is no body. */
  readonly mediaType?: string;
  readonly schema?: Schema;
  /** Other media types that it may come in. */
  readonly others?: readonly Content[];
  readonly headers: readonly ResponseHeader[];
  /** The states that lead to this answer, in order. Without any, no interaction can be made for it. */
  readonly states: readonly StateTemplate[];
  readonly values?: StateValues;
  /** How the request differs from one that succeeds. */
  readonly provokedBy?: 'invalid request' | 'invalid credentials';
}

/** How the answer to an update depends on the request and on the resource before it. */
export interface UpdateSemantics {
  /** Members that never change. */
  readonly identity: readonly string[];
  /** The member that is different after each change. */
  readonly version?: string;
  /** Members that the service sets by itself. */
  readonly managed: readonly string[];
  /** Pairs of members of which the first is never later than the second. */
  readonly order: readonly (readonly [earlier: string, later: string])[];
  /** Members that are shown only in some answers: their absence is never a finding. */
  readonly shownSometimes: readonly string[];
  /** By a member that is written: those that the service may change with it. */
  readonly sideEffects: { readonly [written: string]: readonly string[] };
}

/** Parts of a document that a contract says nothing about, as callbacks, by name: each as a digest, which tells a change. */
export type Unjudged = Readonly<Record<string, string>>;

/** A call of the API, and its answers. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** With `{name}` for each path parameter. */
  readonly path: string;
  readonly summary?: string;
  readonly parameters: readonly Parameter[];
  /** How requests of pactcheck show who they are. */
  readonly security: Security;
  /** Who is admitted, where `security` does not say all of it: who meets any of these. */
  readonly admits?: readonly Alternative[];
  readonly request?: RequestBody;
  /** Other media types of the request. */
  readonly otherContent?: OtherContent;
  readonly responses: readonly Response[];
  /** Where the operation updates the resource that it returns. */
  readonly update?: UpdateSemantics;
  /** Where it makes what it answers with, of what it is sent: that comes back, and no state has to give the answer. */
  readonly creates?: boolean;
  /** Why no request of it can be made, as where its body must be a form: no pact has it, its answers are judged. */
  readonly unsendable?: string;
  /** That no document names it: it stands for whatever call is answered with its model. */
  readonly isStandIn?: boolean;
  readonly deprecated?: boolean;
  /** The day from which it may be gone, as the document announces it. */
  readonly sunset?: string;
  readonly unjudged?: Unjudged;
}

/** What an HTTP API promises about some of its operations. Plain data: `JSON.stringify` gives all of it. */
export interface Contract extends Naming {
  readonly version: 1;
  readonly name: string;
  readonly consumer: string;
  readonly provider: string;
  readonly definitions: Definitions;
  readonly operations: readonly Operation[];
  /** Between fields of the successful response. */
  readonly rules: readonly Rule[];
  /** Values of a site that every pact holds, with the reason: `object` is always `user`. */
  readonly fixed: readonly FixedValue[];
  readonly unjudged?: Unjudged;
}

/** One value for a site, where a schema allows more than anybody may rely on. */
export interface FixedValue {
  readonly pointer: string;
  readonly value: JsonLiteral;
  readonly reason: string;
}

/** The operation, the answer and the model that a contract is about: of its first operation, the lowest 2xx status. */
export interface MainResponse {
  readonly operation: Operation;
  readonly response: Response;
  readonly status: number;
  readonly model: Model;
}

/** The successful answer of an operation: the lowest 2xx status, `2XX`, or `default`. */
export function successOf(operation: Operation): Response | undefined {
  const byStatus = [...operation.responses].sort((left, right) => (left.status < right.status ? -1 : 1));
  return (
    byStatus.find((response) => response.status.startsWith('2')) ??
    byStatus.find((response) => response.status === 'default')
  );
}

/** A number for a status of a contract: `2XX` and `default` stand for the plainest one. */
export const statusCode = (status: string): number => (status === 'default' ? 200 : Number(status.replace(/X/gi, '0')));

/** The answers that a contract is about, one for each operation that succeeds with a body. */
export const successfulResponses = (contract: Contract): MainResponse[] =>
  contract.operations.flatMap((operation) => {
    const response = successOf(operation);
    if (response?.schema === undefined) return [];
    const schema = schemaSent(response.schema, 'response');
    const model = { schema, definitions: definitionsSent(contract.definitions, 'response') };
    return [{ operation, response, status: statusCode(response.status), model }];
  });

import type { ContentSource, OtherContent } from './content';
import type { FixedValue, Method, StateTemplate, StateValues, Template, Unjudged, UpdateSemantics } from './contract';
import type { JsonSchema } from './json-schema';
import type { OwnNames, WireNames } from './naming';
import type { Refinements, Samples } from './refine';
import type { Rule } from './rule';
import type { Alternative, Security } from './security';
import type { ParameterPlace, WrittenForm } from './wire-form';

/** A parameter of a call, as people write it; required where nothing is said. */
export interface ParameterSource extends WrittenForm {
  /** Where it is not the key: a path and a query may have parameters of one name. */
  readonly name?: string;
  readonly in: ParameterPlace;
  readonly required?: boolean;
  readonly schema: JsonSchema;
  readonly value?: Template;
}

/** An answer, as people write it; JSON where it has a schema and no media type. */
export interface ResponseSource {
  readonly description?: string;
  readonly mediaType?: string;
  readonly schema?: JsonSchema;
  /** Other media types that it may come in. */
  readonly others?: readonly ContentSource[];
  readonly headers?: { readonly [name: string]: { readonly required?: boolean; readonly schema: JsonSchema } };
  readonly states?: readonly StateTemplate[];
  /** Places that come back as the setup of a state gave them. */
  readonly values?: StateValues;
  readonly provokedBy?: 'invalid request' | 'invalid credentials';
}

/** An operation, as people write it: its answers by status, as `200`, `2XX` or `default`. */
export interface OperationSource {
  readonly method: Method;
  readonly path: string;
  readonly summary?: string;
  readonly parameters?: { readonly [name: string]: ParameterSource };
  readonly security?: Security;
  /** Who is admitted, where `security` does not say all of it: who meets any of these. */
  readonly admits?: readonly Alternative[];
  readonly request?: {
    readonly mediaType?: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
    /** Places that are sent as the setup of a state gave them. */
    readonly values?: StateValues;
  };
  /** Other media types of the request. */
  readonly otherContent?: OtherContent<ContentSource>;
  readonly responses: { readonly [status: string]: ResponseSource };
  readonly update?: Partial<UpdateSemantics>;
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
  /** Values that services take, by model and by site within it: they are used first, and tighten nothing. */
  readonly samples?: Samples;
  readonly operations: { readonly [id: string]: OperationSource };
  readonly rules?: readonly Rule[];
  readonly fixed?: readonly FixedValue[];
  readonly unjudged?: Unjudged;
}

/** The types that JSON Schema names. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** A plain value as it is written in a schema literal. */
export type JsonLiteral =
  | null
  | boolean
  | number
  | string
  | readonly JsonLiteral[]
  | { readonly [name: string]: JsonLiteral };

/**
 * The subset of JSON Schema 2020-12 that people write in a contract, as an `as const` literal. A keyword that is
 * not here is not supported, and the compiler says so.
 */
export interface JsonSchema {
  /** `#/$defs/NAME`, a model of the same contract. */
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly JsonLiteral[];
  readonly const?: JsonLiteral;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly examples?: readonly JsonLiteral[];
  readonly default?: JsonLiteral;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** What it says in its document and cannot say here, in words: values are judged by the rest, and none are made. */
  readonly 'x-inexact'?: string;
  /** The keywords that cannot be said here, each with a digest: by it, a comparison sees a change of them. */
  readonly 'x-unsaid'?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: JsonSchema | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: { readonly [name: string]: JsonSchema | boolean };
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  /** What members must be that neither this nor what it is composed of by `allOf` and `$ref` speaks of. */
  readonly unevaluatedProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema | boolean;
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly dependentSchemas?: { readonly [name: string]: JsonSchema | boolean };
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly (JsonSchema | boolean)[];
  readonly oneOf?: readonly (JsonSchema | boolean)[];
  readonly anyOf?: readonly (JsonSchema | boolean)[];
  /** OpenAPI's: the member of the branches that tells which one it is. */
  readonly discriminator?: {
    readonly propertyName: string;
    /** From the member's value to the `$ref` of a branch. */
    readonly mapping?: { readonly [value: string]: string };
  };
}

import type { FromSchema, JSONSchema } from 'json-schema-to-ts';

type Reference<Name extends string> = { readonly $ref: `#/$defs/${Name}` };

/** A schema with each reference replaced by the model it names; a model that is not there may hold anything. */
type Inline<S, Models> =
  S extends Reference<infer Name>
    ? Name extends keyof Models
      ? Inline<Models[Name], Models>
      : unknown
    : S extends object
      ? { readonly [K in keyof S]: Inline<S[K], Models> }
      : S;

/**
 * The static type of a model, as the service writes it and under its documented names:
 * `ModelType<typeof contract.models, 'UserUpdateResp'>`. Models must not be recursive.
 */
export type ModelType<Models, Name extends keyof Models> =
  Inline<Models[Name], Models> extends infer S extends JSONSchema ? FromSchema<S> : never;

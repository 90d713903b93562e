import type { JsonValue, Schema } from '../contract';

/** What a change of a schema does to the payloads that it allows. */
export interface Effect {
  /** Payloads are allowed that were not before: this breaks who reads them. */
  readonly widens: boolean;
  /** Payloads are no longer allowed: this breaks who sends them. */
  readonly narrows: boolean;
  /** Only a payload shows which of both it does, as of two patterns. */
  readonly unproven?: true;
}

const WIDENS: Effect = { widens: true, narrows: false };
const NARROWS: Effect = { widens: false, narrows: true };
const BOTH: Effect = { widens: true, narrows: true };
const NEITHER: Effect = { widens: false, narrows: false };
const UNPROVEN: Effect = { widens: true, narrows: true, unproven: true };

/**
 * The changes that schemas can go through, and what each does. Objects that take undeclared members are open to
 * additions: no one sends a member that is not declared, and no one is held to one. So a member that is removed
 * from an open object is gone; it is not "any value from now on".
 */
export const SCHEMA_CHANGES = {
  'required-property-removed': WIDENS,
  'optional-property-removed': NEITHER,
  'required-property-removed-from-closed': BOTH,
  'optional-property-removed-from-closed': NARROWS,
  'required-property-added': NARROWS,
  'optional-property-added': NEITHER,
  'required-property-added-to-closed': BOTH,
  'optional-property-added-to-closed': WIDENS,
  'became-optional': WIDENS,
  'became-required': NARROWS,
  'became-nullable': WIDENS,
  'became-not-nullable': NARROWS,
  'type-changed': BOTH,
  'type-generalized': WIDENS,
  'type-specialized': NARROWS,
  'became-not-enum': WIDENS,
  'became-enum': NARROWS,
  'enum-value-added': WIDENS,
  'enum-value-removed': NARROWS,
  'max-length-increased': WIDENS,
  'max-length-decreased': NARROWS,
  'min-length-decreased': WIDENS,
  'min-length-increased': NARROWS,
  'max-increased': WIDENS,
  'max-decreased': NARROWS,
  'min-decreased': WIDENS,
  'min-increased': NARROWS,
  'max-items-increased': WIDENS,
  'max-items-decreased': NARROWS,
  'min-items-decreased': WIDENS,
  'min-items-increased': NARROWS,
  'max-properties-increased': WIDENS,
  'max-properties-decreased': NARROWS,
  'min-properties-decreased': WIDENS,
  'min-properties-increased': NARROWS,
  'multiple-of-generalized': WIDENS,
  'multiple-of-specialized': NARROWS,
  'multiple-of-changed': BOTH,
  'unique-items-removed': WIDENS,
  'unique-items-added': NARROWS,
  'pattern-removed': WIDENS,
  'pattern-added': NARROWS,
  'pattern-changed': UNPROVEN,
  'format-generalized': WIDENS,
  'format-specialized': NARROWS,
  'format-changed': UNPROVEN,
  'format-annotation-changed': NEITHER,
  'property-names-generalized': WIDENS,
  'property-names-specialized': NARROWS,
  'additional-properties-opened': WIDENS,
  'additional-properties-closed': NARROWS,
  'any-of-added': WIDENS,
  'any-of-removed': NARROWS,
  'one-of-added': WIDENS,
  'one-of-removed': NARROWS,
  'one-of-became-any-of': { ...WIDENS, unproven: true },
  'any-of-became-one-of': { ...NARROWS, unproven: true },
  'discriminator-changed': NEITHER,
} as const satisfies Readonly<Record<string, Effect>>;

/** The name of a change of a schema. */
export type SchemaChangeName = keyof typeof SCHEMA_CHANGES;

/** What a change of this name does. */
export const effectOf = (name: SchemaChangeName): Effect => SCHEMA_CHANGES[name];

/** One keyword of both sides, without all others. */
export interface Alone {
  readonly before: Schema;
  readonly after: Schema;
}

/** One change, and where. */
export interface Change<Name extends ChangeName = ChangeName> {
  readonly name: Name;
  /** A site: `[]` for any index, `{}` for any key, `|2` for a branch of a union. */
  readonly pointer: string;
  /** What the old contract says there, in words or as JSON text. */
  readonly before: string;
  /** What the new one says. */
  readonly after: string;
  /** The one thing of several that changed, as a value of an enum. */
  readonly subject?: string;
  /** Other keywords may hide it: only a payload shows whether it does what its name says. */
  readonly isUnproven?: true;
  /** Values that may show it, where they are not among the usual ones. */
  readonly hints?: readonly JsonValue[];
  /** Just what changed, as each side has it: what of several changes at one place a value shows. */
  readonly alone?: Alone;
}

/** A change of a schema. */
export type SchemaChange = Change<SchemaChangeName>;

/** The changes that a contract can go through around its schemas. */
export const CONTRACT_CHANGES = [
  'operation-removed',
  'operation-added',
  'operation-id-changed',
  'method-changed',
  'path-changed',
  'security-added',
  'security-removed',
  'security-changed',
  'required-request-body-added',
  'optional-request-body-added',
  'request-body-removed',
  'request-body-became-required',
  'request-body-became-optional',
  'request-media-type-changed',
  'parameter-removed',
  'required-parameter-added',
  'optional-parameter-added',
  'parameter-became-required',
  'parameter-became-optional',
  'success-status-removed',
  'success-status-added',
  'non-success-status-removed',
  'non-success-status-added',
  'response-media-type-changed',
  'response-body-removed',
  'response-body-added',
  'required-header-removed',
  'optional-header-removed',
  'header-added',
  'header-became-optional',
  'header-became-required',
  'wire-names-changed',
] as const;

/** The name of a change around the schemas of a contract. */
export type ContractChangeName = (typeof CONTRACT_CHANGES)[number];

/** The name of any change. */
export type ChangeName = SchemaChangeName | ContractChangeName;

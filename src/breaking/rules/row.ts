import type { ContractSource, Direction, JsonSchema, OperationSource } from '../../contract';
import type { Effect } from './effect';

/** How much a change weighs: `breaking` stops a merge, `warning` depends on who reads, `compatible` breaks nobody. */
export type DiffLevel = 'breaking' | 'warning' | 'compatible';

/** The smallest thing that goes through a change: both a rule's test and its entry in the documentation. */
export interface Example {
  /** What is shown of each side. */
  readonly before: JsonSchema | Partial<OperationSource> | Partial<ContractSource>;
  readonly after: JsonSchema | Partial<OperationSource> | Partial<ContractSource>;
  /** The two contracts. */
  readonly contracts: readonly [before: ContractSource, after: ContractSource];
}

/** Two schemas of a body: before and after. */
export type SchemaPair = readonly [before: JsonSchema, after: JsonSchema];

/** What a row says of one direction, where the row as a whole does not say it. */
export interface SideOfRow {
  /** `response-property-` or `request-property-` and the change's name where it is not given. */
  readonly id?: string;
  readonly says?: string;
  /** Given for a change that harms this side. */
  readonly because?: string;
  /** The way to make this change without breaking anyone, where there is one. */
  readonly instead?: string;
  readonly example?: SchemaPair;
  /** A level that does not follow from the effect; `policy` is the reason. */
  readonly level?: DiffLevel;
  readonly policy?: string;
}

/** What a change of a schema means: once for answers, once for requests. */
export interface SchemaRow {
  readonly effect: Effect;
  /** The change, or one of those, that the same two schemas go through the other way round; itself where not given. */
  readonly reverse?: string | readonly string[];
  /** The end of a sentence that begins with the place; `{before}`, `{after}` and `{subject}` are filled in. */
  readonly says?: string;
  readonly example?: SchemaPair;
  /** Of both sides. */
  readonly level?: DiffLevel;
  readonly policy?: string;
  /** A side, or just its reason; `as` names the change whose rule speaks of this one, too. */
  readonly response?: SideOfRow | string | { readonly as: string };
  readonly request?: SideOfRow | string | { readonly as: string };
}

/** What a change around the schemas of a contract means. */
export interface ContractRow {
  /** The change's name where it is not given. */
  readonly id?: string;
  /** Whom it is about: those who send requests, or those who read answers. */
  readonly of: Direction;
  readonly effect: Effect;
  readonly reverse?: string | readonly string[];
  readonly level?: DiffLevel;
  readonly policy?: string;
  readonly says: string;
  readonly because?: string;
  readonly instead?: string;
  readonly example: Example;
}

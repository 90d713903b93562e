import { ANNOUNCEMENTS } from './around/announcements';
import { OPERATIONS } from './around/operations';
import { PARAMETERS } from './around/parameters';
import { REQUESTS } from './around/requests';
import { RESPONSES } from './around/responses';
import { SECURITY } from './around/security';
import type { ContractRow, SchemaRow } from './row';
import { ENDS } from './schema/ends';
import { LIMITS } from './schema/limits';
import { MEMBERS } from './schema/members';
import { PAYLOADS } from './schema/payloads';
import { TEXTS } from './schema/texts';
import { UNIONS } from './schema/unions';
import { VALUES } from './schema/values';

/**
 * The changes that schemas can go through. Objects that take undeclared members are open to additions: no one sends a
 * member that is not declared, and no one is held to one. So a member that is removed from an open object is gone; it
 * is not "any value from now on".
 */
export const SCHEMA_ROWS = {
  ...MEMBERS,
  ...VALUES,
  ...LIMITS,
  ...TEXTS,
  ...UNIONS,
  ...ENDS,
  ...PAYLOADS,
} as const satisfies Readonly<Record<string, SchemaRow>>;

/** The changes that a contract can go through around its schemas. */
export const CONTRACT_ROWS = {
  ...OPERATIONS,
  ...ANNOUNCEMENTS,
  ...SECURITY,
  ...REQUESTS,
  ...PARAMETERS,
  ...RESPONSES,
} as const satisfies Readonly<Record<string, ContractRow>>;

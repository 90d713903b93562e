import { type JsonValue, parseJson, type WireNames } from 'pactcheck';
import type { ErrorResponse, UserUpdateResp } from '../contract';
import {
  dateTime,
  type FieldsOf,
  flag,
  int64,
  integer,
  list,
  mapOf,
  type ObjectOf,
  object,
  oneOf,
  optional,
  type Reader,
  required,
  text,
} from './readers';
import { UnreadableResponse } from './unreadable-response';

const id = text({ pattern: /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/ });

const activeSession = object({
  userAgent: required(text()),
  ipAddress: required(text()),
  accountId: required(id),
  referenceToken: required(text()),
  loginTime: required(dateTime),
});

const login = object({
  date: required(dateTime),
  ipAddress: required(text()),
  userAgent: required(text()),
  success: required(flag),
});

const userFields = {
  username: optional(text({ min: 4, max: 30, pattern: /^[A-Za-z0-9_\-,.@+=]*$/ })),
  activeSessions: optional(list(activeSession)),
  loginHistory: optional(list(login, 5)),
  creationTime: optional(int64),
  updatedAt: optional(dateTime),
  fullName: optional(text({ max: 100 })),
  id: required(id),
  lastLoginTime: optional(int64),
  isGtcAccepted: optional(flag),
  etag: required(text()),
  isMarketingAccepted: optional(flag),
  phoneNumber: optional(text({ max: 100 })),
  email: required(text({ min: 3, max: 254, pattern: /^.+@.+$/ })),
  status: required(oneOf('ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE')),
  accountId: required(id),
  totpScratchCodes: optional(list(text())),
  // The document lists ten, and says that it is always the first.
  object: required(
    oneOf(
      'user',
      'api-key',
      'group',
      'account',
      'account-template',
      'trusted-cert',
      'list',
      'error',
      'policy',
      'identity-provider',
    ),
  ),
  groups: optional(list(text())),
  address: optional(text({ max: 100 })),
  totpSecret: optional(text()),
  password: optional(text()),
  emailVerified: optional(flag),
  createdAt: optional(dateTime),
  userProperties: optional(mapOf(mapOf(text()))),
  isTotpEnabled: optional(flag),
  passwordChangedTime: optional(int64),
} satisfies FieldsOf<UserUpdateResp>;

const errorFields = {
  code: required(integer),
  object: required(oneOf('error')),
  requestId: required(text()),
  message: required(text()),
  type: required(
    oneOf(
      'success',
      'created',
      'accepted',
      'permanently_deleted',
      'validation_error',
      'invalid_token',
      'invalid_apikey',
      'reauth_required',
      'access_denied',
      'account_limit_exceeded',
      'not_found',
      'method_not_supported',
      'not_acceptable',
      'duplicate',
      'precondition_failed',
      'unsupported_media_type',
      'rate_limit_exceeded',
      'internal_server_error',
      'system_unavailable',
    ),
  ),
  fields: optional(list(object({ name: required(text()), message: required(text()) }))),
} satisfies FieldsOf<ErrorResponse>;

/** A user as the program works with it: documented names, Dates, and bigints for the int64 timestamps. */
export type User = ObjectOf<typeof userFields>;

/** How the service says no. */
export type ServiceError = ObjectOf<typeof errorFields>;

const readUser = object(userFields);
const readError = object(errorFields);

function jsonOf(body: string): JsonValue {
  try {
    return parseJson(body);
  } catch {
    // Not JSON (SyntaxError), or nested deeper than the stack (RangeError): neither was agreed on.
    throw new UnreadableResponse('', 'a JSON text');
  }
}

const parseWith =
  <T>(read: Reader<T>, wireNames: WireNames) =>
  (body: string): T =>
    read(jsonOf(body), { pointer: '', wireNames });

/**
 * Reads the answer to an update.
 * @throws UnreadableResponse where it is not what the contract promises.
 */
export const parseUser = parseWith(readUser, 'documented');

/** The same, of a service that writes names in snake_case. */
export const parseSnakeCaseUser = parseWith(readUser, 'snake_case');

/**
 * Reads the answer that says no.
 * @throws UnreadableResponse where it is not what the contract promises.
 */
export const parseError = (body: string, wireNames: WireNames): ServiceError => parseWith(readError, wireNames)(body);

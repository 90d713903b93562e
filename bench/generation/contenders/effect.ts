import type FastCheck from 'fast-check';
import { peer } from '../peer-packages';
import { type Contender, printing } from './contender';
import { OBJECT, STATUS } from './enums';

/** As much of effect's types as is used here. */
interface Schema {
  pipe(...filters: unknown[]): Schema;
}
interface Effect {
  readonly FastCheck: typeof FastCheck;
  readonly Arbitrary: { make(schema: Schema): FastCheck.Arbitrary<unknown> };
  readonly Schema: {
    readonly String: Schema;
    readonly Boolean: Schema;
    readonly Int: Schema;
    Literal(...values: readonly string[]): Schema;
    Array(items: Schema): Schema;
    Record(parts: { key: Schema; value: Schema }): Schema;
    Struct(members: Readonly<Record<string, unknown>>): Schema;
    optionalWith(schema: Schema, options: { exact: true }): unknown;
    pattern(pattern: RegExp): unknown;
    minLength(least: number): unknown;
    maxLength(most: number): unknown;
    maxItems(most: number): unknown;
    nonNegative(): unknown;
  };
}

const DATE_TIME = /^20\d\d-0[1-9]-[01]\dT[01]\d:[0-5]\d:[0-5]\dZ$/;

/** The model in effect's Schema. */
function schemaOf({ Schema: S }: Effect): Schema {
  const may = (schema: Schema): unknown => S.optionalWith(schema, { exact: true });
  const [text, flag, time] = [S.String, S.Boolean, S.Int.pipe(S.nonNegative())];
  const [dateTime, upTo100] = [S.String.pipe(S.pattern(DATE_TIME)), S.String.pipe(S.maxLength(100))];
  const id = S.String.pipe(S.pattern(/^[0-9a-f]{32}$/));
  const session = S.Struct({
    userAgent: text,
    ipAddress: text,
    accountId: id,
    referenceToken: text,
    loginTime: dateTime,
  });
  const login = S.Struct({ date: dateTime, ipAddress: text, userAgent: text, success: flag });
  return S.Struct({
    username: may(S.String.pipe(S.minLength(4), S.maxLength(30))),
    activeSessions: may(S.Array(session)),
    loginHistory: may(S.Array(login).pipe(S.maxItems(5))),
    creationTime: may(time),
    updatedAt: may(dateTime),
    fullName: may(upTo100),
    id,
    lastLoginTime: may(time),
    isGtcAccepted: may(flag),
    etag: text,
    isMarketingAccepted: may(flag),
    phoneNumber: may(upTo100),
    email: S.String.pipe(S.minLength(3), S.maxLength(254)),
    status: S.Literal(...STATUS),
    accountId: id,
    totpScratchCodes: may(S.Array(text)),
    object: S.Literal(...OBJECT),
    groups: may(S.Array(text)),
    address: may(upTo100),
    totpSecret: may(text),
    password: may(text),
    emailVerified: may(flag),
    createdAt: may(dateTime),
    userProperties: may(S.Record({ key: text, value: S.Record({ key: text, value: text }) })),
    isTotpEnabled: may(flag),
    passwordChangedTime: may(time),
  });
}

/** Effect's Arbitrary, on its own fast-check. */
export function effect(): Contender {
  const loaded = peer<Effect>('effect');
  const { arbitraries: _, ...drawn } = printing(loaded.FastCheck, loaded.Arbitrary.make(schemaOf(loaded)));
  return drawn;
}

import type FastCheck from 'fast-check';
import { peer } from '../peer-packages';
import { type Contender, printing } from './contender';
import { OBJECT, STATUS } from './enums';

/** As much of zod's types as is used here: what they cannot say of a peer is not of interest. */
interface Zod {
  optional(): Zod;
  datetime(): Zod;
  regex(pattern: RegExp): Zod;
  min(least: number): Zod;
  max(most: number): Zod;
  int(): Zod;
}
interface ZodModule {
  z: {
    string(): Zod;
    number(): Zod;
    boolean(): Zod;
    enum(values: readonly string[]): Zod;
    array(items: Zod): Zod;
    record(keys: Zod, values: Zod): Zod;
    object(members: Readonly<Record<string, Zod>>): Zod;
  };
}
interface ZodFastCheckModule {
  ZodFastCheck(): { inputOf(schema: Zod): FastCheck.Arbitrary<unknown> };
}

/** The model in zod. It draws texts for a pattern by drawing until one fits: identifiers are limited by length only. */
function schemaOf({ z }: ZodModule): Zod {
  const [text, flag, time] = [z.string(), z.boolean(), z.number().int().min(0)];
  const [dateTime, upTo100, id] = [z.string().datetime(), z.string().max(100), z.string().min(32).max(32)];
  const session = z.object({
    userAgent: text,
    ipAddress: text,
    accountId: id,
    referenceToken: text,
    loginTime: dateTime,
  });
  const login = z.object({ date: dateTime, ipAddress: text, userAgent: text, success: flag });
  return z.object({
    username: z.string().min(4).max(30).optional(),
    activeSessions: z.array(session).optional(),
    loginHistory: z.array(login).max(5).optional(),
    creationTime: time.optional(),
    updatedAt: dateTime.optional(),
    fullName: upTo100.optional(),
    id,
    lastLoginTime: time.optional(),
    isGtcAccepted: flag.optional(),
    etag: text,
    isMarketingAccepted: flag.optional(),
    phoneNumber: upTo100.optional(),
    email: z.string().min(3).max(254),
    status: z.enum(STATUS),
    accountId: id,
    totpScratchCodes: z.array(text).optional(),
    object: z.enum(OBJECT),
    groups: z.array(text).optional(),
    address: upTo100.optional(),
    totpSecret: text.optional(),
    password: text.optional(),
    emailVerified: flag.optional(),
    createdAt: dateTime.optional(),
    userProperties: z.record(text, z.record(text, text)).optional(),
    isTotpEnabled: flag.optional(),
    passwordChangedTime: time.optional(),
  } as never);
}

/** zod-fast-check, on the fast-check that it works with. */
export function zodFastCheck(): Contender {
  const { ZodFastCheck } = peer<ZodFastCheckModule>('zod-fast-check');
  const { arbitraries: _, ...drawn } = printing(
    peer<typeof FastCheck>('fast-check'),
    ZodFastCheck().inputOf(schemaOf(peer<ZodModule>('zod'))),
  );
  return drawn;
}

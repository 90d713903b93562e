import * as v from 'valibot';
import { z } from 'zod';
import { isEmail, isId, isInt64, isMoment, isShort, isUsername, OBJECTS, STATUSES } from './facts';

const zInt64 = z.union([z.number(), z.bigint()]).refine(isInt64);
const zMoment = z.string().refine(isMoment);
const zText = z.string();
const zShort = z.string().refine(isShort);
const zId = z.string().refine(isId);
const zMap = <T extends z.ZodType>(value: T) =>
  z.custom<Record<string, unknown>>(
    (input) =>
      typeof input === 'object' &&
      input !== null &&
      !Array.isArray(input) &&
      Object.values(input).every((one) => value.safeParse(one).success),
  );

/** The user in zod. */
export const zodUser = z.object({
  username: z.string().refine(isUsername).optional(),
  activeSessions: z
    .array(z.object({ userAgent: zText, ipAddress: zText, accountId: zId, referenceToken: zText, loginTime: zMoment }))
    .optional(),
  loginHistory: z
    .array(z.object({ date: zMoment, ipAddress: zText, userAgent: zText, success: z.boolean() }))
    .max(5)
    .optional(),
  creationTime: zInt64.optional(),
  updatedAt: zMoment.transform((text) => new Date(text)).optional(),
  fullName: zShort.optional(),
  id: zId,
  lastLoginTime: zInt64.optional(),
  isGtcAccepted: z.boolean().optional(),
  etag: zText,
  isMarketingAccepted: z.boolean().optional(),
  phoneNumber: zShort.optional(),
  email: z.string().refine(isEmail),
  status: z.enum(STATUSES),
  accountId: zId,
  totpScratchCodes: z.array(zText).optional(),
  object: z.enum(OBJECTS),
  groups: z.array(zText).optional(),
  address: zShort.optional(),
  totpSecret: zText.optional(),
  password: zText.optional(),
  emailVerified: z.boolean().optional(),
  createdAt: zMoment.optional(),
  userProperties: zMap(zMap(zText)).optional(),
  isTotpEnabled: z.boolean().optional(),
  passwordChangedTime: zInt64.optional(),
});

const vInt64 = v.pipe(v.union([v.number(), v.bigint()]), v.check(isInt64));
const vMoment = v.pipe(v.string(), v.check(isMoment));
const vShort = v.pipe(v.string(), v.check(isShort));
const vId = v.pipe(v.string(), v.check(isId));
const vMap = v.custom<Record<string, Record<string, string>>>((input) =>
  isMapOf(input, (inner) => isMapOf(inner, (one) => typeof one === 'string')),
);

const isMapOf = (input: unknown, isIt: (value: unknown) => boolean): boolean =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && Object.values(input).every(isIt);

/** The user in valibot. */
export const valibotUser = v.object({
  username: v.optional(v.pipe(v.string(), v.check(isUsername))),
  activeSessions: v.optional(
    v.array(
      v.object({
        userAgent: v.string(),
        ipAddress: v.string(),
        accountId: vId,
        referenceToken: v.string(),
        loginTime: vMoment,
      }),
    ),
  ),
  loginHistory: v.optional(
    v.pipe(
      v.array(v.object({ date: vMoment, ipAddress: v.string(), userAgent: v.string(), success: v.boolean() })),
      v.maxLength(5),
    ),
  ),
  creationTime: v.optional(vInt64),
  updatedAt: v.optional(
    v.pipe(
      vMoment,
      v.transform((text) => new Date(text)),
    ),
  ),
  fullName: v.optional(vShort),
  id: vId,
  lastLoginTime: v.optional(vInt64),
  isGtcAccepted: v.optional(v.boolean()),
  etag: v.string(),
  isMarketingAccepted: v.optional(v.boolean()),
  phoneNumber: v.optional(vShort),
  email: v.pipe(v.string(), v.check(isEmail)),
  status: v.picklist(STATUSES),
  accountId: vId,
  totpScratchCodes: v.optional(v.array(v.string())),
  object: v.picklist(OBJECTS),
  groups: v.optional(v.array(v.string())),
  address: v.optional(vShort),
  totpSecret: v.optional(v.string()),
  password: v.optional(v.string()),
  emailVerified: v.optional(v.boolean()),
  createdAt: v.optional(vMoment),
  userProperties: v.optional(vMap),
  isTotpEnabled: v.optional(v.boolean()),
  passwordChangedTime: v.optional(vInt64),
});

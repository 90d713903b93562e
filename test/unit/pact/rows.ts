import type { Case, JsonValue } from '../../../src/contract';
import { stringifyJson } from '../../../src/contract';

const ID = '01619571e2e90242ac12000600000000';

const required = {
  id: ID,
  accountId: '0161956c5ab00242ac12000600000000',
  object: 'user',
  etag: 'e1',
  email: 'user@example.com',
  status: 'ACTIVE',
} as const;

const session = {
  userAgent: 'curl/8.0',
  ipAddress: '192.0.2.1',
  accountId: ID,
  referenceToken: 'r1',
  loginTime: '2023-04-05T06:07:08+05:30',
};
const login = { date: '2023-04-05T06:07:08.123Z', ipAddress: '192.0.2.1', userAgent: 'curl/8.0', success: true };

const all = {
  ...required,
  username: 'user-1',
  activeSessions: [session],
  loginHistory: [login, { ...login, success: false }],
  creationTime: 1_680_674_828_000,
  updatedAt: '2023-04-05T06:07:08Z',
  fullName: 'Ada Lovelace',
  lastLoginTime: 1_680_674_828_001,
  isGtcAccepted: true,
  isMarketingAccepted: false,
  phoneNumber: '+36 1 234 5678',
  groups: [ID],
  address: '1 Main Street',
  emailVerified: true,
  createdAt: '2021-11-30T23:15:42Z',
  userProperties: { shop: { colour: 'blue' } },
  isTotpEnabled: true,
  passwordChangedTime: 1_680_674_828_002,
};

/** Answers by name: made by hand, so that what is derived from them can be read off. */
export const BODIES: Readonly<Record<string, JsonValue>> = {
  all,
  'only the required': required,
  'enabling 2FA': { ...all, status: 'RESET', totpSecret: 'JBSWY3DPEHPK3PXP', totpScratchCodes: ['12345678'] },
  'empty lists': {
    ...required,
    status: 'ENROLLING',
    email: 'other@example.com',
    activeSessions: [],
    loginHistory: [],
    groups: [],
    userProperties: {},
    isTotpEnabled: false,
  },
  'nested empty': {
    ...required,
    status: 'INVITED',
    userProperties: { shop: {} },
    isTotpEnabled: false,
    isGtcAccepted: false,
  },
  'two of each': {
    ...all,
    status: 'INACTIVE',
    email: 'b@c',
    username: 'b.c+1',
    fullName: 'Grace Hopper',
    activeSessions: [session, { ...session, ipAddress: '2001:db8::1' }],
    groups: [ID, ID],
    userProperties: { shop: { colour: 'red', size: 'L' }, __crm__: {} },
    isTotpEnabled: false,
    isMarketingAccepted: true,
  },
  'old dates': { ...required, createdAt: '0001-01-01T00:00:00Z', updatedAt: '2016-12-31T23:59:60Z', creationTime: 0 },
  'large numbers': {
    ...required,
    creationTime: 9_007_199_254_740_991,
    lastLoginTime: -1,
    passwordChangedTime: 2_147_483_648,
  },
};

/** The answers as accept cases. */
export const ROWS: readonly Case[] = Object.entries(BODIES).map(([id, body]) => ({
  id,
  verdict: 'accept',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: stringifyJson(body),
  classes: {},
  seed: 1,
}));

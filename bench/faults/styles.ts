import type { Hooks, User } from './user';

const DATES = ['createdAt', 'updatedAt'];

const withDates = (shown: User, change: (date: string) => string): User =>
  Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      name,
      DATES.includes(name) && typeof value === 'string' ? change(value) : value,
    ]),
  );

const isWholeUtc = (date: string): boolean =>
  /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:[0-5]\dZ$/.test(date) && !date.startsWith('0001');

/** The same instant, two hours east. */
const moved = (date: string): string =>
  isWholeUtc(date) && !date.startsWith('9999')
    ? new Date(Date.parse(date) + 7_200_000).toISOString().replace('.000Z', '+02:00')
    : date;

const LISTS = ['activeSessions', 'loginHistory', 'totpScratchCodes', 'groups'];

/** Correct services, each in another style: nothing may be found in any of them. */
export const STYLES: Readonly<Record<string, Hooks>> = {
  plain: {},
  'another offset': { show: (shown) => withDates(shown, moved) },
  'fractions of a second': {
    show: (shown) => withDates(shown, (date) => (isWholeUtc(date) ? date.replace('Z', '.000000Z') : date)),
  },
  'keys in another order, and more of them': {
    show: (shown) => ({
      _links: { self: '/v3/users/me' },
      ...Object.fromEntries(Object.entries(shown).reverse()),
      revision: 7,
    }),
  },
  'a charset, and headers in another case': {
    reply: (reply) => ({ ...reply, contentType: 'application/json; charset=utf-8' }),
    headers: { 'X-REQUEST-ID': '1', ETAG: '"x"' },
  },
  'empty lists for absent ones': {
    show: (shown) => ({ ...Object.fromEntries(LISTS.map((name) => [name, []])), ...shown }),
  },
  'no lists for empty ones': {
    show: (shown) =>
      Object.fromEntries(Object.entries(shown).filter(([, value]) => !(Array.isArray(value) && value.length === 0))),
  },
  'compressed by gzip, in chunks': { encoding: 'gzip', chunked: true },
  'compressed by brotli, connections closed': { encoding: 'br', closes: true },
  'ids with hyphens': {
    show: (shown) => {
      const hyphened = (value: unknown): unknown =>
        typeof value === 'string'
          ? value.replace(/^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/, '$1-$2-$3-$4-$5')
          : value;
      return { ...shown, id: hyphened(shown['id']), accountId: hyphened(shown['accountId']) };
    },
  },
  'maps that are added to': {
    apply: (call, otherwise) => {
      const after = otherwise(call);
      const [old, written] = [call.before['userProperties'], call.request['userProperties']];
      return written === undefined ? after : { ...after, userProperties: { ...(old as User), ...(written as User) } };
    },
  },
  'an etag that counts, also where nothing changed': {
    apply: (call, otherwise) => ({
      ...otherwise(call),
      etag: `v${Number(/^v(\d+)$/.exec(String(call.before['etag']))?.[1] ?? 0) + 1}`,
    }),
  },
  'errors without fields, in other words': {
    error: ({ fields: _fields, ...error }, status) => ({
      ...error,
      message: `It failed with ${status}: phoneNumber, username, isMarketingAccepted, userProperties, isGtcAccepted, isTotpEnabled, status, fullName, address, password or email`,
    }),
  },
};

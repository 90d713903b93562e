import { type Answer, Roster, type Row, type Update } from './roster';

/** A defect of the roster: what kind it is, and the class that has it. */
export interface RosterFault {
  readonly kind: string;
  readonly name: string;
  readonly make: () => Roster;
}

const fault = (kind: string, name: string, Class: new () => Roster): RosterFault => ({
  kind,
  name,
  make: () => new Class(),
});

type Change = (row: Row, update: Update) => unknown;

/** What an answer shows is changed. */
const shows = (kind: string, name: string, change: Change): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override show(row: Row, update: Update): unknown {
        return change(super.show(row, update) as Row, update);
      }
    },
  );

/** What is stored is changed. */
const stores = (kind: string, name: string, change: (row: Row, update: Update) => Row): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override apply(update: Update): Row {
        return change(super.apply(update), update);
      }
    },
  );

/** Members are not checked, or otherwise. */
const accepts = (name: string, isAccepted: (member: string, value: unknown) => boolean): RosterFault =>
  fault(
    'validation',
    name,
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        return super.problemsIn(body).filter((problem) => !isAccepted(problem.name, body[problem.name]));
      }
    },
  );

/** Answers are changed as they are sent. */
const sends = (kind: string, name: string, change: (answer: Answer) => Answer): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override finish(answer: Answer): Answer {
        return change(answer);
      }
    },
  );

const without = (row: Row, ...names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

const member = (row: Row, name: string, change: (value: never) => unknown): Row =>
  row[name] === undefined ? row : { ...row, [name]: change(row[name] as never) };

const texts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => texts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, texts(inner, change)]));
};

const DATA = [
  shows('text', 'what is not ASCII becomes ?', (row) => texts(row, (text) => text.replace(/[^\0-\x7f]/g, '?'))),
  shows('text', 'characters past U+FFFF become ?', (row) =>
    texts(row, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
  ),
  shows('text', 'quotes are escaped for HTML', (row) => texts(row, (text) => text.replaceAll('"', '&quot;'))),
  shows('text', 'line ends are taken out of addresses', (row) =>
    member(row, 'address', (text: string) => text.replace(/\r?\n/g, ' ')),
  ),
  shows('text', 'usernames are cut to 29', (row) => member(row, 'username', (text: string) => text.slice(0, 29))),
  shows('text', 'empty texts become null', (row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value])),
  ),
  shows('value', 'false is left out', (row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== false)),
  ),
  shows('value', 'zero is left out', (row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0)),
  ),
  shows('value', 'times past 2^31 overflow', (row) => member(row, 'last_login_time', (time: number) => time | 0)),
  shows('value', 'a negative time is turned round', (row) =>
    member(row, 'creation_time', (time: number) => Math.abs(time)),
  ),
  shows('list', 'the login history is turned round', (row) =>
    member(row, 'login_history', (items: unknown[]) => [...items].reverse()),
  ),
  shows('list', 'the login history holds four', (row) =>
    member(row, 'login_history', (items: unknown[]) => items.slice(0, 4)),
  ),
  shows('list', 'the first group is lost', (row) => member(row, 'groups', (items: unknown[]) => items.slice(1))),
  shows('list', 'groups are texts with commas', (row) => member(row, 'groups', (items: unknown[]) => items.join(','))),
  shows('list', 'one session is no list', (row) =>
    member(row, 'active_sessions', (items: unknown[]) => (items.length === 1 ? items[0] : items)),
  ),
  shows('list', 'empty lists are null', (row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Array.isArray(value) && value.length === 0 ? null : value]),
    ),
  ),
  shows('nested', 'sessions lack their token', (row) =>
    member(row, 'active_sessions', (items: Row[]) => items.map((item) => without(item, 'reference_token'))),
  ),
  shows('nested', 'a failed login lacks success', (row) =>
    member(row, 'login_history', (items: Row[]) =>
      items.map((item) => (item['success'] === false ? without(item, 'success') : item)),
    ),
  ),
  shows('nested', 'the second session has another shape', (row) =>
    member(row, 'active_sessions', (items: Row[]) =>
      items.map((item, index) => (index === 1 ? { ...item, login_time: null } : item)),
    ),
  ),
  shows('nested', 'keys of properties are in lower case', (row) =>
    member(row, 'user_properties', (map: Row) =>
      Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value])),
    ),
  ),
  shows('nested', 'empty properties are left out', (row) =>
    member(row, 'user_properties', (map: Row) =>
      Object.fromEntries(Object.entries(map).filter(([, inner]) => Object.keys(inner as Row).length > 0)),
    ),
  ),
  shows('time', 'the offset is cut off, not counted', (row) =>
    member(row, 'created_at', (date: string) => date.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  shows('time', 'created_at is the time of the update', (row) =>
    'created_at' in row ? { ...row, created_at: row['updated_at'] } : row,
  ),
  shows('time', 'updated_at is in seconds', (row) => ({ ...row, updated_at: 1700000000 })),
  shows('time', 'updated_at lacks its zone', (row) =>
    member(row, 'updated_at', (date: string) => date.replace('Z', '')),
  ),
];

const TOGETHER = [
  shows('two values', 'INACTIVE with 2FA lacks a phone number', (row) =>
    row['status'] === 'INACTIVE' && row['is_totp_enabled'] === true ? without(row, 'phone_number') : row,
  ),
  shows('two values', 'RESET without a name has an empty etag list', (row) =>
    row['status'] === 'RESET' && !('full_name' in row) ? { ...row, etag: [] } : row,
  ),
  shows('two fields', 'a username hides the full name', (row) =>
    'username' in row && 'full_name' in row ? without(row, 'full_name') : row,
  ),
  shows('three fields', 'consent without an address breaks the groups', (row) =>
    row['is_gtc_accepted'] === true && row['is_marketing_accepted'] === true && !('address' in row)
      ? { ...row, groups: null }
      : row,
  ),
  shows('three fields', 'no sessions, no history, no phone: no email', (row) =>
    'active_sessions' in row || 'login_history' in row || 'phone_number' in row ? row : without(row, 'email'),
  ),
];

const UPDATES = [
  stores('update', 'two texts in one update: one is lost', (row, { before, body }) =>
    'phone_number' in body && 'address' in body ? { ...row, phone_number: before['phone_number'] ?? '' } : row,
  ),
  stores('update', 'only the first property is stored', (row, { body }) =>
    'user_properties' in body
      ? { ...row, user_properties: Object.fromEntries(Object.entries(row['user_properties'] as Row).slice(0, 1)) }
      : row,
  ),
  stores('update', 'sessions end at every update', (row) => without(row, 'active_sessions')),
  stores('update', 'last_login_time is touched', (row) => member(row, 'last_login_time', () => 1700000000000)),
  stores('update', 'is_totp_enabled cannot be turned off', (row, { before, body }) =>
    body['is_totp_enabled'] === false && before['is_totp_enabled'] === true ? { ...row, is_totp_enabled: true } : row,
  ),
  stores('update', 'a status of INVITED is ignored', (row, { before, body }) =>
    body['status'] === 'INVITED' ? { ...row, status: before['status'] } : row,
  ),
  stores('update', 'the etag is of the id alone', (row) => ({ ...row, etag: `e-${row['id']}` })),
  stores('update', 'a flag is toggled instead of set', (row, { before, body }) =>
    'is_gtc_accepted' in body ? { ...row, is_gtc_accepted: before['is_gtc_accepted'] !== true } : row,
  ),
  fault(
    'update',
    'the answer is of before the update',
    class extends Roster {
      override show(_row: Row, update: Update): unknown {
        return super.show(update.before, update);
      }
    },
  ),
  fault(
    'update',
    'the answer is right, and the store keeps nothing',
    class extends Roster {
      override update(before: Row, bytes: Buffer): Answer {
        const answer = super.update(before, bytes);
        this.rows.set(String(before['id']), before);
        return answer;
      }
    },
  ),
  fault(
    'update',
    'the same request again is a conflict',
    class extends Roster {
      private last = '';
      override update(before: Row, bytes: Buffer): Answer {
        const isSame = bytes.toString() === this.last && bytes.length > 2;
        this.last = bytes.toString();
        return isSame ? this.refuse(409, 'This was sent before') : super.update(before, bytes);
      }
    },
  ),
];

const REFUSED = [
  fault(
    'refused',
    'a conflict stores the rest',
    class extends Roster {
      override isTaken(before: Row, body: Row): boolean {
        const isTaken = super.isTaken(before, body);
        if (isTaken) this.rows.set(String(before['id']), { ...before, ...without(this.written(body), 'email') });
        return isTaken;
      }
    },
  ),
  fault(
    'refused',
    'valid members of a refused update are stored',
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        const problems = super.problemsIn(body);
        const valid = without(this.written(body), ...problems.map(({ name }) => name));
        for (const [id, row] of this.rows) if (problems.length > 0) this.rows.set(id, { ...row, ...valid });
        return problems;
      }
    },
  ),
  fault(
    'refused',
    'who may not, is refused after the update',
    class extends Roster {
      override handle(...call: Parameters<Roster['handle']>): Answer {
        const [, , headers, body] = call;
        const known = this.callers.has(this.tokenIn(headers.authorization) ?? '');
        const [row] = this.rows.values();
        if (!known && row !== undefined && body.length > 2) this.update(row, body);
        return super.handle(...call);
      }
    },
  ),
  fault(
    'refused',
    'the path is not looked at',
    class extends Roster {
      override rowAt(): Row | undefined {
        return [...this.rows.values()][0];
      }
    },
  ),
  fault(
    'refused',
    'the account in the path is not looked at',
    class extends Roster {
      override rowAt(path: string, callerId: string | undefined): Row | undefined {
        return super.rowAt(path, callerId) ?? this.rows.get(path.split('/').at(-1) ?? '');
      }
    },
  ),
];

const SECURITY = [
  fault(
    'authentication',
    'permissions are not looked at',
    class extends Roster {
      override handle(method: string, path: string, headers: Parameters<Roster['handle']>[2], body: Buffer): Answer {
        for (const [token, { id }] of this.callers) this.callers.set(token, { id, mayUpdate: true });
        return super.handle(method, path, headers, body);
      }
    },
  ),
  fault(
    'authentication',
    'a wrong token is the first caller',
    class extends Roster {
      override tokenIn(header: string | undefined): string | undefined {
        return header === undefined ? undefined : [...this.callers.keys()][0];
      }
    },
  ),
  shows('secret', 'the TOTP secret stays visible', (row) =>
    row['is_totp_enabled'] === true ? { ...row, totp_secret: 'KVKFKRCP' } : row,
  ),
  shows('secret', 'scratch codes are shown with each email', (row, { body }) =>
    'email' in body ? { ...row, totp_scratch_codes: ['1'] } : row,
  ),
];

const VALIDATION = [
  accepts('texts of 101 characters', (name, value) => name === 'full_name' && typeof value === 'string'),
  accepts('null clears a member', (_name, value) => value === null),
  accepts('"true" is true', (_name, value) => value === 'true' || value === 'false'),
  accepts(
    'numbers are texts',
    (name, value) => ['address', 'phone_number', 'full_name', 'password'].includes(name) && typeof value === 'number',
  ),
  accepts('properties may hold anything', (name) => name === 'user_properties'),
  accepts('an email without an @', (name, value) => name === 'email' && typeof value === 'string'),
  accepts(
    'a status in lower case',
    (name, value) => name === 'status' && typeof value === 'string' && value.toUpperCase() !== value,
  ),
  fault(
    'validation',
    'an array is an empty update',
    class extends Roster {
      override read(bytes: Buffer): unknown {
        const value = super.read(bytes);
        return Array.isArray(value) ? {} : value;
      }
    },
  ),
  fault(
    'validation',
    'broken JSON makes it fail',
    class extends Roster {
      override read(bytes: Buffer): unknown {
        return super.read(bytes) ?? 'broken';
      }
      override refuse(status: number, message: string, fields?: Parameters<Roster['refuse']>[2]): Answer {
        return fields?.[0]?.name === 'body' ? super.refuse(500, message) : super.refuse(status, message, fields);
      }
    },
  ),
];

const PROTOCOL = [
  sends('status', 'success is 202', (answer) => (answer.status === 200 ? { ...answer, status: 202 } : answer)),
  sends('status', 'success has no body', (answer) => (answer.status === 200 ? { status: 204, body: '' } : answer)),
  sends('status', 'no such user is 400', (answer) => (answer.status === 404 ? { ...answer, status: 400 } : answer)),
  sends('status', 'an error is 200', (answer) => (answer.status === 400 ? { ...answer, status: 200 } : answer)),
  sends('content type', 'there is none', (answer) => ({ ...answer, type: '' })),
  sends('content type', 'Latin-1', (answer) => ({
    ...answer,
    type: 'application/json; charset=iso-8859-1',
    body: Buffer.from(String(answer.body), 'latin1'),
  })),
  sends('error body', 'errors are texts', (answer) =>
    answer.status >= 400 ? { ...answer, type: 'text/plain', body: 'Bad Request' } : answer,
  ),
  fault(
    'error body',
    'fields are names',
    class extends Roster {
      override errorBody(error: Row): unknown {
        return { ...(super.errorBody(error) as Row), fields: ['email'] };
      }
    },
  ),
  fault(
    'error body',
    'the type is a sentence',
    class extends Roster {
      override errorBody(error: Row): unknown {
        return { ...(super.errorBody(error) as Row), type: 'Validation error' };
      }
    },
  ),
  fault(
    'error body',
    'names in camelCase',
    class extends Roster {
      override errorBody(error: Row): unknown {
        return error;
      }
    },
  ),
];

/** The defects of the roster, each alone. */
export const ROSTER_FAULTS: readonly RosterFault[] = [
  ...DATA,
  ...TOGETHER,
  ...UPDATES,
  ...REFUSED,
  ...SECURITY,
  ...VALIDATION,
  ...PROTOCOL,
];

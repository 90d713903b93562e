import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StateHandlers } from '../../src/doors/provider';

/** A user as it goes over the wire here: names in snake_case. */
export type Row = Record<string, unknown>;

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly type?: string | undefined;
  readonly body: Buffer | string;
}

type Problem = { readonly name: string; readonly message: string };

const TYPES: Record<number, string> = {
  400: 'validation_error',
  401: 'invalid_token',
  403: 'access_denied',
  404: 'not_found',
  409: 'duplicate',
  500: 'internal_server_error',
};

const isText = (value: unknown, least = 0, most = Infinity): boolean =>
  // In UTF-16 units, as JavaScript counts.
  typeof value === 'string' && value.length >= least && value.length <= most;
const isFlag = (value: unknown): boolean => value === true || value === false;
const isMap = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const CHECKS: Record<string, (value: unknown) => boolean> = {
  phone_number: (value) => isText(value, 0, 100),
  full_name: (value) => isText(value, 0, 100),
  address: (value) => isText(value, 0, 100),
  username: (value) => isText(value, 4, 30) && /^[\w\-,.@+=]+$/.test(value as string),
  email: (value) => isText(value, 3, 254) && /.@./.test(value as string),
  status: (value) => ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'].includes(value as string),
  is_marketing_accepted: isFlag,
  is_gtc_accepted: isFlag,
  is_totp_enabled: isFlag,
  password: (value) => isText(value),
  user_properties: (value) =>
    isMap(value) &&
    Object.values(value).every((inner) => isMap(inner) && Object.values(inner).every((text) => isText(text))),
};

/** A call of an update: the row before it, the row after it where it was one, and what was asked. */
export interface Update {
  readonly before: Row;
  readonly body: Row;
}

/**
 * The service as a team would write it in an afternoon, with `JSON.parse`, `Date` and a map: it shares nothing with the
 * other one, and takes states in its own process. Each method is a place at which a fault, or another style, differs.
 */
export class Roster {
  protected rows = new Map<string, Row>();
  protected callers = new Map<string, { readonly id: string | undefined; readonly mayUpdate: boolean }>();
  protected version = 0;

  /** The provider states. */
  states(): StateHandlers {
    const token = `t-${Math.abs(this.version) + 1000}`;
    const known = (id: string | undefined, mayUpdate = true): { token: string } => {
      this.callers = new Map([[token, { id, mayUpdate }]]);
      return { token };
    };
    const empty = (): void => {
      this.rows.clear();
      this.callers.clear();
    };
    return {
      'a user exists': {
        setup: ({ user }) => {
          const row = this.toRow(JSON.parse(JSON.stringify(user)) as Row);
          this.rows = new Map([[String(row['id']), row]]);
          return known(String(row['id']));
        },
        teardown: empty,
      },
      'no such user': { setup: ({ userId, user_id }) => known(String(userId ?? user_id)), teardown: empty },
      'the caller has no valid token': { setup: empty, teardown: empty },
      'the caller may not update users': { setup: () => known(undefined, false), teardown: empty },
      'another user has the email': {
        setup: ({ email }) => {
          this.rows.set('other', { id: 'other', account_id: 'other', email, etag: '1', status: 'ACTIVE' });
        },
      },
    };
  }

  /** What is kept of a user. */
  toRow(user: Row): Row {
    return user;
  }

  handle(method: string, path: string, headers: IncomingMessage['headers'], body: Buffer): Answer {
    const token = this.tokenIn(headers.authorization);
    const caller = token === undefined ? undefined : this.callers.get(token);
    if (caller === undefined) return this.refuse(401, 'The token is not valid');
    if (!caller.mayUpdate) return this.refuse(403, 'The caller may not update users');
    const row = method === 'PUT' ? this.rowAt(path, caller.id) : undefined;
    if (row === undefined) return this.refuse(404, 'There is no such user');
    return this.update(row, body);
  }

  tokenIn(header: string | undefined): string | undefined {
    return /^bearer (.+)$/i.exec(header ?? '')?.[1];
  }

  rowAt(path: string, callerId: string | undefined): Row | undefined {
    if (path === '/v3/users/me') return this.rows.get(callerId ?? '');
    const [, account, id] = /^\/v3\/accounts\/([^/]+)\/users\/([^/]+)$/.exec(path) ?? [];
    const row = this.rows.get(id ?? '');
    return row?.['account_id'] === account ? row : undefined;
  }

  update(before: Row, bytes: Buffer): Answer {
    const body = this.read(bytes);
    if (!isMap(body)) return this.refuse(400, 'The body is no JSON object', [{ name: 'body', message: 'no object' }]);
    const problems = this.problemsIn(body);
    if (problems.length > 0) return this.refuse(400, `${problems[0]?.name} is not valid`, problems);
    if (this.isTaken(before, body)) return this.refuse(409, 'Another user has the email');
    const after = this.apply({ before, body });
    this.rows.set(String(before['id']), after);
    return { status: 200, body: this.write(this.show(after, { before, body })) };
  }

  read(bytes: Buffer): unknown {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      return undefined;
    }
  }

  write(value: unknown): Buffer | string {
    return JSON.stringify(value);
  }

  problemsIn(body: Row): Problem[] {
    return Object.keys(body)
      .filter((name) => CHECKS[name] !== undefined && Object.hasOwn(CHECKS, name) && !CHECKS[name]?.(body[name]))
      .map((name) => ({ name, message: 'is not valid' }));
  }

  isTaken(before: Row, { email }: Row): boolean {
    return email !== undefined && [...this.rows.values()].some((row) => row !== before && row['email'] === email);
  }

  /** The members that an update writes. */
  written(body: Row): Row {
    const known = Object.entries(body).filter(([name]) => Object.hasOwn(CHECKS, name) && name !== 'password');
    return Object.fromEntries(known);
  }

  apply({ before, body }: Update): Row {
    this.version += 1;
    return { ...before, ...this.written(body), etag: `W/${this.version}`, updated_at: new Date().toISOString() };
  }

  /** What an answer shows of the row: no secrets, but those that were just made. */
  show(row: Row, { body }: Update): unknown {
    const { totp_secret: _secret, totp_scratch_codes: _codes, ...shown } = row;
    const isEnabling = body['is_totp_enabled'] === true;
    return isEnabling
      ? { ...shown, object: 'user', totp_secret: 'KVKFKRCP', totp_scratch_codes: ['12345678'] }
      : { ...shown, object: 'user' };
  }

  refuse(status: number, message: string, fields?: readonly Problem[]): Answer {
    const error = { code: status, object: 'error', requestId: `r${status}`, message, type: TYPES[status], fields };
    return { status, body: this.write(this.errorBody(error)) };
  }

  /** Errors are named as users are. */
  errorBody({ requestId, ...error }: Row): unknown {
    return { ...error, request_id: requestId };
  }

  /** The last word before an answer is sent. */
  finish(answer: Answer): Answer {
    return answer;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const closed = (server: Server): Promise<void> =>
  new Promise((settle) => {
    server.close(() => settle());
    server.closeAllConnections();
  });

/** Starts the service on a free port of 127.0.0.1; to be closed by who started it. */
export async function startRoster(
  roster: Roster,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const bytes = await bodyOf(request);
    const { method = '', url = '', headers } = request;
    const { status, type = 'application/json', body } = roster.finish(roster.handle(method, url, headers, bytes));
    response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

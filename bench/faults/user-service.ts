import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Call, Hooks, Reply, User } from './user';

const TOKEN = 'a-valid-token';
const LONGEST_BODY = 1024 * 1024;

const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && [...value].length >= least && [...value].length <= most;

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const isProperties = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (inner) =>
      typeof inner === 'object' &&
      inner !== null &&
      !Array.isArray(inner) &&
      Object.values(inner).every((text) => typeof text === 'string'),
  );

const VALID: Record<string, (value: unknown) => boolean> = {
  phoneNumber: (value) => isText(value, 0, 100),
  username: (value) => isText(value, 4, 30) && /^[A-Za-z0-9_\-,.@+=]*$/.test(value as string),
  isMarketingAccepted: isBoolean,
  userProperties: isProperties,
  isGtcAccepted: isBoolean,
  isTotpEnabled: isBoolean,
  status: (value) => ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'].includes(value as string),
  fullName: (value) => isText(value, 0, 100),
  address: (value) => isText(value, 0, 100),
  password: (value) => typeof value === 'string',
  email: (value) => isText(value, 3, 254) && /^.+@.+$/.test(value as string),
};

const invalidMember = (request: User): string | undefined =>
  Object.keys(request).find((name) => Object.hasOwn(VALID, name) && !VALID[name]?.(request[name]));

const isSame = (left: unknown, right: unknown): boolean => text(left) === text(right);

/** What a correct service stores: what was written, another etag, and when. A password is stored elsewhere. */
function apply({ before, request }: Call): User {
  const known = Object.entries(request).filter(([name]) => Object.hasOwn(VALID, name) && name !== 'password');
  const after = { ...before, ...Object.fromEntries(known) };
  if (isSame(before, after) && request['password'] === undefined) return before;
  const etag = createHash('sha256')
    .update(text([before['etag'], request]))
    .digest('hex')
    .slice(0, 16);
  return { ...after, etag, ...(before['updatedAt'] === undefined ? {} : { updatedAt: '2026-01-02T03:04:05Z' }) };
}

/** The secrets of two-factor authentication are shown while it is being enabled. */
const show = (stored: User, { request }: Call): User =>
  request['isTotpEnabled'] === true
    ? { ...stored, totpSecret: 'JBSWY3DP', totpScratchCodes: ['1111', '2222'] }
    : stored;

/** JSON in which integers that a double cannot hold are bigints. */
function parsed(body: string): unknown {
  return JSON.parse(
    body.replace(
      /("(?:[^"\\]|\\.)*")|(-?\d{16,})(?![\d.eE])/g,
      (_all, string, digits) => string ?? `"\\u0000${digits}"`,
    ),
    (_key, value) => (typeof value === 'string' && value.startsWith('\u0000') ? BigInt(value.slice(1)) : value),
  );
}

function text(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${text(inner)}`).join(',')}}`;
}

const ERRORS: Record<number, readonly [type: string, message: string]> = {
  400: ['validation_error', 'The request is not valid'],
  401: ['invalid_token', 'The token is not valid'],
  403: ['access_denied', 'The caller may not update users'],
  404: ['not_found', 'There is no such user'],
  409: ['duplicate', 'Another user has the email'],
};

/** A service of users in memory, written by hand from the document of the API. */
class UserService {
  private user: User | undefined;
  private isAllowed = true;
  private takenEmail: string | undefined;

  constructor(private readonly hooks: Hooks) {}

  changeState(body: string): [number, unknown] {
    const { state, params, action } = parsed(body) as { state: string; params: User; action: string };
    this.isAllowed = true;
    if (action === 'teardown') {
      this.user = undefined;
      this.takenEmail = undefined;
      return [200, {}];
    }
    if (state === 'a user exists') this.user = params['user'] as User;
    else if (state === 'no such user') this.user = undefined;
    else if (state === 'the caller may not update users') this.isAllowed = false;
    else if (state === 'another user has the email') this.takenEmail = params['email'] as string;
    else if (state !== 'the caller has no valid token') return [409, { unsupported: state }];
    return [200, { token: TOKEN }];
  }

  answer(method: string, path: string, authorization: string | undefined, body: Buffer): [Reply, Call | undefined] {
    const operation = this.operationOf(method, path);
    const isKnown = this.hooks.authenticates?.(authorization) ?? authorization === `Bearer ${TOKEN}`;
    if (!isKnown) return [this.error(401), undefined];
    if (!this.isAllowed) return [this.error(403), undefined];
    if (operation === undefined || this.user === undefined) return [this.error(404), undefined];
    return this.update(this.user, operation, body);
  }

  private operationOf(method: string, path: string): Call['operation'] | undefined {
    if (method !== 'PUT') return undefined;
    if (path === '/v3/users/me') return 'updateMyUser';
    const [, account, user] = /^\/v3\/accounts\/([^/]+)\/users\/([^/]+)$/.exec(path) ?? [];
    const isTheirs = account === this.user?.['accountId'] && user === this.user?.['id'];
    return isTheirs ? 'updateAccountUser' : undefined;
  }

  private update(before: User, operation: Call['operation'], body: Buffer): [Reply, Call | undefined] {
    const request = requestIn(body);
    if (request === undefined) return [this.error(400, 'body'), undefined];
    const call: Call = { before, request, operation };
    const wrong =
      this.hooks.invalidMember?.(request, invalidMember) ??
      (this.hooks.invalidMember === undefined ? invalidMember(request) : undefined);
    if (wrong !== undefined) {
      this.user = this.hooks.applyRefused?.(call) ?? before;
      return [this.error(400, wrong), call];
    }
    if (this.takenEmail !== undefined && request['email'] === this.takenEmail) return [this.error(409, 'email'), call];
    this.user = this.hooks.apply?.(call, apply) ?? apply(call);
    const shown = show(this.user, call);
    const body200 = this.hooks.show === undefined ? shown : this.hooks.show(shown, call);
    return [{ status: 200, contentType: 'application/json', text: text(body200) }, call];
  }

  private error(status: number, field?: string): Reply {
    const [type = '', message = ''] = ERRORS[status] ?? [];
    const fields = field === undefined ? {} : { fields: [{ name: field, message: 'is not valid' }] };
    const said = { code: status, object: 'error', requestId: 'r-1', message, type, ...fields };
    return { status, contentType: 'application/json', text: text(this.hooks.error?.(said, status) ?? said) };
  }
}

function requestIn(body: Buffer): User | undefined {
  try {
    const value = parsed(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as User) : undefined;
  } catch {
    return undefined;
  }
}

const ENCODERS = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };

function send(response: ServerResponse, reply: Reply, hooks: Hooks): void {
  const bytes = Buffer.from(reply.text);
  const body = hooks.encoding === undefined ? bytes : ENCODERS[hooks.encoding](bytes);
  response.writeHead(reply.status, {
    'Content-Type': reply.contentType,
    ...(hooks.encoding === undefined ? {} : { 'Content-Encoding': hooks.encoding }),
    ...(hooks.chunked === true ? {} : { 'Content-Length': String(body.length) }),
    ...(hooks.closes === true ? { Connection: 'close' } : {}),
    ...hooks.headers,
  });
  for (let at = 0; hooks.chunked === true && at < body.length; at += 7) response.write(body.subarray(at, at + 7));
  response.end(hooks.chunked === true ? undefined : body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= LONGEST_BODY) chunks.push(chunk as Buffer);
  }
  return length > LONGEST_BODY ? undefined : Buffer.concat(chunks);
}

/** A service that was started, to be closed by who started it. */
export interface Started {
  readonly url: string;
  readonly statesUrl: string;
  readonly close: () => Promise<void>;
}

/** Starts the service on a free port of 127.0.0.1, with faults or in another style where hooks say so. */
export async function startUserService(hooks: Hooks = {}): Promise<Started> {
  const service = new UserService(hooks);
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url === '/states') {
      const [status, value] = service.changeState(String(body));
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(text(value));
      return;
    }
    const bytes = body ?? Buffer.from('too long');
    const [reply, call] = service.answer(request.method ?? '', request.url ?? '', request.headers.authorization, bytes);
    send(response, hooks.reply?.(reply, call) ?? reply, hooks);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { url, statesUrl: `${url}/states`, close };
}

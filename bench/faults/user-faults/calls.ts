import type { Hooks } from '../user';
import { type Fault, without } from './planting';

const replied = (kind: string, name: string, reply: NonNullable<Hooks['reply']>): Fault => ({
  kind,
  name,
  hooks: { reply },
});

/** Statuses, headers and error bodies. */
export const PROTOCOL = [
  replied('status', 'success is 201', (reply) => (reply.status === 200 ? { ...reply, status: 201 } : reply)),
  replied('status', 'not found is 200 with null', (reply) =>
    reply.status === 404 ? { ...reply, status: 200, text: 'null' } : reply,
  ),
  replied('status', 'an invalid request is 500', (reply) => (reply.status === 400 ? { ...reply, status: 500 } : reply)),
  replied('status', 'forbidden is 401', (reply) => (reply.status === 403 ? { ...reply, status: 401 } : reply)),
  replied('status', 'a conflict is 400', (reply) => (reply.status === 409 ? { ...reply, status: 400 } : reply)),
  replied('error body', 'errors are HTML', (reply) =>
    reply.status >= 400 ? { ...reply, contentType: 'text/html', text: '<html><body>Error</body></html>' } : reply,
  ),
  replied('error body', 'errors are empty', (reply) => (reply.status >= 400 ? { ...reply, text: '' } : reply)),
  replied('content type', 'JSON as text/plain', (reply) => ({ ...reply, contentType: 'text/plain' })),
  replied('content type', 'a byte order mark', (reply) => ({ ...reply, text: `\ufeff${reply.text}` })),
  replied('content type', 'JSON that is cut off', (reply) =>
    reply.status === 200 ? { ...reply, text: reply.text.slice(0, -1) } : reply,
  ),
  { kind: 'error body', name: 'errors lack a request id', hooks: { error: (error) => without(error, 'requestId') } },
  {
    kind: 'error body',
    name: 'the code is text',
    hooks: { error: (error) => ({ ...error, code: String(error['code']) }) },
  },
  { kind: 'error body', name: 'the type is unknown', hooks: { error: (error) => ({ ...error, type: 'oops' }) } },
  {
    kind: 'error body',
    name: 'fields are a map',
    hooks: { error: (error) => ({ ...error, fields: { email: 'bad' } }) },
  },
] satisfies readonly Fault[];

/** Callers that should have been refused. */
export const SECURITY = [
  { kind: 'authentication', name: 'any token will do', hooks: { authenticates: (header) => header !== undefined } },
  { kind: 'authentication', name: 'no token is needed', hooks: { authenticates: () => true } },
  {
    kind: 'authentication',
    name: 'no header is a valid token',
    hooks: { authenticates: (header) => header === undefined || header === 'Bearer a-valid-token' },
  },
] satisfies readonly Fault[];

const unchecked =
  (...names: readonly string[]): Hooks['invalidMember'] =>
  (request, otherwise) =>
    otherwise(without(request, ...names));

/** Requests that should have been refused. */
export const VALIDATION = [
  { kind: 'validation', name: 'the username is not checked', hooks: { invalidMember: unchecked('username') } },
  { kind: 'validation', name: 'the status is not checked', hooks: { invalidMember: unchecked('status') } },
  { kind: 'validation', name: 'the email is not checked', hooks: { invalidMember: unchecked('email') } },
  {
    kind: 'validation',
    name: 'flags are not checked',
    hooks: { invalidMember: unchecked('isMarketingAccepted', 'isGtcAccepted') },
  },
  {
    kind: 'validation',
    name: 'a valid update of two fields is refused',
    hooks: {
      invalidMember: (request, otherwise) =>
        'address' in request && 'phoneNumber' in request ? 'address' : otherwise(request),
    },
  },
] as readonly Fault[];

import { type Answer, Roster, type Row } from '../roster';
import { accepts, fault, sends, shows } from './planting';

/** Who is let in, and what is shown to whom. */
export const INSECURE = [
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

/** Requests that should be refused. */
export const UNCHECKED = [
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

/** Statuses, content types and error bodies. */
export const MISSPOKEN = [
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

import { Roster, type Row } from '../roster';
import { accepts, fault, sends, stores } from './planting';

const STATUSES = new Set(['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE']);

/** What only an update of one member alone, a telling text, a clock or a look after a refusal shows. */
export const SUBTLE = [
  stores('subtle', 'an email is stored in small letters', (row, { body }) =>
    'email' in body ? { ...row, email: String(body['email']).toLowerCase() } : row,
  ),
  stores('subtle', 'flags alone give no new etag', (row, { before, body }) =>
    Object.values(body).every((value) => typeof value === 'boolean') ? { ...row, etag: before['etag'] } : row,
  ),
  stores('subtle', 'the clock is local, and says that it is UTC', (row) => ({
    ...row,
    updated_at: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  })),
  stores('subtle', 'values of properties end after 255 characters', (row, { body }) =>
    'user_properties' in body ? { ...row, user_properties: cut(row['user_properties'] as Record<string, Row>) } : row,
  ),
  accepts('a username may have any letters', (name, value) => name === 'username' && /^\p{L}{4,30}$/u.test(`${value}`)),
  accepts('a username may be one shorter', (name, value) => name === 'username' && `${value}`.length === 3),
  accepts('a full_name may be one longer', (name, value) => name === 'full_name' && `${value}`.length === 101),
  accepts(
    'a status may be in small letters',
    (name, value) => name === 'status' && STATUSES.has(`${value}`.toUpperCase()),
  ),
  sends('subtle', 'JSON is said to be in Latin-1', (answer) => ({
    ...answer,
    type: 'application/json; charset=iso-8859-1',
  })),
  fault(
    'subtle',
    'an address is limited in bytes',
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        const isLong = Buffer.byteLength(String(body['address'] ?? '')) > 100;
        return [...super.problemsIn(body), ...(isLong ? [{ name: 'address', message: 'is not valid' }] : [])];
      }
    },
  ),
  fault(
    'subtle',
    'a username has no plus sign',
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        const hasPlus = String(body['username'] ?? '').includes('+');
        return [...super.problemsIn(body), ...(hasPlus ? [{ name: 'username', message: 'is not valid' }] : [])];
      }
    },
  ),
  fault(
    'subtle',
    'errors name the first member of all',
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        return super.problemsIn(body).map(({ message }) => ({ name: 'username', message }));
      }
    },
  ),
];

const cut = (properties: Record<string, Row>): Row =>
  Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, String(value).slice(0, 255)])),
    ]),
  );

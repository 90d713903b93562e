import { type Answer, Roster, type Row, type Update } from '../roster';
import { fault, member, stores, without } from './planting';

/** Updates that do not mean what they should. */
export const WRONG_UPDATES = [
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

/** Calls that are refused, and leave something behind. */
export const HALF_REFUSED = [
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

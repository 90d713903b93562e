import { createHash } from 'node:crypto';
import { type Answer, Roster, type Row, type Update } from './roster';

const rewritten = (change: (answer: Answer) => Answer): (() => Roster) => {
  class Rewritten extends Roster {
    override finish(answer: Answer): Answer {
      return change(answer);
    }
  }
  return () => new Rewritten();
};

const stored = (change: (row: Row, update: Update) => Row): (() => Roster) => {
  class Stored extends Roster {
    override apply(update: Update): Row {
      return change(super.apply(update), update);
    }
  }
  return () => new Stored();
};

/** A date-time as JavaScript writes it, where its calendar has it. */
const normalised = (value: unknown): unknown => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : new Date(time).toISOString();
};

class Normalising extends Roster {
  override show(row: Row, update: Update): unknown {
    const shown = super.show(row, update) as Row;
    return 'created_at' in shown ? { ...shown, created_at: normalised(shown['created_at']) } : shown;
  }
}

class ByContent extends Roster {
  override apply(update: Update): Row {
    const { etag: _etag, updated_at: _time, ...content } = super.apply(update);
    const { etag: _old, updated_at: _earlier, ...before } = update.before;
    if (JSON.stringify(content) === JSON.stringify(before)) return update.before;
    const etag = createHash('sha1').update(JSON.stringify(content)).digest('base64');
    return { ...content, etag, updated_at: `${new Date().toISOString().slice(0, 19)}+00:00` };
  }
}

class Terse extends Roster {
  override errorBody(error: Row): unknown {
    const { fields, ...rest } = super.errorBody(error) as Row;
    return { ...rest, ...(Array.isArray(fields) ? { fields, hint: null } : { fields: [] }) };
  }
}

/** JSON as liberal parsers read it: what stands behind the value does not matter, and `NaN` is a number. */
class Liberal extends Roster {
  override read(bytes: Buffer): unknown {
    const text = bytes.toString().replace(/:-?(?:NaN|Infinity)\b/g, ':0');
    return text === ''
      ? {}
      : (super.read(Buffer.from(text)) ?? super.read(Buffer.from(text.replace(/\}[^{}"]*$/, '}'))));
  }
}

/** Correct services in styles of their own: nothing may be found in any of them. */
export const ROSTER_STYLES: Readonly<Record<string, () => Roster>> = {
  'written in an afternoon': () => new Roster(),
  'dates as JavaScript writes them': () => new Normalising(),
  'etags of the content, times in whole seconds': () => new ByContent(),
  'errors with more members, or no fields': () => new Terse(),
  'a liberal parser of JSON': () => new Liberal(),
  'indented JSON': rewritten((answer) => ({
    ...answer,
    body: JSON.stringify(JSON.parse(String(answer.body)), null, 2),
  })),
  'a charset without a blank': rewritten((answer) => ({ ...answer, type: 'application/json;charset=UTF-8' })),
  'a new email is to be verified, and invites again': stored((row, { before, body }) =>
    'email' in body && body['email'] !== before['email']
      ? { ...row, email_verified: false, status: body['status'] ?? 'INVITED' }
      : row,
  ),
  'a new password ends sessions': stored((row, { body }) =>
    'password' in body ? { ...row, active_sessions: [], password_changed_time: Date.now() } : row,
  ),
};

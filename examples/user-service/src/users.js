'use strict';

const { createHash, randomBytes, scryptSync } = require('node:crypto');
const { fromRow, text, toRow } = require('./columns');

/** The email is another user's. */
class EmailTaken extends Error {
  name = 'EmailTaken';
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32 = (length) => Array.from(randomBytes(length), (byte) => BASE32[byte % 32]).join('');
const scratchCodes = () => Array.from({ length: 5 }, () => randomBytes(4).toString('hex'));

const hashOf = (password) => {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, 32, { N: 1024 }).toString('hex')}`;
};

const nextEtag = (etag, user) =>
  createHash('sha256')
    .update(`${etag}\n${JSON.stringify(toRow(user))}`)
    .digest('hex')
    .slice(0, 24);

/** Users and their tokens, in a database. */
class Users {
  constructor(database) {
    this.database = database;
  }

  insert(user) {
    const row = toRow(user);
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    this.database.run(`INSERT INTO users (${names.join(', ')}) VALUES (${places})`, Object.values(row));
  }

  insertToken(token, userId, mayUpdate) {
    this.database.run('INSERT INTO tokens VALUES (?, ?, ?)', [
      token,
      userId === undefined ? null : text.toColumn(userId),
      mayUpdate ? 1 : 0,
    ]);
  }

  clear() {
    this.database.exec('DELETE FROM users; DELETE FROM tokens');
  }

  /** Who a token belongs to; undefined where there is no such token. */
  caller(token) {
    const row = this.database.get('SELECT * FROM tokens WHERE token = ?', [token]);
    if (row === null || row === undefined) return undefined;
    return { userId: row.user_id === null ? undefined : text.fromColumn(row.user_id), mayUpdate: row.may_update === 1 };
  }

  /** The user of this id; undefined where there is none, or none of this account. */
  find(id, accountId) {
    if (id === undefined) return undefined;
    const row = this.database.get('SELECT * FROM users WHERE id = ?', [text.toColumn(id)]);
    const user = row === null || row === undefined ? undefined : fromRow(row);
    return user !== undefined && (accountId === undefined || user.accountId === accountId) ? user : undefined;
  }

  /**
   * Writes the members that are given, and gives the user as it is then.
   * @throws EmailTaken where another user has the email.
   */
  update(before, changes) {
    const isEnrolling = changes.isTotpEnabled === true && before.totpSecret === undefined;
    const secrets = isEnrolling ? { totpSecret: base32(32), totpScratchCodes: scratchCodes() } : {};
    const changed = { ...secrets, ...before, ...changes };
    const after = { ...changed, etag: nextEtag(before.etag, changed), updatedAt: this.now(before) };
    const row = {
      ...toRow(after),
      ...(changes.password === undefined ? {} : { password_hash: hashOf(changes.password) }),
    };
    const sets = Object.keys(row).map((name) => `${name} = ?`);
    try {
      this.database.run(`UPDATE users SET ${sets.join(', ')} WHERE id = ?`, [
        ...Object.values(row),
        text.toColumn(before.id),
      ]);
    } catch (error) {
      if (/UNIQUE constraint failed: users\.email/.test(error.message)) throw new EmailTaken();
      throw error;
    }
    return this.find(before.id);
  }

  /** Never before the creation: clocks of two machines differ. */
  now({ createdAt }) {
    const now = new Date().toISOString();
    return createdAt !== undefined && Date.parse(createdAt) > Date.parse(now) ? createdAt : now;
  }
}

module.exports = { EmailTaken, Users };

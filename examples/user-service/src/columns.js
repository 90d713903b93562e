'use strict';

// This driver cuts texts at U+0000, which people's addresses may hold: free text is kept as its UTF-8 bytes.
const text = {
  toColumn: (value) => Buffer.from(value, 'utf8'),
  fromColumn: (value) => Buffer.from(value).toString('utf8'),
};
const plain = { toColumn: (value) => value, fromColumn: (value) => value };
const flag = { toColumn: (value) => (value ? 1 : 0), fromColumn: (value) => value === 1 };
const json = { toColumn: (value) => JSON.stringify(value), fromColumn: (value) => JSON.parse(value) };

/** Every member of a user, with its column: what is NULL there is absent from the answer. */
const COLUMNS = [
  { member: 'id', column: 'id', ...text },
  { member: 'accountId', column: 'account_id', ...text },
  { member: 'email', column: 'email', ...text },
  { member: 'status', column: 'status', ...plain },
  { member: 'etag', column: 'etag', ...text },
  { member: 'username', column: 'username', ...text },
  { member: 'fullName', column: 'full_name', ...text },
  { member: 'address', column: 'address', ...text },
  { member: 'phoneNumber', column: 'phone_number', ...text },
  { member: 'password', column: 'initial_password', ...text },
  { member: 'isGtcAccepted', column: 'is_gtc_accepted', ...flag },
  { member: 'isMarketingAccepted', column: 'is_marketing_accepted', ...flag },
  { member: 'emailVerified', column: 'email_verified', ...flag },
  { member: 'isTotpEnabled', column: 'is_totp_enabled', ...flag },
  { member: 'totpSecret', column: 'totp_secret', ...text },
  { member: 'totpScratchCodes', column: 'totp_scratch_codes', ...json },
  { member: 'groups', column: 'groups', ...json },
  { member: 'activeSessions', column: 'active_sessions', ...json },
  { member: 'loginHistory', column: 'login_history', ...json },
  { member: 'userProperties', column: 'user_properties', ...json },
  { member: 'creationTime', column: 'creation_time', ...plain },
  { member: 'lastLoginTime', column: 'last_login_time', ...plain },
  { member: 'passwordChangedTime', column: 'password_changed_time', ...plain },
  { member: 'createdAt', column: 'created_at', ...plain },
  { member: 'updatedAt', column: 'updated_at', ...plain },
];

/** The columns of a user's members, as the database takes them. */
function toRow(user) {
  const given = COLUMNS.filter(({ member }) => user[member] !== undefined);
  return Object.fromEntries(given.map(({ member, column, toColumn }) => [column, toColumn(user[member])]));
}

/** A user of its row. */
function fromRow(row) {
  const given = COLUMNS.filter(({ column }) => row[column] !== null && row[column] !== undefined);
  return Object.fromEntries(given.map(({ member, column, fromColumn }) => [member, fromColumn(row[column])]));
}

module.exports = { text, toRow, fromRow };

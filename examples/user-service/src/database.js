'use strict';

const { Database } = require('node-sqlite3-wasm');

const SCHEMA = `
  CREATE TABLE users (
    id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL,
    email BLOB NOT NULL UNIQUE,
    status TEXT NOT NULL,
    etag BLOB NOT NULL,
    username BLOB,
    full_name BLOB,
    address BLOB,
    phone_number BLOB,
    initial_password BLOB,
    password_hash TEXT,
    is_gtc_accepted INTEGER,
    is_marketing_accepted INTEGER,
    email_verified INTEGER,
    is_totp_enabled INTEGER,
    totp_secret BLOB,
    totp_scratch_codes TEXT,
    groups TEXT,
    active_sessions TEXT,
    login_history TEXT,
    user_properties TEXT,
    creation_time INTEGER,
    last_login_time INTEGER,
    password_changed_time INTEGER,
    created_at TEXT,
    updated_at TEXT
  ) STRICT;

  CREATE TABLE tokens (
    token TEXT PRIMARY KEY,
    user_id BLOB,
    may_update INTEGER NOT NULL
  ) STRICT;
`;

/** Opens the database, in memory where no file is given. */
function openDatabase(file = ':memory:') {
  const database = new Database(file);
  const [{ count }] = database.all("SELECT count(*) AS count FROM sqlite_master WHERE name = 'users'");
  if (count === 0) database.exec(SCHEMA);
  return database;
}

module.exports = { openDatabase };

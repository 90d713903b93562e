'use strict';

const { Database } = require('node-sqlite3-wasm');

const SCHEMA = `
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    placed_on TEXT NOT NULL,
    lines TEXT NOT NULL,
    shipped_at TEXT,
    reference BLOB,
    discount TEXT
  ) STRICT;

  CREATE TABLE payments (
    order_id INTEGER PRIMARY KEY,
    payment TEXT NOT NULL
  ) STRICT;

  CREATE TABLE order_tokens (token TEXT PRIMARY KEY) STRICT;
`;

/** Opens the orders' database, in memory where no file is given. */
function openOrders(file = ':memory:') {
  const database = new Database(file);
  const [{ count }] = database.all("SELECT count(*) AS count FROM sqlite_master WHERE name = 'orders'");
  if (count === 0) database.exec(SCHEMA);
  return database;
}

module.exports = { openOrders };

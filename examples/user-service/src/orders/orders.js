'use strict';

/** Text as bytes: the driver cuts texts at U+0000. */
const bytes = (text) => (text === undefined ? null : Buffer.from(text, 'utf8'));
const text = (blob) => Buffer.from(blob).toString('utf8');

const whenThere = (name, value) => (value === null ? {} : { [name]: value });

/** An order as the API shows it. */
const shown = (row) => ({
  id: Number(row.id),
  status: row.status,
  currency: row.currency,
  placedOn: row.placed_on,
  lines: JSON.parse(row.lines),
  shippedAt: row.shipped_at,
  ...whenThere('reference', row.reference === null ? null : text(row.reference)),
  ...whenThere('discount', row.discount),
});

const columnsOf = (order) => [
  order.status,
  order.currency,
  order.placedOn,
  JSON.stringify(order.lines),
  order.shippedAt,
  bytes(order.reference),
  order.discount ?? null,
];

/** Newest first, unless it is asked for otherwise. */
const DIRECTIONS = { placedOn: 'ASC', '-placedOn': 'DESC' };

/** The orders and their payments, as rows of a database. */
class Orders {
  constructor(database) {
    this.database = database;
  }

  isLetIn(token) {
    return this.database.all('SELECT token FROM order_tokens WHERE token = ?', [token]).length > 0;
  }

  find(id) {
    const [row] = this.database.all('SELECT * FROM orders WHERE id = ?', [id]);
    return row === undefined ? undefined : shown(row);
  }

  /** A page of the orders with these values, and how many there are on all pages. */
  list({ page, size, status, currency, sort }) {
    const wanted = Object.entries({ status, currency }).filter(([, value]) => value !== undefined);
    const where = wanted.length === 0 ? '' : `WHERE ${wanted.map(([name]) => `${name} = ?`).join(' AND ')}`;
    const values = wanted.map(([, value]) => value);
    const order = `ORDER BY placed_on ${DIRECTIONS[sort]}, id`;
    const rows = this.database.all(`SELECT * FROM orders ${where} ${order} LIMIT ? OFFSET ?`, [
      ...values,
      size,
      (page - 1) * size,
    ]);
    const [{ total }] = this.database.all(`SELECT count(*) AS total FROM orders ${where}`, values);
    return { items: rows.map(shown), page, size, total: Number(total) };
  }

  /** Keeps a new order, under its own id where it has one. */
  insert({ id = null, ...order }) {
    this.database.run(
      `INSERT INTO orders (id, status, currency, placed_on, lines, shipped_at, reference, discount)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, ...columnsOf(order)],
    );
    const [{ last }] = this.database.all('SELECT last_insert_rowid() AS last');
    return this.find(last);
  }

  update(id, changes) {
    const order = { ...this.find(id), ...changes };
    this.database.run(
      `UPDATE orders SET status = ?, currency = ?, placed_on = ?, lines = ?, shipped_at = ?, reference = ?, discount = ?
       WHERE id = ?`,
      [...columnsOf(order), id],
    );
    return this.find(id);
  }

  remove(id) {
    this.database.run('DELETE FROM payments WHERE order_id = ?', [id]);
    this.database.run('DELETE FROM orders WHERE id = ?', [id]);
  }

  payment(id) {
    const [row] = this.database.all('SELECT payment FROM payments WHERE order_id = ?', [id]);
    return row === undefined ? undefined : JSON.parse(row.payment);
  }

  pay(id, payment) {
    this.database.run('INSERT INTO payments (order_id, payment) VALUES (?, ?)', [id, JSON.stringify(payment)]);
  }

  letIn(token) {
    this.database.run('INSERT OR REPLACE INTO order_tokens (token) VALUES (?)', [token]);
  }

  clear() {
    this.database.exec('DELETE FROM orders; DELETE FROM payments; DELETE FROM order_tokens;');
  }
}

module.exports = { Orders };

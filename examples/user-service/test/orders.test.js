'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { verifyProvider } = require('pactcheck/provider');
const { buildOrders } = require('../src/orders/app');
const { openOrders } = require('../src/orders/database');
const { Orders } = require('../src/orders/orders');
const { DEFECTS, HARMLESS } = require('./order-defects');
const { orderStatesOf } = require('./order-states');

const ROOT = join(__dirname, '..');

const { interactions } = JSON.parse(readFileSync(join(ROOT, 'pacts/shop-orders.json'), 'utf8'));
const ids = interactions.map(({ description }) => description);

/** Verifies the service on a database of its own; `spoil` may change what it does. */
async function verified({ spoil, operation, explore = 0, headers } = {}) {
  const database = openOrders();
  const { app, orders } = buildOrders(database);
  spoil?.(orders, app);
  try {
    return await verifyProvider({
      cwd: ROOT,
      contract: 'orders',
      pacts: 'pacts/shop-orders.json',
      providerBaseUrl: await app.listen({ host: '127.0.0.1', port: 0 }),
      // States are set up as ever: only what callers see goes wrong.
      states: orderStatesOf(new Orders(database)),
      explore,
      headers,
      ...(operation === undefined ? {} : { select: { ids: ids.filter((id) => id.startsWith(`${operation} `)) } }),
    });
  } finally {
    await app.close();
  }
}

const failedIn = ({ results }) =>
  results.flatMap(({ id, status, findings }) =>
    status === 'passed' ? [] : [`${id} ${status}: ${findings.map(({ message }) => message).join('; ')}`],
  );

describe('what the shop relies on', () => {
  const results = new Map();
  beforeAll(async () => {
    const run = await verified();
    for (const result of run.results) results.set(result.id, result);
  }, 120_000);

  it.each(ids)('%s', (id) => {
    expect(results.get(id)).toMatchObject({ status: 'passed', findings: [] });
  });
});

it('is kept beyond the pacts, by a service that is strict about its requests', async () => {
  const token = 'token-of-an-operator';
  const letsIn = (orders) => {
    const isLetIn = orders.isLetIn.bind(orders);
    orders.isLetIn = (shown) => shown === token || isLetIn(shown);
  };
  const headers = [`Authorization: Bearer ${token}`];
  expect(failedIn(await verified({ operation: 'updateOrder', explore: 40, spoil: letsIn, headers }))).toEqual([]);
}, 120_000);

describe('the verification notices', () => {
  it.each(Object.keys(DEFECTS))(
    '%s',
    async (name) => {
      const [operation, spoil] = DEFECTS[name];
      expect(failedIn(await verified({ spoil, operation }))).not.toEqual([]);
    },
    120_000,
  );
});

describe('the verification does not mind', () => {
  it.each(Object.keys(HARMLESS))(
    '%s',
    async (name) => {
      expect(failedIn(await verified({ spoil: HARMLESS[name] }))).toEqual([]);
    },
    120_000,
  );
});

'use strict';

const TOKEN = 'token-of-the-test';

/** An order of no particular contents. */
const plainOrder = (id) => ({
  id,
  status: 'open',
  currency: 'EUR',
  placedOn: '2024-01-31',
  lines: [{ sku: 'ABC-1234', quantity: 1, price: '9.99' }],
  shippedAt: null,
});

/** The provider states of the orders' pacts, as rows of the database. */
function orderStatesOf(orders) {
  /** Nothing but these orders, and a caller that is let in. */
  const only = (...all) => {
    orders.clear();
    for (const order of all) orders.insert(order);
    orders.letIn(TOKEN);
    return { token: TOKEN };
  };
  const teardown = () => orders.clear();
  const stateOf = (setup) => ({ setup, teardown });
  return {
    'an order page exists': stateOf(({ orderPage }) => only(...orderPage.items)),
    'an order exists': stateOf(({ order }) => only(order)),
    'createOrder succeeds': stateOf(() => only()),
    'deleteOrder succeeds': stateOf(({ orderId }) => only(plainOrder(Number(orderId)))),
    'getPayment answers as given': stateOf(({ answer, orderId }) => {
      const given = only(plainOrder(Number(orderId)));
      orders.pay(Number(orderId), answer);
      return given;
    }),
    'no such order': stateOf(() => only()),
    'the caller has no valid token': stateOf(() => orders.clear()),
  };
}

module.exports = { orderStatesOf };

'use strict';

/** Changes what an operation of the orders does; `instead` gets the method that was there. */
const instead = (name, change) => (orders) => {
  const before = orders[name].bind(orders);
  orders[name] = change(before);
};

const eachOrder = (change) => (orders) => {
  for (const name of ['find', 'insert', 'update']) {
    const before = orders[name].bind(orders);
    orders[name] = (...given) => {
      const order = before(...given);
      return order === undefined ? undefined : change(order);
    };
  }
};

const without = (name) => (order) => {
  const { [name]: _gone, ...rest } = order;
  return rest;
};

/** Changes the answers of one status; `change` may give another body. */
const answers = (status, change) => (_orders, app) =>
  app.addHook('onSend', async (_request, reply, payload) =>
    reply.statusCode === status ? (change(reply) ?? payload) : payload,
  );

/** Does this to an answer, whose body stays. */
const keepingBody = (act) => (reply) => void act(reply);

const plainProblem = (reply) => {
  reply.type('application/json');
  return JSON.stringify({ message: 'Not found' });
};

/** Ways in which the service goes wrong, each with the operation that shows it. */
const DEFECTS = {
  'a missing Location': [
    'createOrder',
    answers(
      201,
      keepingBody((reply) => reply.removeHeader('location')),
    ),
  ],
  '200 for 201': [
    'createOrder',
    answers(
      201,
      keepingBody((reply) => reply.code(200)),
    ),
  ],
  'a Location that names another place': [
    'createOrder',
    answers(
      201,
      keepingBody((reply) => reply.header('location', '/orders/new')),
    ),
  ],
  'a create that forgets the discount': [
    'createOrder',
    instead('insert', (insert) => (order) => without('discount')(insert(order))),
  ],
  'paging off by one': ['listOrders', instead('list', (list) => (asked) => list({ ...asked, page: asked.page + 1 }))],
  'an always empty list': ['listOrders', instead('list', (list) => (asked) => ({ ...list(asked), items: [] }))],
  'a total as text': [
    'listOrders',
    instead('list', (list) => (asked) => {
      const page = list(asked);
      return { ...page, total: String(page.total) };
    }),
  ],
  'a patch that resets': [
    'updateOrder',
    instead(
      'update',
      (update) => (id, changes) => update(id, { reference: undefined, discount: undefined, ...changes }),
    ),
  ],
  'a patch that is lost': ['updateOrder', instead('update', (update) => (id) => update(id, {}))],
  'null left out': ['getOrder', eachOrder((order) => (order.shippedAt === null ? without('shippedAt')(order) : order))],
  'an id as text': ['getOrder', eachOrder((order) => ({ ...order, id: String(order.id) }))],
  'a decimal as a number': [
    'getOrder',
    eachOrder((order) => ('discount' in order ? { ...order, discount: Number(order.discount) } : order)),
  ],
  'a status in capitals': ['getOrder', eachOrder((order) => ({ ...order, status: order.status.toUpperCase() }))],
  'a day with a time': ['getOrder', eachOrder((order) => ({ ...order, placedOn: `${order.placedOn}T00:00:00Z` }))],
  'a problem as plain JSON': ['getOrder', answers(404, plainProblem)],
  'a payment of neither kind': ['getPayment', instead('payment', (payment) => (id) => without('amount')(payment(id)))],
  'a delete that answers 200': [
    'deleteOrder',
    answers(
      204,
      keepingBody((reply) => reply.code(200)),
    ),
  ],
  'a delete of anything': ['deleteOrder', instead('find', (find) => (id) => find(id) ?? { id })],
  'callers that nobody knows': ['listOrders', instead('isLetIn', () => () => true)],
};

/** Changes that nobody who keeps to the document minds. */
const HARMLESS = {
  'a member more': eachOrder((order) => ({ ...order, weight: 12 })),
  'offsets in place of Z': eachOrder((order) => ({
    ...order,
    shippedAt: order.shippedAt === null ? null : order.shippedAt.replace(/z$/i, '+00:00'),
  })),
};

module.exports = { DEFECTS, HARMLESS };

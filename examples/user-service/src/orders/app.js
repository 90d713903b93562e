'use strict';

const { fastify } = require('fastify');
const { compile } = require('./compile');
const { Orders } = require('./orders');
const { Problem } = require('./problem');
const { SCHEMAS } = require('./schemas');

/** Ids are whole numbers from 1, in 64 bits, written as such. */
function idIn({ params }) {
  const id = /^[1-9]\d{0,18}$/.test(params.orderId) ? BigInt(params.orderId) : undefined;
  if (id === undefined || id > 2n ** 63n - 1n) throw new Problem(404, 'There is no such order');
  return id;
}

function orderIn(orders, request) {
  const order = orders.find(idIn(request));
  if (order === undefined) throw new Problem(404, 'There is no such order');
  return order;
}

/** Fastify's own errors are about the request. */
function problemOf(error) {
  if (error instanceof Problem) return error;
  if (error.statusCode >= 400 && error.statusCode < 500) return new Problem(400, error.message);
  return new Problem(500, 'Something went wrong');
}

function refuse(error, request, reply) {
  const problem = problemOf(error);
  if (problem.status === 500) request.log.error(error);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem.body));
}

/** The orders API, on a database. */
function buildOrders(database) {
  const orders = new Orders(database);
  const app = fastify({ frameworkErrors: refuse });
  app.setValidatorCompiler(compile);
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(new Problem(404, 'There is nothing here'), request, reply));
  // Who is not let in is not told what else is wrong with the call.
  app.addHook('onRequest', async ({ headers }) => {
    const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined || !orders.isLetIn(token)) throw new Problem(401, 'The token is not valid');
  });

  app.get('/v1/orders', { schema: SCHEMAS.list }, async ({ query }) => orders.list(query));
  app.post('/v1/orders', { schema: SCHEMAS.create }, async ({ body }, reply) => {
    const order = orders.insert({ status: 'open', shippedAt: null, ...body });
    return reply.code(201).header('location', `/v1/orders/${order.id}`).send(order);
  });
  app.get('/v1/orders/:orderId', async (request) => orderIn(orders, request));
  app.patch('/v1/orders/:orderId', { schema: SCHEMAS.change }, async (request) => {
    const { id } = orderIn(orders, request);
    return orders.update(id, request.body);
  });
  app.delete('/v1/orders/:orderId', async (request, reply) => {
    orders.remove(orderIn(orders, request).id);
    return reply.code(204).send();
  });
  app.get('/v1/orders/:orderId/payment', async (request) => {
    const payment = orders.payment(idIn(request));
    if (payment === undefined) throw new Problem(404, 'There is no such order');
    return payment;
  });
  return { app, orders };
}

module.exports = { buildOrders };

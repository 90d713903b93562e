'use strict';

const amount = { type: 'string', pattern: '^(0|[1-9][0-9]{0,8})\\.[0-9]{2}$' };
const status = { enum: ['open', 'paid', 'shipped', 'cancelled'] };
const currency = { enum: ['EUR', 'USD', 'CHF'] };
const reference = { type: 'string', minLength: 1, maxLength: 40 };

const line = {
  type: 'object',
  required: ['sku', 'quantity', 'price'],
  additionalProperties: false,
  properties: {
    sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4}$' },
    quantity: { type: 'integer', minimum: 1, maximum: 999 },
    price: amount,
  },
};

/** What Fastify refuses a request by. */
const SCHEMAS = {
  list: {
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: {
        page: { type: 'integer', minimum: 1, maximum: 10000, default: 1 },
        size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
        status,
        currency,
        sort: { enum: ['placedOn', '-placedOn'], default: '-placedOn' },
      },
    },
  },
  create: {
    body: {
      type: 'object',
      required: ['currency', 'placedOn', 'lines'],
      additionalProperties: false,
      properties: {
        currency,
        placedOn: { type: 'string', format: 'date' },
        lines: { type: 'array', minItems: 1, maxItems: 50, items: line },
        reference,
        discount: amount,
      },
    },
  },
  change: {
    body: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        status,
        shippedAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
        reference,
        discount: amount,
      },
    },
  },
};

module.exports = { SCHEMAS };

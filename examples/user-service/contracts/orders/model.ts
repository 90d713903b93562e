/**
 * Generated from orders.yaml by `pactcheck import`: change the document, or add what it cannot say to the
 * refinements of contract.ts.
 */
export const models = {
  OrderStatus: { type: 'string', enum: ['open', 'paid', 'shipped', 'cancelled'] },
  Currency: { type: 'string', enum: ['EUR', 'USD', 'CHF'] },
  OrderPage: {
    type: 'object',
    required: ['items', 'page', 'size', 'total'],
    properties: {
      items: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/Order' } },
      page: { type: 'integer', minimum: 1 },
      size: { type: 'integer', minimum: 1, maximum: 100 },
      total: { type: 'integer', format: 'int64', minimum: 0, description: 'Orders on all pages.' },
    },
  },
  Problem: {
    description: 'RFC 9457.',
    type: 'object',
    required: ['type', 'title', 'status'],
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string' },
    },
  },
  NewOrder: {
    type: 'object',
    required: ['currency', 'placedOn', 'lines'],
    additionalProperties: false,
    properties: {
      currency: { $ref: '#/$defs/Currency' },
      placedOn: { type: 'string', format: 'date' },
      lines: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/Line' } },
      reference: { type: 'string', minLength: 1, maxLength: 40 },
      discount: { $ref: '#/$defs/Amount' },
    },
  },
  Order: {
    type: 'object',
    required: ['id', 'status', 'currency', 'placedOn', 'lines', 'shippedAt'],
    properties: {
      id: { type: 'integer', format: 'int64', minimum: 1, readOnly: true },
      status: { $ref: '#/$defs/OrderStatus' },
      currency: { $ref: '#/$defs/Currency' },
      placedOn: { type: 'string', format: 'date' },
      lines: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/Line' } },
      shippedAt: { type: ['string', 'null'], format: 'date-time', description: 'Null until it is shipped.' },
      reference: { type: 'string', minLength: 1, maxLength: 40 },
      discount: { $ref: '#/$defs/Amount' },
    },
  },
  OrderChange: {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      status: { $ref: '#/$defs/OrderStatus' },
      shippedAt: { type: ['string', 'null'], format: 'date-time' },
      reference: { type: 'string', minLength: 1, maxLength: 40 },
      discount: { $ref: '#/$defs/Amount' },
    },
  },
  Payment: {
    oneOf: [{ $ref: '#/$defs/CardPayment' }, { $ref: '#/$defs/TransferPayment' }],
    discriminator: {
      propertyName: 'method',
      mapping: { card: '#/$defs/CardPayment', transfer: '#/$defs/TransferPayment' },
    },
  },
  Line: {
    type: 'object',
    required: ['sku', 'quantity', 'price'],
    additionalProperties: false,
    properties: {
      sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4}$' },
      quantity: { type: 'integer', format: 'int32', minimum: 1, maximum: 999 },
      price: { $ref: '#/$defs/Amount' },
    },
  },
  Amount: { description: 'A decimal, exact as text.', type: 'string', pattern: '^(0|[1-9][0-9]{0,8})\\.[0-9]{2}$' },
  CardPayment: {
    type: 'object',
    required: ['method', 'amount', 'lastDigits'],
    properties: {
      method: { type: 'string', enum: ['card'] },
      amount: { $ref: '#/$defs/Amount' },
      lastDigits: { type: 'string', pattern: '^[0-9]{4}$' },
    },
  },
  TransferPayment: {
    type: 'object',
    required: ['method', 'amount', 'iban'],
    properties: {
      method: { type: 'string', enum: ['transfer'] },
      amount: { $ref: '#/$defs/Amount' },
      iban: { type: 'string', pattern: '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' },
      due: { type: 'string', format: 'date' },
    },
  },
} as const;

/**
 * The operations as the document says them: `import --check` tells by it what the document says otherwise since. Those
 * of the contract, which states and values are added to, stand in contract.ts.
 */
export const operations = {
  listOrders: {
    method: 'GET',
    path: '/v1/orders',
    summary: 'The orders, the newest first, a page at a time.',
    security: { scheme: 'bearer' },
    parameters: {
      page: {
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 10000, default: 1, examples: [1] },
      },
      size: {
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20, examples: [20] },
      },
      status: { in: 'query', required: false, schema: { $ref: '#/$defs/OrderStatus' } },
      currency: { in: 'query', required: false, schema: { $ref: '#/$defs/Currency' } },
      sort: {
        in: 'query',
        required: false,
        schema: { type: 'string', enum: ['placedOn', '-placedOn'], default: '-placedOn', examples: ['-placedOn'] },
      },
    },
    responses: {
      '200': { description: 'A page of orders.', mediaType: 'application/json', schema: { $ref: '#/$defs/OrderPage' } },
      '400': {
        description: 'The request is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
  createOrder: {
    method: 'POST',
    path: '/v1/orders',
    security: { scheme: 'bearer' },
    request: { mediaType: 'application/json', schema: { $ref: '#/$defs/NewOrder' }, required: true },
    responses: {
      '201': {
        description: 'The order as it is kept.',
        mediaType: 'application/json',
        schema: { $ref: '#/$defs/Order' },
        headers: { Location: { required: true, schema: { type: 'string', pattern: '^/v1/orders/[1-9][0-9]*$' } } },
      },
      '400': {
        description: 'The request is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
  getOrder: {
    method: 'GET',
    path: '/v1/orders/{orderId}',
    security: { scheme: 'bearer' },
    parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
    responses: {
      '200': { description: 'The order.', mediaType: 'application/json', schema: { $ref: '#/$defs/Order' } },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '404': {
        description: 'There is no such order.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
  updateOrder: {
    method: 'PATCH',
    path: '/v1/orders/{orderId}',
    summary: 'Changes what is sent, and nothing else.',
    security: { scheme: 'bearer' },
    request: { mediaType: 'application/json', schema: { $ref: '#/$defs/OrderChange' }, required: true },
    parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
    responses: {
      '200': {
        description: 'The order as it is now.',
        mediaType: 'application/json',
        schema: { $ref: '#/$defs/Order' },
      },
      '400': {
        description: 'The request is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '404': {
        description: 'There is no such order.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
  deleteOrder: {
    method: 'DELETE',
    path: '/v1/orders/{orderId}',
    security: { scheme: 'bearer' },
    parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
    responses: {
      '204': { description: 'The order is gone.' },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '404': {
        description: 'There is no such order.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
  getPayment: {
    method: 'GET',
    path: '/v1/orders/{orderId}/payment',
    security: { scheme: 'bearer' },
    parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
    responses: {
      '200': {
        description: 'How the order is paid.',
        mediaType: 'application/json',
        schema: { $ref: '#/$defs/Payment' },
      },
      '401': {
        description: 'The token is not valid.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
      '404': {
        description: 'There is no such order.',
        mediaType: 'application/problem+json',
        schema: { $ref: '#/$defs/Problem' },
      },
    },
  },
};

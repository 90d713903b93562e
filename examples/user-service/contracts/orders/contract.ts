import type { ContractSource, ModelType } from 'pactcheck';
import { models as imported } from './model';

const models = imported;

const contract = {
  version: 1,
  name: 'orders',
  consumer: 'shop',
  provider: 'orders',
  models,
  // What the document does not say, by model and place: { Order: { '/id': { maxLength: 32 } } }.
  refinements: {},
  operations: {
    listOrders: {
      method: 'GET',
      path: '/v1/orders',
      summary: 'The orders, the newest first, a page at a time.',
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
      security: { scheme: 'bearer' },
      responses: {
        '200': {
          description: 'A page of orders.',
          mediaType: 'application/json',
          schema: { $ref: '#/$defs/OrderPage' },
          states: [{ name: 'an order page exists', params: { orderPage: { $from: 'before' } } }],
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
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
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
          states: [{ name: 'createOrder succeeds' }],
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
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
        },
      },
      creates: true,
    },
    getOrder: {
      method: 'GET',
      path: '/v1/orders/{orderId}',
      parameters: {
        orderId: {
          in: 'path',
          required: true,
          schema: { type: 'integer', format: 'int64', minimum: 1 },
          value: { $from: 'before', pointer: '/id' },
        },
      },
      security: { scheme: 'bearer' },
      responses: {
        '200': {
          description: 'The order.',
          mediaType: 'application/json',
          schema: { $ref: '#/$defs/Order' },
          states: [{ name: 'an order exists', params: { order: { $from: 'before' } } }],
        },
        '401': {
          description: 'The token is not valid.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
        },
        '404': {
          description: 'There is no such order.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'no such order', params: { orderId: { $from: 'path', pointer: '/orderId' } } }],
        },
      },
    },
    updateOrder: {
      method: 'PATCH',
      path: '/v1/orders/{orderId}',
      summary: 'Changes what is sent, and nothing else.',
      parameters: {
        orderId: {
          in: 'path',
          required: true,
          schema: { type: 'integer', format: 'int64', minimum: 1 },
          value: { $from: 'before', pointer: '/id' },
        },
      },
      security: { scheme: 'bearer' },
      request: { mediaType: 'application/json', schema: { $ref: '#/$defs/OrderChange' }, required: true },
      update: { identity: ['/id'] },
      responses: {
        '200': {
          description: 'The order as it is now.',
          mediaType: 'application/json',
          schema: { $ref: '#/$defs/Order' },
          states: [{ name: 'an order exists', params: { order: { $from: 'before' } } }],
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
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
        },
        '404': {
          description: 'There is no such order.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'no such order', params: { orderId: { $from: 'path', pointer: '/orderId' } } }],
        },
      },
    },
    deleteOrder: {
      method: 'DELETE',
      path: '/v1/orders/{orderId}',
      parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
      security: { scheme: 'bearer' },
      responses: {
        '204': {
          description: 'The order is gone.',
          states: [{ name: 'deleteOrder succeeds', params: { orderId: { $from: 'path', pointer: '/orderId' } } }],
        },
        '401': {
          description: 'The token is not valid.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
        },
        '404': {
          description: 'There is no such order.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'no such order', params: { orderId: { $from: 'path', pointer: '/orderId' } } }],
        },
      },
    },
    getPayment: {
      method: 'GET',
      path: '/v1/orders/{orderId}/payment',
      parameters: { orderId: { in: 'path', required: true, schema: { type: 'integer', format: 'int64', minimum: 1 } } },
      security: { scheme: 'bearer' },
      responses: {
        '200': {
          description: 'How the order is paid.',
          mediaType: 'application/json',
          schema: { $ref: '#/$defs/Payment' },
          states: [
            {
              name: 'getPayment answers as given',
              params: { answer: { $from: 'response' }, orderId: { $from: 'path', pointer: '/orderId' } },
            },
          ],
        },
        '401': {
          description: 'The token is not valid.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'the caller has no valid token' }],
          provokedBy: 'invalid credentials',
        },
        '404': {
          description: 'There is no such order.',
          mediaType: 'application/problem+json',
          schema: { $ref: '#/$defs/Problem' },
          states: [{ name: 'no such order', params: { orderId: { $from: 'path', pointer: '/orderId' } } }],
        },
      },
    },
  },
  // Between fields, what a schema cannot say.
  rules: [],
} as const satisfies ContractSource;

export default contract;

export type OrderStatus = ModelType<typeof models, 'OrderStatus'>;
export type Currency = ModelType<typeof models, 'Currency'>;
export type OrderPage = ModelType<typeof models, 'OrderPage'>;
export type Problem = ModelType<typeof models, 'Problem'>;
export type NewOrder = ModelType<typeof models, 'NewOrder'>;
export type Order = ModelType<typeof models, 'Order'>;
export type OrderChange = ModelType<typeof models, 'OrderChange'>;
export type Payment = ModelType<typeof models, 'Payment'>;
export type Line = ModelType<typeof models, 'Line'>;
export type Amount = ModelType<typeof models, 'Amount'>;
export type CardPayment = ModelType<typeof models, 'CardPayment'>;
export type TransferPayment = ModelType<typeof models, 'TransferPayment'>;

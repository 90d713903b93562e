/** A document of two operations, of which the one wants a token. */
export const ORDERS = `openapi: 3.0.3
info: { title: orders, version: '1' }
servers: [{ url: 'https://api.example.com/v1' }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: page, in: query, schema: { type: integer, minimum: 1 } }]
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
        '400': { description: bad, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
  /orders/{id}:
    get:
      operationId: getOrder
      security: [{ bearer: [] }]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: ok
          headers: { ETag: { required: true, schema: { type: string } } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
            text/plain: { schema: { type: string } }
        '401': { description: who, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
        '404': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Order:
      type: object
      required: [id, status]
      properties:
        id: { type: string }
        status: { type: string, enum: [open, paid] }
        total: { type: integer }
        note: { type: string }
    Error: { type: object, required: [message], properties: { message: { type: string } } }
`;

/** One exchange as a line of NDJSON has it. */
export interface Line {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly bodyBase64?: string;
  };
  readonly at?: string;
  readonly masked?: string[];
}

/** What differs from `GET /orders/1`, answered as it should be. */
export interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  readonly status?: number;
  readonly type?: string | null;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly sent?: Record<string, string>;
}

const ORDER = '{"id":"1","status":"open"}';

/** A recorded call of the orders. */
export function call(over: Call = {}): Line {
  const {
    method = 'GET',
    path = '/orders/1',
    host = 'https://api.example.com/v1',
    status = 200,
    type = 'application/json',
  } = over;
  const headers = { ...(type === null ? {} : { 'content-type': type }), etag: '"1"', ...over.headers };
  return {
    request: { method, url: host + path, headers: { accept: '*/*', ...over.sent } },
    response: { status, headers, body: over.body ?? (status < 300 ? ORDER : '{"message":"no"}') },
    at: '2026-01-01T00:00:00Z',
  };
}

/** Lines as NDJSON. */
export const ndjson = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const fields = (headers: Record<string, string> = {}) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** The same exchanges as a HAR. */
export const har = (lines: readonly Line[], content: (line: Line) => object = () => ({})): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: lines.map((line) => ({
        startedDateTime: line.at,
        time: 3,
        request: {
          method: line.request.method,
          url: line.request.url,
          headers: fields(line.request.headers),
          bodySize: 0,
        },
        response: {
          status: line.response.status,
          headers: fields(line.response.headers),
          content: {
            size: Buffer.byteLength(line.response.body ?? ''),
            mimeType: line.response.headers?.['content-type'] ?? 'x-unknown',
            text: line.response.body,
            ...content(line),
          },
          bodySize: -1,
        },
      })),
    },
  });

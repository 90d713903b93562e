import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Contract } from '../contract';
import { Failure } from '../result';
import type { Answer, Call } from './answer';
import { type Bench, benchOf } from './bench';
import { OperationCalls, seed } from './calls';
import { type ServiceOptions, TOKEN } from './options';
import { plainRefusal, type Refusal } from './refused';
import { named, routeOf } from './routes';
import { States } from './states';
import { Store } from './store';

/** A service that answers. */
export interface RunningService {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Where provider states are set up: `POST` with `{state, params, action}`. */
  readonly statesUrl: string;
  readonly token: string;
  /** The provider states that can be set up. */
  readonly states: readonly string[];
  /** Ends it, with its open connections. */
  readonly close: () => Promise<void>;
}

/** Where provider states are set up. */
const STATES_PATH = '/_pactcheck/states';
/** The longest body of a call, in bytes. */
const BODY_LIMIT = 1024 * 1024;
/** The longest body that sets up a state: whole resources, with their longest texts. */
const STATE_LIMIT = 64 * 1024 * 1024;

const HOST = '127.0.0.1';

const bodyOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

const callOf = (request: FastifyRequest, names: readonly string[]): Call => ({
  path: named(request.params as Record<string, string>, names),
  query: request.query as Record<string, unknown>,
  headers: request.headers,
  body: bodyOf(request),
});

const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply.code(status).headers(headers).send(body);

/** What an error of the server library is to the caller; `undefined` for a defect. */
function refusalOf(error: FastifyError): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { status: 413, message: `The body is longer than ${BODY_LIMIT} bytes` };
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return { status: 415, message: 'The Content-Type is none that there is' };
  if (error instanceof RangeError) return { status: 400, message: 'The body is nested too deeply' };
  return error.statusCode !== undefined && error.statusCode < 500
    ? { status: error.statusCode, message: error.message }
    : undefined;
}

const defect = (error: Error): Refusal => ({ status: 500, message: `${error.name}: ${error.message}` });

function addOperation(server: FastifyInstance, calls: OperationCalls): void {
  const { url, names } = routeOf(calls.operation);
  server.route({
    method: calls.operation.method,
    url,
    bodyLimit: BODY_LIMIT,
    handler: (request, reply) => send(reply, calls.answer(callOf(request, names))),
    errorHandler: (error: FastifyError, request, reply) =>
      send(reply, calls.unreadable(callOf(request, names), refusalOf(error) ?? defect(error))),
  });
}

function serverFor(bench: Bench): FastifyInstance {
  const { fastify } = require('fastify') as typeof import('fastify');
  const server = fastify({
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
    frameworkErrors: (error, _request, reply) => {
      send(reply as unknown as FastifyReply, plainRefusal(bench, refusalOf(error) ?? defect(error)));
    },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((request, reply) =>
    send(reply, plainRefusal(bench, { status: 404, message: `There is no ${request.method} ${request.url}` })),
  );
  server.setErrorHandler((error: FastifyError, _request, reply) =>
    send(reply, plainRefusal(bench, refusalOf(error) ?? defect(error))),
  );
  return server;
}

function addStates(server: FastifyInstance, states: States): void {
  server.post(STATES_PATH, { bodyLimit: STATE_LIMIT }, (request, reply) => send(reply, states.answer(bodyOf(request))));
}

function addOperations(server: FastifyInstance, calls: readonly OperationCalls[]): void {
  for (const call of calls)
    try {
      addOperation(server, call);
    } catch (error) {
      const { method, path } = call.operation;
      const next = 'Serve contracts that have the same operation one by one, each at a port of its own.';
      throw new Failure('usage', `${method} ${path} cannot be served: ${(error as Error).message}`, next);
    }
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    return await server.listen({ host: HOST, port });
  } catch (error) {
    const next = 'Choose another port by --port, or 0 for a free one.';
    throw new Failure('environment', `cannot listen on ${HOST}:${port}: ${(error as Error).message}`, next);
  }
}

/** A contract, and how the service is to behave by it. */
export interface Hosted {
  readonly contract: Contract;
  readonly options: ServiceOptions;
}

/** The benches of contracts: those of one provider keep the same things. */
function benchesOf(hosted: readonly Hosted[]): Bench[] {
  const stores = new Map<string, Store>();
  return hosted.map(({ contract, options }) => {
    const store = stores.get(contract.provider) ?? new Store();
    stores.set(contract.provider, store);
    return benchOf(contract, options, store);
  });
}

/**
 * Starts a service of contracts on this machine. It keeps resources, implements every operation, and takes provider
 * states; without clock or chance, so that the same calls give the same answers.
 * @throws Failure (usage) where an operation cannot be served, (environment) where the port is taken.
 */
export async function startService(hosted: readonly [Hosted, ...Hosted[]], port = 0): Promise<RunningService> {
  const benches = benchesOf(hosted);
  const restore = (): void => {
    for (const { store } of benches) store.clear();
    benches.forEach(seed);
  };
  const states = new States(benches, restore);
  restore();
  const server = serverFor(benches[0] as Bench);
  addStates(server, states);
  const calls = benches.flatMap((bench) =>
    bench.contract.operations.map((operation) => new OperationCalls(bench, operation, states)),
  );
  addOperations(server, calls);
  const url = await listen(server, port);
  return {
    url,
    statesUrl: `${url}${STATES_PATH}`,
    token: hosted[0].options.token ?? TOKEN,
    states: states.names(),
    close: () => server.close(),
  };
}

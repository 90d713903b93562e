// A service as it runs somewhere: it chooses ids, wants a key, and knows nothing of pactcheck. No hook is for tests.
const { randomUUID } = require('node:crypto');
const { createServer } = require('node:http');

const STATUSES = ['asked', 'confirmed', 'cancelled'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const isText = (least, most) => (value) => {
  const length = typeof value === 'string' ? [...value].length : -1;
  return length >= least && length <= most;
};
const isWhole = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
const isStatus = (value) => STATUSES.includes(value);

/** What members of a booking may be. */
const MEMBERS = { room: isText(1, 40), guests: isWhole(1, 12), status: isStatus, note: isText(0, 200) };

/** What parameters of the list may be, as texts. */
const wholeText = (most) => (text) => /^\d{1,5}$/.test(text) && isWhole(1, most)(Number(text));
const PARAMETERS = {
  status: isStatus,
  room: isText(1, 40),
  page: wholeText(10_000),
  size: wholeText(100),
  sort: (text) => /^-?(?:room|guests)$/.test(text),
};

/** Bookings in memory; each method is one thing that the service does. */
class Bookings {
  constructor() {
    this.rows = new Map();
  }

  /** Answers with a status, and what is to be sent as JSON. */
  answer({ method, path, query, key, body }) {
    if (!this.isKnown(key)) return this.refuse(401, 'The key is not valid');
    const [, collection, id, ...rest] = path.split('/');
    if (collection !== 'bookings' || rest.length > 0) return this.refuse(404, 'There is no such path');
    if (id === undefined) {
      if (method === 'GET') return this.list(query);
      return method === 'POST' ? this.create(body) : this.refuse(405, 'The method is not allowed');
    }
    if (!UUID.test(id)) return this.refuse(400, 'The id is no UUID');
    const row = this.rows.get(id.toLowerCase());
    if (row === undefined) return this.refuse(404, 'There is no such booking');
    if (method === 'GET') return { status: 200, value: this.show(row) };
    if (method === 'PUT') return this.replace(row, body);
    if (method === 'PATCH') return this.change(row, body);
    return method === 'DELETE' ? this.remove(row) : this.refuse(405, 'The method is not allowed');
  }

  isKnown(key) {
    return key === 'secret';
  }

  /** What is wrong with a body; nothing where it is right. */
  problemIn(body, required) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'The body is no object';
    const missing = required.find((name) => !Object.hasOwn(body, name));
    if (missing !== undefined) return `${missing} is missing`;
    const wrong = Object.keys(MEMBERS).find((name) => Object.hasOwn(body, name) && !MEMBERS[name](body[name]));
    return wrong === undefined ? undefined : `${wrong} is not valid`;
  }

  written(body) {
    return Object.fromEntries(Object.keys(MEMBERS).flatMap((name) => (name in body ? [[name, body[name]]] : [])));
  }

  create(body) {
    const problem = this.problemIn(body, ['room', 'guests']);
    if (problem !== undefined) return this.refuse(400, problem);
    const row = { id: randomUUID(), status: 'asked', ...this.written(body) };
    this.rows.set(row.id, row);
    return { status: 201, value: this.show(row), headers: { location: `/bookings/${row.id}` } };
  }

  replace(row, body) {
    const problem = this.problemIn(body, ['room', 'guests']);
    if (problem !== undefined) return this.refuse(400, problem);
    const next = { id: row.id, status: 'asked', ...this.written(body) };
    this.rows.set(row.id, next);
    return { status: 200, value: this.show(next) };
  }

  change(row, body) {
    const { room: _fixed, ...members } = body ?? {};
    const problem = this.problemIn(Array.isArray(body) || body === null ? body : members, []);
    if (problem !== undefined || typeof body !== 'object') return this.refuse(400, problem ?? 'The body is no object');
    if (Object.keys(body).length === 0) return this.refuse(400, 'There is nothing to change');
    this.rows.set(row.id, { ...row, ...this.written(members) });
    return { status: 204 };
  }

  remove(row) {
    this.rows.delete(row.id);
    return { status: 204 };
  }

  list(query) {
    const names = Object.keys(PARAMETERS);
    const wrong = names.find((name) => query.has(name) && !PARAMETERS[name](query.get(name)));
    if (wrong !== undefined) return this.refuse(400, `${wrong} is not valid`);
    const rows = this.sorted(this.filtered([...this.rows.values()], query), query.get('sort') ?? undefined);
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('size') ?? 20)];
    return {
      status: 200,
      value: { items: this.page(rows, page, size).map((row) => this.show(row)), total: rows.length },
    };
  }

  filtered(rows, query) {
    return rows.filter((row) => ['status', 'room'].every((name) => !query.has(name) || row[name] === query.get(name)));
  }

  sorted(rows, sort) {
    if (sort === undefined) return rows;
    const [sign, name] = sort.startsWith('-') ? [-1, sort.slice(1)] : [1, sort];
    return rows.toSorted((left, right) => (left[name] < right[name] ? -sign : left[name] > right[name] ? sign : 0));
  }

  page(rows, page, size) {
    return rows.slice((page - 1) * size, page * size);
  }

  show(row) {
    return row;
  }

  refuse(status, message) {
    return { status, value: { message } };
  }
}

const UNREADABLE = Symbol('unreadable');

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return UNREADABLE;
  }
}

function answerOf(bookings, call) {
  try {
    return bookings.answer(call);
  } catch (error) {
    return { status: 500, value: { message: error.message } };
  }
}

async function bytesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Starts the service; resolves to its address, and to what ends it. */
async function start(bookings = new Bookings(), port = 0) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const body = parsed(await bytesOf(request));
    const isRead = ['GET', 'DELETE'].includes(request.method) || body !== UNREADABLE;
    const call = {
      method: request.method,
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      key: request.headers['x-api-key'],
      body,
    };
    const isAnswered = isRead || !bookings.isKnown(call.key);
    const answer = isAnswered ? answerOf(bookings, call) : bookings.refuse(400, 'No JSON');
    const { status, value, headers = {} } = answer;
    const type = value === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...headers, ...type }).end(value === undefined ? undefined : JSON.stringify(value));
  });
  await new Promise((settle) => server.listen(port, '127.0.0.1', settle));
  const close = () =>
    new Promise((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

module.exports = { Bookings, start };

if (require.main === module) start(undefined, Number(process.env.PORT ?? 8080)).then(({ url }) => console.log(url));

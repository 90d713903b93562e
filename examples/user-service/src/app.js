'use strict';

const { fastify } = require('fastify');
const { Refusal } = require('./refusal');
const { readUpdate } = require('./update-request');
const { EmailTaken, Users } = require('./users');

/** Timestamps are int64, which `JSON.stringify` cannot write. */
function toJson(value) {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${toJson(inner)}`);
  return `{${members.join(',')}}`;
}

function callerOf(users, { headers }) {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const caller = token === undefined ? undefined : users.caller(token);
  if (caller === undefined) throw new Refusal(401, 'The token is not valid');
  if (!caller.mayUpdate) throw new Refusal(403, 'The caller may not update users');
  return caller;
}

/** Secrets of two-factor authentication are shown only in the answer that enables it. */
function shown(user, changes) {
  if (changes.isTotpEnabled === true) return user;
  const { totpSecret: _secret, totpScratchCodes: _codes, ...rest } = user;
  return rest;
}

function update(users, user, body) {
  if (user === undefined) throw new Refusal(404, 'There is no such user');
  const { changes, problems } = readUpdate(body);
  if (problems.length > 0) throw new Refusal(400, `${problems[0].name} ${problems[0].message}`, problems);
  try {
    return { ...shown(users.update(user, changes), changes), object: 'user' };
  } catch (error) {
    if (error instanceof EmailTaken) throw new Refusal(409, 'Another user has the email');
    throw error;
  }
}

/** What any error is to the caller: Fastify's own are about the body, all else is ours. */
function refusalOf(error) {
  if (error instanceof Refusal) return error;
  if (error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal(400, `The call cannot be read: ${error.message}`);
  return new Refusal(500, 'Something went wrong');
}

const answer = (reply, status, body) => reply.code(status).type('application/json').send(toJson(body));

function refuse(error, request, reply) {
  const refusal = refusalOf(error);
  if (refusal.status === 500) request.log.error(error);
  return answer(reply, refusal.status, refusal.bodyFor(request.id));
}

/** Who is not let in is not told what else is wrong with the call. */
function refuseUnlessLetIn(users, error, request, reply) {
  try {
    callerOf(users, request);
    return refuse(error, request, reply);
  } catch (refusal) {
    return refuse(refusal, request, reply);
  }
}

/** The service, on a database. */
function buildApp(database) {
  const users = new Users(database);
  const app = fastify({
    // Names such as `__proto__` are properties like any others here.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    frameworkErrors: refuse,
    routerOptions: { maxParamLength: 8192 },
  });
  app.setErrorHandler((error, request, reply) =>
    error instanceof Refusal ? refuse(error, request, reply) : refuseUnlessLetIn(users, error, request, reply),
  );
  app.setNotFoundHandler((request, reply) => refuse(new Refusal(404, 'There is nothing here'), request, reply));

  app.put('/v3/users/me', async (request, reply) => {
    const { userId } = callerOf(users, request);
    return answer(reply, 200, update(users, users.find(userId), request.body));
  });
  app.put('/v3/accounts/:accountId/users/:userId', async (request, reply) => {
    callerOf(users, request);
    const { accountId, userId } = request.params;
    return answer(reply, 200, update(users, users.find(userId, accountId), request.body));
  });
  return { app, users };
}

module.exports = { buildApp };

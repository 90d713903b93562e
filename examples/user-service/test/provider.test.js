'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { verifyProvider } = require('pactcheck/provider');
const { buildApp } = require('../src/app');
const { openDatabase } = require('../src/database');
const { statesOf } = require('./states');

/** Where pacts and contracts lie: in a service of yours, its own folder. */
const ROOT = join(__dirname, '../../..');

const { interactions } = JSON.parse(readFileSync(join(ROOT, 'pacts/console-iam.json'), 'utf8'));

/** Verifies the service on a database of its own; `spoil` may change what it answers. */
async function verified(spoil = (body) => body) {
  const { app, users } = buildApp(openDatabase());
  app.addHook('onSend', async (_request, _reply, body) => JSON.stringify(spoil(JSON.parse(body))));
  try {
    return await verifyProvider({
      cwd: ROOT,
      pacts: 'pacts/console-iam.json',
      providerBaseUrl: await app.listen({ host: '127.0.0.1', port: 0 }),
      states: statesOf(users),
    });
  } finally {
    await app.close();
  }
}

describe('what the console relies on', () => {
  const results = new Map();
  beforeAll(async () => {
    const run = await verified();
    for (const result of run.results) results.set(result.id, result);
  }, 60_000);

  it.each(interactions.map(({ description }) => description))('%s', (id) => {
    expect(results.get(id)).toMatchObject({ status: 'passed', findings: [] });
  });
});

describe('the verification notices', () => {
  const rulesOf = ({ results }) => new Set(results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));

  it('an update that is lost', async () => {
    const run = await verified((body) => (body.fullName === undefined ? body : { ...body, fullName: 'as before' }));
    expect(rulesOf(run)).toContain('written-comes-back');
  }, 60_000);

  it('seconds where milliseconds are meant', async () => {
    const inSeconds = (time) => Math.floor(time / 1000);
    const run = await verified((body) =>
      body.creationTime === undefined ? body : { ...body, creationTime: inSeconds(body.creationTime) },
    );
    expect(rulesOf(run)).toContain('untouched-stays');
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { accessTo, Hal } from '../../../src/broker';
import { json, scripted } from '../../support/scripted-service';

describe('how a broker is reached', () => {
  it.each<[title: string, url: string, env: Record<string, string>, access: object]>([
    ['a token', 'http://b/', { PACT_BROKER_TOKEN: 't', PACT_BROKER_USERNAME: 'u' }, { url: 'http://b', token: 't' }],
    [
      'a user, where the token is set to nothing',
      'http://b',
      { PACT_BROKER_TOKEN: '', PACT_BROKER_USERNAME: 'u', PACT_BROKER_PASSWORD: 'p' },
      { url: 'http://b', username: 'u', password: 'p' },
    ],
    [
      'a user in the URL, before a token',
      'http://u:p%40@b/x',
      { PACT_BROKER_TOKEN: 't' },
      { url: 'http://b/x', username: 'u', password: 'p@' },
    ],
    [
      'a user in the URL of the environment, for the same host',
      'http://b/x',
      { PACT_BROKER_BASE_URL: 'http://u:p@b' },
      { url: 'http://b/x', username: 'u', password: 'p' },
    ],
    [
      'nobody, for another host than that of the environment',
      'http://c',
      { PACT_BROKER_BASE_URL: 'http://u:p@b' },
      { url: 'http://c' },
    ],
  ])('%s', (_title, url, env, access) => {
    const { certificates: _certificates, proxies: _proxies, ...found } = accessTo({ url }, env);
    expect(JSON.parse(JSON.stringify(found))).toEqual(access);
  });

  it('names a password in no message', () => {
    expect(() => accessTo({ url: 'http://u:secret@b:x' }, {})).toThrow(/http:\/\/\*\*\*@b:x is no URL of a broker/);
  });

  it('follows a redirect, and tells another host no credentials', async () => {
    const heard: (string | undefined)[] = [];
    const elsewhere = await scripted((request, _body, response) => {
      heard.push(request.headers.authorization);
      json(response, { _links: {} });
    });
    const home = await scripted((_request, _body, response) => {
      response.writeHead(307, { location: elsewhere.url.replace('127.0.0.1', 'localhost') });
      response.end();
    });
    const hal = new Hal(accessTo({ url: home.url }, { PACT_BROKER_TOKEN: 'secret' }));
    const index = await hal.index();
    await Promise.all([home.close(), elsewhere.close()]);
    expect(index).toEqual({ _links: {} });
    expect(heard).toEqual([undefined]);
  });
});

describe('a broker whose certificate nobody vouches for', () => {
  const CERTIFICATES = join(__dirname, '../../attacks/certificates');
  const pem = (name: string): string => readFileSync(join(CERTIFICATES, `${name}.pem`), 'utf8');
  let url = '';
  let server: Server;
  beforeAll(async () => {
    server = createServer({ key: pem('service-key'), cert: pem('service') }, (_request, response) => {
      response.setHeader('content-type', 'application/hal+json');
      response.end('{"_links":{}}');
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    url = `https://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise<void>((settle) => server.close(() => settle()));
  });

  it('is refused, with the option that names it', async () => {
    const asked = new Hal(accessTo({ url }, {})).index();
    await expect(asked).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('is not trusted'),
      next: expect.stringContaining('--ca FILE, or SSL_CERT_FILE'),
    });
  });

  it.each([
    ['--ca', (file: string) => accessTo({ url, certificates: file }, {})],
    ['SSL_CERT_FILE', (file: string) => accessTo({ url }, { SSL_CERT_FILE: file })],
    ['NODE_EXTRA_CA_CERTS', (file: string) => accessTo({ url }, { NODE_EXTRA_CA_CERTS: file })],
  ])('is trusted by %s', async (_name, access) => {
    expect(await new Hal(access(join(CERTIFICATES, 'ca.pem'))).index()).toEqual({ _links: {} });
  });

  it('is a mistake of who asks where the file is not there', () => {
    expect(() => new Hal(accessTo({ url, certificates: 'nowhere.pem' }, {}))).toThrow(/nowhere\.pem cannot be read/);
  });
});

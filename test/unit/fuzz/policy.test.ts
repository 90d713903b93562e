import source from '../../../contracts/user-update-resp/contract';
import { type Case, defineContract, type MainResponse, successfulResponses } from '../../../src/contract';
import { DEFAULT_POLICY, policing } from '../../../src/fuzz/plan';

const { model } = successfulResponses(defineContract(source))[0] as MainResponse;

const drawn = (updatedAt: string): Case => ({
  id: 'random 1',
  verdict: 'accept',
  status: 200,
  headers: {},
  body: JSON.stringify({ updatedAt, address: '18:40' }),
  classes: { '/updatedAt': 'typical' },
  seed: 1,
});

describe('a moment that RFC 3339 allows and few programs can hold', () => {
  it.each([
    ['2016-12-31T23:59:60Z', 'either'],
    ['2023-04-05t06:07:08z', 'either'],
    ['0504-04-24T00:39:25-18:40', 'either'],
    ['2023-04-05T06:07:08+23:59', 'either'],
    ['2023-04-05T06:07:08+18:00', 'accept'],
    ['2023-04-05T06:07:08-12:30', 'accept'],
    ['2023-04-05T18:40:08Z', 'accept'],
  ])('%s: %s', (text, verdict) => {
    expect(policing(model, DEFAULT_POLICY)(drawn(text)).verdict).toBe(verdict);
  });

  it('is to be accepted where the policy says so', () => {
    const strict = policing(model, { ...DEFAULT_POLICY, unusualDates: 'accept' });
    expect(strict(drawn('2023-04-05T06:07:08+23:59')).verdict).toBe('accept');
  });
});

describe('a moment deep within a recursive model', () => {
  const folder = {
    type: 'object',
    properties: {
      at: { type: 'string', format: 'date-time' },
      inner: { type: 'array', items: { $ref: '#/$defs/Folder' } },
    },
  } as const;
  const contract = defineContract({
    version: 1,
    name: 'folders',
    consumer: 'a',
    provider: 'b',
    models: { Folder: folder },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Folder' } } } } },
  });
  const { model: folders } = successfulResponses(contract)[0] as MainResponse;

  it('is no less unusual than one at the root', () => {
    const at = '2016-12-31T23:59:60Z';
    const body = JSON.stringify({ inner: [{ inner: [{ inner: [{ at }] }] }] });
    expect(policing(folders, DEFAULT_POLICY)({ ...drawn(at), body, classes: {} }).verdict).toBe('either');
  });
});

describe('an address that the URL standard mends', () => {
  const contract = defineContract({
    version: 1,
    name: 'links',
    consumer: 'a',
    provider: 'b',
    models: { Link: { type: 'object', properties: { to: { type: 'string', format: 'uri' } } } },
    operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/Link' } } } } },
  });
  const { model: links } = successfulResponses(contract)[0] as MainResponse;
  const refused = (to: string, name: string): Case => ({
    ...drawn(''),
    verdict: 'reject',
    pointer: '/to',
    body: JSON.stringify({ to }),
    classes: { '/to': name },
  });

  it('is left open, and what it does not take is not', () => {
    const judged = policing(links, DEFAULT_POLICY);
    expect(judged(refused('https://example.com/%', 'bad percent escape')).verdict).toBe('either');
    expect(judged(refused('/path', 'relative')).verdict).toBe('reject');
  });
});

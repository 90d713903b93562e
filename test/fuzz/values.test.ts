import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import type { ParseFunction } from '../../src/fuzz';
import { fuzzed, loaded, STYLES, type Style, told } from './conformance/subjects';

jest.setTimeout(120_000);

const [tolerant] = STYLES as [Style];

const OPTIONAL = ['username', 'groups', 'updatedAt', 'creationTime', 'address', 'userProperties'];

/** Values that are unlike JSON, and right all the same. */
const MAKERS: Readonly<Record<string, (user: Record<string, unknown>, body: string) => unknown>> = {
  'keeps the text that it has read': (user, body) => ({ ...user, raw: body }),
  'has accessors that throw for what is absent': (user) => {
    const absent = () => {
      throw new Error('it is absent');
    };
    const missing = OPTIONAL.filter((name) => user[name] === undefined);
    for (const name of missing) Object.defineProperty(user, name, { get: absent, configurable: true });
    return user;
  },
  'holds itself': (user) => Object.assign(user, { self: user, all: [user] }),
  'is frozen, without a prototype': (user) => Object.freeze(Object.assign(Object.create(null), user)),
  'is behind a proxy': (user) => new Proxy(user, {}),
};

describe('a value that', () => {
  it.each(Object.entries(MAKERS))('%s gives no finding', async (_name, make) => {
    const parse: ParseFunction = (body) => make({ ...(parseUser(body) as unknown as Record<string, unknown>) }, body);
    expect(told(await fuzzed(tolerant, loaded(parse), { runs: 700 }))).toEqual([]);
  });
});

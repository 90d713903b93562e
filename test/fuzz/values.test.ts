import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import type { ParseFunction } from '../../src/fuzz';
import type { Run } from '../../src/result';
import { fuzzed, loaded, STYLES, type Style, told } from './conformance/subjects';

jest.setTimeout(120_000);

const [tolerant] = STYLES as [Style];

const OPTIONAL = ['username', 'groups', 'updatedAt', 'creationTime', 'address', 'userProperties'];

type User = Record<string, unknown>;

/** A moment as Temporal has it: it is compared by nothing that `<` would call. */
class Instant {
  constructor(private readonly moment: Date) {}
  get epochMilliseconds(): number {
    return this.moment.getTime();
  }
  toString(): string {
    return this.moment.toISOString();
  }
  valueOf(): never {
    throw new TypeError('use compare');
  }
}

/** A class for one kind of text, as domain models have it. */
class Text {
  constructor(private readonly text: unknown) {}
  toString(): string {
    return this.text as string;
  }
}

const changed = (user: User, names: readonly string[], make: (value: unknown) => unknown): User => ({
  ...user,
  ...Object.fromEntries(names.flatMap((name) => (user[name] === undefined ? [] : [[name, make(user[name])]]))),
});

/** Members that are known to be all that there is: any other name is an error. */
const knowing = (user: User): User =>
  new Proxy(user, {
    get: (holder, name) => {
      if (typeof name === 'string' && !(name in holder)) throw new ReferenceError(`there is no ${name}`);
      return holder[name as string];
    },
  });

/** Values that are unlike JSON, and right all the same. */
const MAKERS: Readonly<Record<string, (user: User, body: string) => unknown>> = {
  'has moments as of Temporal': (user) =>
    changed(user, ['updatedAt', 'createdAt'], (moment) => new Instant(moment as Date)),
  'has a class for each kind of text': (user) => changed(user, ['id', 'email', 'status'], (text) => new Text(text)),
  'is a proxy that knows its members': (user) => knowing(user),
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

const giving = (make: (user: User, body: string) => unknown, givesDefaults = false): Promise<Run> => {
  const parse: ParseFunction = (body) => make({ ...(parseUser(body) as unknown as User) }, body);
  return fuzzed(tolerant, loaded(parse), { runs: 700, givesDefaults });
};

describe('a value that', () => {
  it.each(Object.entries(MAKERS))('%s gives no finding', async (_name, make) => {
    expect(told(await giving(make))).toEqual([]);
  });
});

describe('a value that other calls change', () => {
  it('is one finding, whatever of it changes', async () => {
    const last: User = {};
    const filling = (user: User): User => {
      for (const name of Object.keys(last)) delete last[name];
      return Object.assign(last, user);
    };
    const { results } = await giving(filling);
    expect(results.flatMap(({ id, status }) => (status === 'failed' ? [id] : []))).toEqual(['changes-later body']);
  });
});

describe('a default for what is absent', () => {
  const withDefaults = (user: User) => ({
    ...user,
    address: user['address'] ?? '',
    groups: user['groups'] ?? [],
    isGtcAccepted: user['isGtcAccepted'] ?? true,
  });

  it('is a finding each, which says what to do where it is meant', async () => {
    const { results } = await giving(withDefaults);
    const failed = results.filter(({ status }) => status === 'failed');
    expect(failed.map(({ id }) => id).sort()).toEqual([
      'invented-field /address',
      'invented-field /groups',
      'invented-field /isGtcAccepted',
    ]);
    for (const { details } of failed)
      expect(details).toMatchObject({ hint: expect.stringContaining('--gives-defaults') });
  });

  it('is none of a parser that is said to give them', async () => {
    expect(told(await giving(withDefaults, true))).toEqual([]);
  });

  it('is one all the same where it is not always the same', async () => {
    const run = await giving((user) => ({ ...user, address: user['address'] ?? user['fullName'] ?? '' }), true);
    expect(told(run)).toEqual([expect.stringMatching(/^invented-field \/address/)]);
  });
});

import { join } from 'node:path';
import source from '../../../contracts/user-update-resp/contract';
import { pactAnswers } from '../../../src/app/coverage/pact-answers';
import { type Answered, answered } from '../../../src/app/verify/answered';
import type { References } from '../../../src/app/verify/references';
import { defineContract, isJsonObject, type JsonObject, type JsonValue, stringifyJson } from '../../../src/contract';
import { readPacts, type Verified } from '../../../src/provider';
import { type Result, resultOf } from '../../../src/result';
import { ROOT } from '../../support/run-cli';

const contract = defineContract(source);
const pacts = readPacts(join(ROOT, 'pacts'), 'pacts');
const references: References = {
  contracts: [contract],
  held: [],
  unread: [],
  of: () => ({ contract, answer: () => [] }),
  otherOf: () => undefined,
};
const agreed = new Map(pactAnswers(contract, pacts).map(({ id, body }) => [id, body as JsonObject]));

/** What a service gives that answers every update with what is made of the agreed body, and fails where told. */
function verifiedBy(
  answer: (body: JsonObject) => JsonValue,
  fails: (body: JsonObject) => boolean = () => false,
  held: References = references,
): Answered {
  const interactions = pacts.flatMap((pact) => pact.interactions).filter(({ id }) => agreed.has(id));
  const results: Result[] = interactions.map(({ id }) => {
    const finding = { rule: 'type', level: 'error', pointer: '/email', message: '', expected: '', actual: '' } as const;
    return resultOf(id, fails(agreed.get(id) as JsonObject) ? [{ ...finding, fingerprint: id }] : []);
  });
  const exchanges = interactions.map((interaction) => ({
    interaction,
    exchange: {
      request: { method: interaction.method, target: interaction.path, headers: {}, body: Buffer.alloc(0) },
      response: {
        status: 200,
        headers: {},
        body: Buffer.from(stringifyJson(answer(agreed.get(interaction.id) as JsonObject))),
      },
    },
  }));
  const verified: Pick<Verified, 'results' | 'exchanges'> = { results, exchanges };
  return answered(pacts, verified, held);
}

describe('what the answers of a verification tell', () => {
  it('is what they cover: all of it, where they are the agreed ones', () => {
    const { coverage, warnings } = verifiedBy((body) => body);
    expect(coverage).toMatchObject({
      classes: { covered: 283, feasible: 283 },
      pairs: { covered: 2337, feasible: 2337 },
    });
    expect(warnings).toEqual([]);
  });

  it('is little where a service answers alike whatever its states are, and that is said', () => {
    const [first] = agreed.values();
    const { coverage, warnings } = verifiedBy(() => first as JsonObject);
    expect(coverage?.pairs?.covered).toBeLessThan(600);
    expect(warnings).toEqual([expect.stringContaining('does the service set up the provider states that it is told?')]);
  });

  it('is little where what comes back is no body at all, without a guess why', () => {
    const { coverage, warnings } = verifiedBy(() => 'no user');
    expect(coverage?.pairs?.covered).toBe(0);
    expect(warnings.length).toBeLessThanOrEqual(1);
  });

  it('names the classes that only failing interactions have together', () => {
    const isCause = (body: JsonObject): boolean => body['isTotpEnabled'] === false && body['emailVerified'] === true;
    const { results } = verifiedBy((body) => body, isCause);
    const failing = [...agreed.values()].filter((body) => isJsonObject(body) && isCause(body)).length;
    const told = results.flatMap(({ status, details }) => (status === 'failed' ? [details?.['suspect']] : []));
    expect(told).toHaveLength(failing);
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('/emailVerified true with /isTotpEnabled false');
    expect(told[0]).toContain(`(in ${failing} of ${failing} failing, in none of ${agreed.size - failing} others)`);
  });

  it('is told of each contract on its own where there are several', () => {
    const [one, other] = [contract, { ...contract, name: 'the same again' }];
    const both: References = {
      contracts: [one, other],
      held: [],
      unread: [],
      of: ({ path }) => ({ contract: path.includes('/me') ? one : other, answer: () => [] }),
      otherOf: () => undefined,
    };
    const isCause = (body: JsonObject): boolean => body['isTotpEnabled'] === false && body['emailVerified'] === true;
    const { coverage, results, warnings } = verifiedBy((body) => body, isCause, both);
    expect(new Set(coverage?.cells?.map(({ part }) => part))).toEqual(new Set([one.name, other.name]));
    expect(coverage?.classes.feasible).toBe(2 * 283);
    expect(warnings).toEqual([]);
    const failing = results.filter(({ status }) => status === 'failed');
    for (const { details } of failing)
      expect(details?.['suspect']).toContain('/emailVerified true with /isTotpEnabled false');
  });

  it('names nothing where everything fails', () => {
    const { results } = verifiedBy(
      (body) => body,
      () => true,
    );
    expect(results.every(({ details }) => details?.['suspect'] === undefined)).toBe(true);
  });
});

import { generateCases } from '../../../src/cases';
import {
  type Case,
  equalJson,
  isJsonObject,
  type JsonObject,
  type Operation,
  parseJson,
  replaceAt,
} from '../../../src/contract';
import { cannotCarryBody, type Interaction, interactionsOf } from '../../../src/pact';
import { validatorFor } from '../../../src/validator';
import { userContract } from '../validator/subject';
import { call, during, state } from './subject';

// Whole contracts are compiled here, on machines that may be busy.
/** Every eighth accept case is enough here: the classes are looked at by the cases' own laws. */
const some = (cases: readonly Case[]): Case[] => cases.filter((_case, index) => index % 8 === 0);

const headersOf = (interaction: Interaction, token: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(interaction.request.headers).map(([name, text]) => [
      name,
      text.expression?.replace(/\$\{token\}/, token) ?? text.value,
    ]),
  );

const without = (value: JsonObject, pointers: readonly string[]): JsonObject =>
  pointers.reduce((left, pointer) => replaceAt(left, pointer, undefined) as JsonObject, value);

describe.each(['documented', 'snake_case'] as const)('the service of user-update-resp, %s', (naming) => {
  const contract = userContract(naming);
  const validator = validatorFor(contract);
  const cases = [...generateCases(contract, { mode: 'edge', verdict: 'accept', seed: 1 })].filter(
    ({ body }) => body !== undefined && cannotCarryBody(parseJson(body)) === undefined,
  );
  const interactions = interactionsOf(contract, some(cases));
  const operationOf = (interaction: Interaction): Operation =>
    contract.operations.find(({ id }) => id === interaction.operation) as Operation;

  it('knows every state, answers every interaction as agreed, and never against the contract', async () => {
    const wrong: unknown[] = [];
    await during(contract, {}, async (service) => {
      for (const interaction of interactions) {
        let token = '';
        for (const { name, params } of interaction.states) {
          const done = await state(service, name, params ?? {});
          if (done.status !== 200) wrong.push([interaction.id, name, done.status, done.json]);
          token = String((done.json as JsonObject)['token'] ?? token);
        }
        const { method, path, body } = interaction.request;
        const answer = await call(service, {
          method,
          path,
          headers: headersOf(interaction, token),
          ...(body === undefined ? {} : { body }),
        });
        const user = interaction.states[0]?.params?.['user'];
        const around = {
          ...(body === undefined ? {} : { request: body }),
          ...(user === undefined ? {} : { before: user }),
        };
        const findings = validator.answer(
          interaction.operation,
          { status: answer.status, headers: answer.headers, body: answer.bytes },
          around,
        );
        const expected = interaction.response;
        if (answer.status !== expected.status || findings.length > 0)
          wrong.push([interaction.id, answer.status, findings.map(({ message }) => message)]);
        const { managed = [] } = operationOf(interaction).update ?? {};
        const isSame =
          answer.status !== 200 ||
          equalJson(without(answer.json as JsonObject, managed), without(expected.body as JsonObject, managed));
        if (!isSame) wrong.push([interaction.id, answer.json, expected.body]);
      }
    });
    expect(wrong).toEqual([]);
    expect(interactions.length).toBeGreaterThan(60);
  });

  it('gives each status of each operation', () => {
    const given = new Set(interactions.map(({ operation, response }) => `${operation} ${response.status}`));
    const promised = contract.operations.flatMap(({ id, responses }) =>
      responses.map(({ status }) => `${id} ${status}`),
    );
    expect([...given].sort()).toEqual(promised.sort());
  });

  it('names members as the wire does', async () => {
    const answer = await during(contract, {}, (service) =>
      call(service, { path: '/v3/users/me', headers: { authorization: `Bearer ${service.token}` }, body: {} }),
    );
    const names = isJsonObject(answer.json) ? Object.keys(answer.json) : [];
    expect(names).toContain(naming === 'documented' ? 'isGtcAccepted' : 'is_gtc_accepted');
    expect(names.every((name) => /[A-Z]/.test(name) === false)).toBe(naming === 'snake_case');
  });
});

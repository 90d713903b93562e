import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, type Contract, type ContractSource, defineContract, type JsonSchema } from '../../../src/contract';
import {
  cannotCarry,
  comparePacts,
  generatePacts,
  type Interaction,
  interactionsOf,
  joinPacts,
  type PactFile,
  plainCall,
  record,
} from '../../../src/pact';

/** What makes Pact lose interactions, or write what it cannot read, without a word. Each is closed here. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-traps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes pact files as they are. */
const write = (into: string, files: readonly PactFile[]): void => {
  for (const { name, text } of files) writeFileSync(join(into, name), text);
};

const answer = (schema: JsonSchema): Contract =>
  defineContract({
    version: 1,
    name: 'thing',
    consumer: 'a',
    provider: 'b',
    models: { Thing: schema },
    operations: {
      getThing: {
        method: 'GET',
        path: '/thing',
        responses: { '200': { schema: { $ref: '#/$defs/Thing' }, states: [{ name: 'a thing' }] } },
      },
    },
  } satisfies ContractSource);

const caseOf = (id: string, body: string): Case => ({
  id,
  verdict: 'accept',
  status: 200,
  headers: {},
  body,
  classes: {},
  seed: 1,
});

const object = (properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const thing = answer(object({ n: { type: 'integer' } }));
const interactions = (...bodies: readonly string[]): Interaction[] =>
  interactionsOf(
    thing,
    bodies.map((body, index) => caseOf(`case ${index}`, body)),
  );

interface Written {
  interactions: {
    description: string;
    response: { body: { content: unknown }; matchingRules: { body: Record<string, { combine: string }> } };
  }[];
  metadata: object;
}
const written = ([file]: readonly { text: string }[]): Written => JSON.parse(file?.text ?? '{}') as Written;
const descriptions = (pact: Written): string[] => pact.interactions.map(({ description }) => description);

describe('the merge key', () => {
  it('that two interactions share is refused, where Pact would keep one of them', async () => {
    const [one] = interactions('{"n":1}');
    const other = { ...(one as Interaction), states: [{ name: 'a thing', params: { id: 2 } }] };
    const clash = generatePacts([one as Interaction, other]);
    await expect(clash).rejects.toThrow('two interactions of a-b.json are called "getThing 200 case 0"');
    // The same two, as Pact itself would have them: one file, one of them gone, and nobody is told.
    for (const each of [one as Interaction, other]) await record(each, folder, plainCall(each));
    const merged = JSON.parse(readFileSync(join(folder, 'a-b.json'), 'utf8')) as Written;
    expect(merged.interactions).toHaveLength(1);
  });
});

describe('a pact file', () => {
  it('holds nothing of what was in it before, where Pact merges into it', async () => {
    write(folder, await generatePacts(interactions('{"n":1}', '{"n":2}')));
    const files = await generatePacts(interactions('{"n":1}'));
    expect(comparePacts(folder, files)).toEqual([
      { file: 'a-b.json', interaction: 'getThing 200 case 1', what: 'extra' },
    ]);
    write(folder, files);
    expect(descriptions(JSON.parse(readFileSync(join(folder, 'a-b.json'), 'utf8')))).toEqual(['getThing 200 case 0']);
  });

  it('holds every interaction that is recorded at the same time, each into a folder of its own', async () => {
    const all = interactions('{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}', '{"n":5}', '{"n":6}');
    const recorded = all.map((interaction, index) => ({ interaction, folder: join(folder, String(index)) }));
    await Promise.all(recorded.map(({ interaction, folder: own }) => record(interaction, own, plainCall(interaction))));
    expect(descriptions(written(joinPacts(recorded)))).toHaveLength(6);
    expect(joinPacts(recorded.toReversed())).toEqual(joinPacts(recorded));
  });

  it('is not made of a folder that an earlier run has left something in', async () => {
    const [one] = interactions('{"n":1}') as [Interaction];
    await record(one, folder, plainCall(one));
    writeFileSync(join(folder, 'c-d.json'), readFileSync(join(folder, 'a-b.json')));
    expect(() => joinPacts([{ interaction: one, folder }])).toThrow(
      'Pact wrote 2 interactions for getThing 200 case 0',
    );
    expect(() => joinPacts([{ interaction: one, folder: mkdtempSync(join(folder, 'empty-')) }])).toThrow(
      'Pact wrote no interaction',
    );
  });

  it('names no version of a library: the same bytes whoever writes it', async () => {
    const files = await generatePacts(interactions('{"n":1}'));
    expect(written(files).metadata).toEqual({ pactSpecification: { version: '4.0' } });
    expect(await generatePacts(interactions('{"n":1}'))).toEqual(files);
  });

  it('is not written without an interaction: an empty one would pass any verification', async () => {
    await expect(generatePacts([])).rejects.toThrow('there is no interaction to write');
  });

  it('is not written where the consumer calls otherwise than was agreed on', async () => {
    const [one] = interactions('{"n":1}') as [Interaction];
    const call = (baseUrl: string): Promise<Response> => fetch(`${baseUrl}/another`);
    await expect(record(one, folder, call)).rejects.toThrow('Test failed for the following reasons');
    expect(() => joinPacts([{ interaction: one, folder }])).toThrow('Pact wrote no interaction');
  });
});

describe('a name that no path can hold', () => {
  const schema = object({ "it's": { type: 'string' }, '': { type: 'integer' }, n: { type: 'integer' } }, [
    "it's",
    '',
    'n',
  ]);

  it('is left out of what is expected, so that the file can be loaded', async () => {
    const made = interactionsOf(answer(schema), [caseOf('plain', '{"it\'s":"a","":1,"n":1}')]);
    const [{ response } = { response: undefined }] = written(await generatePacts(made)).interactions;
    expect(response?.body.content).toEqual({ n: 1 });
    expect(Object.keys(response?.matchingRules.body ?? {})).toEqual(['$.n']);
  });

  it('is told beforehand', () => {
    for (const pointer of ["/it's", '/', "/it's/inner"])
      expect(cannotCarry({ pointer }, 'typical', 'a')).toContain('cannot stand in a path');
    expect(cannotCarry({ pointer: '/it is' }, 'typical', 'a')).toBeUndefined();
  });

  it('is no hindrance as a key of a map, which is not named in any path', async () => {
    const map = answer({ type: 'object', additionalProperties: { type: 'string' } });
    const made = interactionsOf(map, [caseOf('plain', '{"it\'s":"a","":"b"}')]);
    const [{ response } = { response: undefined }] = written(await generatePacts(made)).interactions;
    expect(response?.body.content).toEqual({ "it's": 'a', '': 'b' });
    expect(Object.keys(response?.matchingRules.body ?? {}).join()).not.toContain('it');
  });
});

describe('a value that does not survive pact-js', () => {
  it.each([
    ['2^53 + 1', '{"n":9007199254740993}'],
    ['a lone surrogate', '{"t":"\\ud800"}'],
    ['a lone surrogate as a name', '{"\\udfff":1}'],
    ['-0', '{"n":-0}'],
  ])('is refused before it is lost: %s', (_what, body) => {
    expect(() => interactions(body)).toThrow('no pact can carry the case case 0');
  });

  it('is told beforehand, with the reason', () => {
    const reason = (value: string | number | bigint): string | undefined =>
      cannotCarry({ pointer: '/n' }, 'edge', value);
    expect(reason(9007199254740993n)).toContain('doubles');
    expect(reason('\ud800')).toContain('lone surrogates');
    expect(reason(-0)).toContain('-0');
    expect(reason('x'.repeat(5000))).toContain('nobody can review');
    expect([reason(9007199254740991), reason('🦊'), reason(1e21)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('what the DSL says otherwise than meant', () => {
  const schema = object(
    {
      name: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      list: { type: 'array', items: { type: 'string' } },
    },
    ['name', 'list'],
  );

  it('is put right in the file: null beside a type, and a list that may be empty', async () => {
    const made = interactionsOf(answer(schema), [caseOf('plain', '{"name":"a","list":["b"]}')]);
    const { body } = written(await generatePacts(made)).interactions[0]?.response.matchingRules ?? { body: {} };
    expect(body['$.name']).toEqual({ combine: 'OR', matchers: [{ match: 'type' }, { match: 'null' }] });
    expect(body['$.list']).toEqual({ combine: 'AND', matchers: [{ match: 'type', min: 0 }] });
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pactInteractions } from '../../../src/app/pacts/plan';
import { defineContract, type JsonObject } from '../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../src/importers';
import { makeFolder } from '../../support/folder';
import { notesDocument } from './notes-document';

const folder = makeFolder({});
afterAll(() => folder.remove());

const file = join(folder.path, 'notes.json');
writeFileSync(file, JSON.stringify(notesDocument));
const contract = defineContract(sourceOfDocument(readDocument(file)));
const interactions = pactInteractions(contract);
const of = (operation: string, status: number) =>
  interactions.filter((one) => one.operation === operation && one.response.status === status);

describe('what is created', () => {
  const created = of('addNote', 201);

  it('comes back as it was sent, with what the service sets by itself, and needs no state that gives the answer', () => {
    expect(created.length).toBeGreaterThan(5);
    for (const { request, response, states } of created) {
      const { id, made, ...echoed } = response.body as JsonObject;
      expect(request.body).toEqual(echoed);
      expect([typeof id, typeof made]).toEqual(['string', 'string']);
      expect(states).toEqual([{ name: 'addNote succeeds' }]);
      expect(Object.keys(response.headers)).toContain('Location');
    }
  });

  it('is held to what was sent by equality, and to the rest by its type', () => {
    const [one] = created.filter(({ request }) => (request.body as JsonObject)['done'] === true);
    const rules = new Map(one?.response.rules.map(({ path, matchers }) => [path, matchers[0]?.match]));
    expect(rules.get('$.done')).toBe('equality');
    expect(rules.get('$.id')).toBe('regex');
  });

  it('varies in what the request writes, not in what it cannot influence', () => {
    expect(new Set(created.map(({ response }) => (response.body as JsonObject)['id'])).size).toBe(1);
    expect(created.every(({ response }) => !('seen' in (response.body as JsonObject)))).toBe(true);
    expect(new Set(created.map(({ response }) => (response.body as JsonObject)['due'])).size).toBeGreaterThan(3);
  });

  it('is never not found: its collection is there', () => {
    expect(of('addNote', 404)).toEqual([]);
    expect(of('deleteNote', 404)).toHaveLength(1);
  });
});

describe('what is listed', () => {
  const listed = of('listNotes', 200).map(({ request, response }) => ({
    body: response.body as { items: JsonObject[]; total: number; page: number },
    query: Object.fromEntries(Object.entries(request.query).map(([name, texts]) => [name, texts[0]?.value])),
    rules: new Map(response.rules.map(({ path, matchers }) => [path, matchers[0]])),
  }));

  it('is asked for with each of its optional parameters, alone and together', () => {
    const names = new Set(listed.flatMap(({ query }) => Object.keys(query)));
    expect([...names].sort()).toEqual(['done', 'page', 'search', 'size', 'sort']);
    expect(listed.some(({ query }) => 'page' in query && 'size' in query)).toBe(true);
    expect(listed.some(({ query }) => Object.keys(query).length === 0)).toBe(true);
  });

  it('is on the page that is asked for, of a size that holds it, and says so', () => {
    for (const { body, query } of listed) {
      expect(body.total).toBe(body.items.length);
      expect(body.page).toBe(1);
      if (query['page'] !== undefined) expect(query['page']).toBe('1');
      if (query['size'] !== undefined) expect(Number(query['size'])).toBeGreaterThanOrEqual(body.items.length);
    }
  });

  it('is filtered by what all of it has, and searched for and sorted only where that changes nothing', () => {
    for (const { body, query } of listed) {
      if (query['done'] !== undefined) for (const item of body.items) expect(String(item['done'])).toBe(query['done']);
      if (query['search'] !== undefined) expect(body.items).toEqual([]);
      if (query['sort'] !== undefined) expect(body.items.length).toBeLessThan(2);
    }
  });

  it('has items where a state put some in', () => {
    const withItems = listed.filter(({ body }) => body.items.length > 0);
    expect(withItems.length).toBeGreaterThan(3);
    for (const { rules } of withItems) expect(rules.get('$.items')).toEqual({ match: 'type', min: 1 });
    for (const { rules, body } of listed)
      if (body.items.length === 0) expect(rules.get('$.items')).toEqual({ match: 'type', min: 0 });
  });

  it('never has one resource twice', () => {
    for (const { body } of listed) expect(new Set(body.items.map(({ id }) => id)).size).toBe(body.items.length);
  });
});

import { join } from 'node:path';
import { defineContract } from '../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../src/importers';
import { validatorFor } from '../../../src/validator';

const FIXTURE = join(__dirname, '../importers/openapi/fixtures/media-types.yaml');
const validator = validatorFor(defineContract(sourceOfDocument(readDocument(FIXTURE))));

const V2 = 'application/vnd.notes.v2+json; charset=utf-8';
const told = (type: string, body: string): string[] =>
  validator
    .answer('getNote', { status: 200, headers: { 'Content-Type': type }, body })
    .map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('an answer of several media types of JSON', () => {
  it.each([
    ['application/json', '{"id":1,"text":"a"}', []],
    [V2, '{"id":1,"lines":["a"]}', []],
    [V2, '{"id":1,"text":"a"}', ['required /lines', 'unknown-property /text']],
    ['application/json', '{"id":1,"lines":["a"]}', ['required /text', 'unknown-property /lines']],
    ['application/hal+json', '{"id":1,"text":"a"}', []],
    ['text/html', '{"id":1,"text":"a"}', ['content-type ']],
  ])('is judged by its own: %s %s', (type, body, findings) => {
    expect(told(type, body).sort()).toEqual(findings);
  });
});

describe('a request of several media types of JSON', () => {
  it('is judged by its own', () => {
    expect(validator.request('putNote', '{"lines":["a"]}', V2)).toEqual([]);
    expect(validator.request('putNote', '{"lines":["a"]}', 'application/json')).not.toEqual([]);
    expect(validator.request('putNote', '{"text":"a"}', V2)).not.toEqual([]);
    expect(validator.request('putNote', '{"text":"a"}')).toEqual([]);
  });
});

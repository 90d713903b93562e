import { HarEntries } from '../../../src/observe/traffic/har-entries';

const ENTRIES = [
  { request: { url: 'http://a/"x"\\' }, list: [{ entries: [1, 2] }] },
  { response: { content: { text: '{"a":"]}"}' } } },
  { note: 'ä€😀 \\" }]' },
];

const document = (indent?: number): Buffer =>
  Buffer.from(
    JSON.stringify(
      {
        _first: { entries: [{ no: 1 }] },
        log: { pages: [{ entries: [{ no: 2 }] }], entries: ENTRIES, after: [{ no: 3 }] },
      },
      null,
      indent,
    ),
  );

function splitBy(bytes: Buffer, size: number): { found: unknown[]; splitter: HarEntries } {
  const splitter = new HarEntries();
  const found: unknown[] = [];
  for (let at = 0; at < bytes.length; at += size)
    for (const entry of splitter.push(bytes.subarray(at, at + size))) found.push(JSON.parse(entry.toString('utf8')));
  return { found, splitter };
}

describe('the splitter of HAR files', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('finds the entries in chunks of %d bytes', (size) => {
    for (const indent of [undefined, 2]) {
      const { found, splitter } = splitBy(document(indent), size);
      expect(found).toEqual(ENTRIES);
      expect(splitter.isWhole).toBe(true);
    }
  });

  it('gives the entries before a cut, wherever it is, and knows that it is one', () => {
    const bytes = document();
    const end = bytes.lastIndexOf(']', bytes.lastIndexOf('"after"'));
    for (let size = 1; size <= end; size += 3) {
      const { found, splitter } = splitBy(bytes.subarray(0, size), 10);
      expect(found).toEqual(ENTRIES.slice(0, found.length));
      expect(splitter.isWhole).toBe(false);
    }
  });
});

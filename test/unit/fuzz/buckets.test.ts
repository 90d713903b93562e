import { Buckets } from '../../../src/fuzz/buckets';
import { response, testCase } from '../../fuzz/small-contract';

const about = (site: string) => ({ ...testCase(site, 'ACTIVE'), classes: { [site]: 'special' } });

const printed = (line: string) => ({
  rule: 'protocol-broken',
  pointer: undefined,
  message: `it answered "${line}", which is not a JSON object`,
  expected: 'a value or a refusal',
  actual: line,
});

/** What is found where nothing comes again when it is looked for. */
async function found(...lines: readonly (readonly [site: string, line: string])[]): Promise<number> {
  const buckets = new Buckets({
    model: response.model,
    judge: () => [],
    examine: async () => [],
    plains: [],
    valid: [],
  });
  for (const [site, line] of lines) await buckets.add(about(site), [printed(line)]);
  return buckets.all.length;
}

describe('a program that prints something beside its answers', () => {
  it('is one finding where it is the same, whatever the responses are about', async () => {
    expect(await found(['/id', 'DEBUG'], ['/count', 'DEBUG'], ['/status', 'DEBUG'])).toBe(1);
  });

  it('is two where it is something else', async () => {
    expect(await found(['/id', 'DEBUG'], ['/count', 'WARNING'])).toBe(2);
  });
});

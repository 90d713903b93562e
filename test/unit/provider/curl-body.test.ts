import { execFileSync } from 'node:child_process';
import { curlBody } from '../../../src/provider/curl-body';

/** What a shell makes of it, in place of curl. */
function handedOver(body: Buffer): Buffer {
  const { before, words } = curlBody(body);
  if (before !== '') {
    expect(words).toEqual(['--data-binary @-']);
    return execFileSync('sh', ['-c', `${before}cat`], { maxBuffer: 1 << 25 });
  }
  const [word = '--data-raw '] = words;
  return execFileSync('sh', ['-c', `printf %s ${word.replace('--data-raw ', '')}`]);
}

describe('a body for curl', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['JSON', Buffer.from('{"a":"it\'s \\"so\\" 100 % \\\\n, $HOME `x` 🦊"}')],
    ['lines and tabs', Buffer.from('{\r\n\t"a": 1\n}')],
    ['a control character and marks of direction', Buffer.from('{"a":"\u007f\u202e"}')],
    ['what is no UTF-8', Buffer.from('7b22656d61696c223a22ff2527227d', 'hex')],
    ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['a large one', Buffer.from(`{"unknown":"${'x'.repeat(8 * 1024 * 1024)}"}`)],
    ['a large one without a run', Buffer.from(`"${'alpha bravo '.repeat(3000)}"`)],
    ['a large one of one sign', Buffer.from("'".repeat(100_000))],
    ['a deep one', Buffer.from('['.repeat(500))],
  ])('is handed over byte for byte: %s', (_what, body) => {
    expect(handedOver(body).equals(body)).toBe(true);
    const { before, words } = curlBody(body);
    expect(`${before}${words.join(' ')}`).toMatch(/^[^\p{Cc}\p{Cf}]*$/u);
    if (body.length > 100_000) expect(before.length).toBeLessThan(1000);
  });
});

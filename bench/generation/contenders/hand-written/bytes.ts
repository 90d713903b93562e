import { OBJECT, STATUS } from '../enums';
import { ASCII, below, chance, HEX, milliseconds, oneOf, POOL, WORD } from './chance';

const LARGEST = 65_536;
const bytes = Buffer.alloc(LARGEST);
let at = 0;

const pool = (text: string): Buffer => Buffer.from(text, 'latin1');
const [ascii, hex, word] = [pool(ASCII), pool(HEX), pool(WORD)];
const QUOTE = 0x22;

function put(text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at++] = text.charCodeAt(index);
}

function digits(value: number, count: number): void {
  let left = value;
  for (let index = at + count - 1; index >= at; index -= 1) {
    bytes[index] = 0x30 + (left % 10);
    left = Math.floor(left / 10);
  }
  at += count;
}

function piece(from: Buffer, length: number): void {
  const first = below(POOL - length);
  for (let index = 0; index < length; index += 1) bytes[at++] = from[first + index] as number;
}

function quoted(from: Buffer, length: number): void {
  bytes[at++] = QUOTE;
  piece(from, length);
  bytes[at++] = QUOTE;
}

const text = (): void => quoted(ascii, below(24));
const flag = (): void => put(chance() ? 'true' : 'false');
const number = (): void => put(String(milliseconds()));

function dateTime(): void {
  put('"');
  digits(1970 + below(130), 4);
  put('-');
  digits(1 + below(12), 2);
  put('-');
  digits(1 + below(28), 2);
  put('T');
  digits(below(24), 2);
  put(':');
  digits(below(60), 2);
  put(':');
  digits(below(60), 2);
  put('Z"');
}

const ip = (): void => put(`"${below(256)}.${below(256)}.${below(256)}.${below(256)}"`);

function list(item: () => void, most: number): void {
  put('[');
  for (let left = below(most + 1); left > 0; left -= 1) {
    item();
    if (left > 1) put(',');
  }
  put(']');
}

function dictionary(item: () => void): void {
  put('{');
  for (let left = below(11); left > 0; left -= 1) {
    quoted(word, 1 + below(10));
    put(':');
    item();
    if (left > 1) put(',');
  }
  put('}');
}

function member(opening: string, write: () => void): void {
  put(opening);
  write();
}

function session(): void {
  member('{"userAgent":', text);
  member(',"ipAddress":', ip);
  member(',"accountId":', id);
  member(',"referenceToken":', text);
  member(',"loginTime":', dateTime);
  put('}');
}

function login(): void {
  member('{"date":', dateTime);
  member(',"ipAddress":', ip);
  member(',"userAgent":', text);
  member(',"success":', flag);
  put('}');
}

const id = (): void => quoted(hex, 32);
const email = (): void => {
  put('"');
  piece(word, 1 + below(10));
  put('@');
  piece(word, 1 + below(10));
  put('"');
};

const OPTIONAL: readonly (readonly [string, () => void])[] = [
  [',"username":', () => quoted(word, 4 + below(27))],
  [',"activeSessions":', () => list(session, 10)],
  [',"loginHistory":', () => list(login, 5)],
  [',"creationTime":', number],
  [',"updatedAt":', dateTime],
  [',"fullName":', text],
  [',"lastLoginTime":', number],
  [',"isGtcAccepted":', flag],
  [',"isMarketingAccepted":', flag],
  [',"phoneNumber":', text],
  [',"totpScratchCodes":', () => list(text, 10)],
  [',"groups":', () => list(text, 10)],
  [',"address":', text],
  [',"totpSecret":', text],
  [',"password":', text],
  [',"emailVerified":', flag],
  [',"createdAt":', dateTime],
  [',"userProperties":', () => dictionary(() => dictionary(text))],
  [',"isTotpEnabled":', flag],
  [',"passwordChangedTime":', number],
];

/** A payload as JSON text, byte by byte. */
export function writtenText(): string {
  at = 0;
  member('{"id":', id);
  member(',"etag":', text);
  member(',"email":', email);
  put(`,"status":"${oneOf(STATUS)}"`);
  member(',"accountId":', id);
  put(`,"object":"${oneOf(OBJECT)}"`);
  for (const [opening, write] of OPTIONAL) if (chance()) member(opening, write);
  put('}');
  return bytes.toString('latin1', 0, at);
}

import { readFileSync } from 'node:fs';
import { ContractError } from '../contract';

const NEXT = 'Save the file as UTF-8.';

/**
 * The text of a document: UTF-8, with or without a byte order mark.
 * @param where the place that names the file.
 * @throws ContractError where it cannot be read, or is of another encoding.
 */
export function documentText(file: string, where: string): string {
  const bytes = bytesOf(file, where);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) throw new ContractError('the document is UTF-16, which is not read', { where, next: NEXT });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ContractError(`the document is not UTF-8: see byte ${wrongByte(bytes)}`, { where, next: NEXT });
  }
}

function bytesOf(file: string, where: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ContractError(`the document cannot be read: ${(error as Error).message}`, {
      where,
      next: 'Check the path.',
    });
  }
}

/** Up to where the bytes are those of the text that was made of them. */
function wrongByte(bytes: Buffer): number {
  const written = Buffer.from(bytes.toString('utf8'), 'utf8');
  return bytes.findIndex((byte, index) => byte !== written[index]);
}

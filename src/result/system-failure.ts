import { Failure } from './failure';

/** What the system calls a refusal, and what it means. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'it would be larger than the limit of the system (ulimit -f)',
  EROFS: 'the file system is read-only',
  EACCES: 'permission is denied',
  EPERM: 'the operation is not permitted',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, and no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'something else is there already',
  ENOTEMPTY: 'something else is there already',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open (ulimit -n)',
  ENFILE: 'too many files are open on this machine',
  EIO: 'the disk failed',
  ENXIO: 'nothing takes what is written there',
  EBUSY: 'something else uses it',
  ETXTBSY: 'something else uses it',
};

/** What to do about some of them. */
const NEXT: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room on that disk, or choose a place on another one.',
  EDQUOT: 'Make room on that disk, or choose a place on another one.',
  EFBIG: 'Raise the limit, and run again.',
  EMFILE: 'Raise the limit, and run again.',
};

/** What to do, by what was refused. */
const nextAfter = (code: string, call: string): string =>
  call === 'mkdtemp'
    ? 'Set TMPDIR to a folder that can be written to.'
    : (NEXT[code] ?? 'Check the path and its permissions, or choose another place.');

/** As Node words it: `ENOSPC: no space left on device, open '/a/b' -> '/c'`. */
const WORDING = /^(?:Error: )?(E[A-Z0-9]+): [^,]*, (\w+)(?: '([^']*)')?(?: -> '([^']*)')?/;

/** Calls that only read. */
const READING = new Set(['scandir', 'opendir', 'stat', 'lstat', 'read', 'readlink', 'realpath', 'access']);

const isReading = (call: string, code: string): boolean => READING.has(call) || (call === 'open' && code === 'ENOENT');

/** Why a working folder that was deleted ends every command. */
const noWorkingFolder = (): Failure =>
  new Failure(
    'environment',
    'the working folder is not there: it was deleted, or may not be looked at',
    'Go to a folder that is there.',
  );

/**
 * Returns what the file system refused as a sentence with path and reason; `undefined` for any other error.
 * @param place what was to be written, where the error names it not, or names a file beside it.
 */
export function systemFailure(error: unknown, place?: string): Failure | undefined {
  const message = error instanceof Error ? error.message : String(error);
  const [, code = '', call = '', from, to] = WORDING.exec(message) ?? [];
  const reason = REASONS[code];
  if (reason === undefined) return undefined;
  if (call === 'uv_cwd') return noWorkingFolder();
  const isRead = place === undefined && isReading(call, code);
  const path = (place ?? to ?? from ?? (isRead ? 'a file' : 'what was to be written')).replace(/-?XXXXXX$/, '');
  const verb = isRead ? 'read' : 'written';
  const failure = new Failure('environment', `${path} cannot be ${verb}: ${reason}`, nextAfter(code, call));
  failure.cause = error;
  return failure;
}

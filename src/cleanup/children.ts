import { noteLeft } from './left';

/** As much of a child process as is needed to end it. */
interface Child {
  readonly pid?: number | undefined;
  once(event: 'exit' | 'error', listener: () => void): unknown;
}

/**
 * Notes a child, which must end with the run, until it has ended.
 * @returns the child.
 */
export function ownChild<T extends Child>(child: T, { isGroup = false }: { readonly isGroup?: boolean } = {}): T {
  const { pid } = child;
  if (pid === undefined) return child;
  const gone = noteLeft({ kind: 'child', pid, isGroup });
  child.once('exit', gone);
  child.once('error', gone);
  return child;
}

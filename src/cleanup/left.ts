import { rmSync } from 'node:fs';

/** What a run must not leave behind: a temporary folder, or a child that it started. */
export type Left =
  | { readonly kind: 'folder'; readonly path: string }
  /** `isGroup`: it leads a process group, which ends with it. */
  | { readonly kind: 'child'; readonly pid: number; readonly isGroup: boolean };

/** Hears what came to be, and what is gone again. */
export type Listener = (left: Left, isThere: boolean) => void;

let listener: Listener = () => undefined;

/** Tells a listener of all that comes to be from now on, so that it can be removed by somebody else. */
export function onLeft(heard: Listener): void {
  listener = heard;
}

/** Notes that something came to be. @returns what notes that it is gone. */
export function noteLeft(left: Left): () => void {
  listener(left, true);
  return () => listener(left, false);
}

function killed({ pid, isGroup }: Left & { kind: 'child' }): void {
  try {
    process.kill(isGroup ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ends children, then removes folders: at once, and whatever they are doing. */
export function endAll(all: Iterable<Left>): void {
  const left = [...all];
  for (const one of left) if (one.kind === 'child') killed(one);
  for (const one of left) {
    // A child that is just ending may still write there.
    if (one.kind === 'folder') rmSync(one.path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  }
}

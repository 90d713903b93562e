import type { Left } from '../../cleanup';
import type { GlobalOptions } from '../context';
import type { Host } from '../host';

/** What a thread is started with. */
export interface Order {
  readonly words: readonly string[];
  readonly isTerminal: Host['isTerminal'];
}

/** What a command's thread tells its supervisor. */
export type FromThread =
  /** Something came to be that must not be left behind, or is gone again. */
  | { readonly kind: 'left'; readonly left: Left; readonly isThere: boolean }
  /** A command begins. */
  | { readonly kind: 'called'; readonly options: GlobalOptions }
  /** Something was written to stdout, for the first time. */
  | { readonly kind: 'spoke' }
  /** Nobody reads stdout any more. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'question'; readonly question: string }
  /** Somebody's code called `process.exit`. */
  | { readonly kind: 'exit'; readonly code: number; readonly by: string | undefined }
  /** The thread has nothing left to wait for, and is not done. */
  | { readonly kind: 'idle' }
  /** The command came to its end, and its reports are written. */
  | { readonly kind: 'done'; readonly exitCode: number };

/** What a supervisor tells a command's thread. */
export type ToThread = { readonly kind: 'interrupt' } | { readonly kind: 'answer'; readonly answer: string };

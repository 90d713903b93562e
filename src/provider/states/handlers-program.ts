import { AsyncLocalStorage } from 'node:async_hooks';
import { isJsonObject, parseJson } from '../../contract';
import { Failure } from '../../result';
import { type StateHandlers, statesByHandlers } from './by-handlers';
import type { StateAction, StateKeeper } from './keeper';
import { outcomeText, type Question, type Reply } from './messages';

/** Loads the handlers of modules: of handlers of one name, the last counts. */
export type LoadHandlers = (files: readonly string[], cwd: string) => Promise<StateHandlers>;

/** A handler that is called. */
interface Called {
  readonly state: string;
  readonly action: StateAction;
}

/** The time of a handler is watched from outside, where it can be ended. */
const UNLIMITED = 2 ** 31 - 1;

type Told<R> = R extends unknown ? Omit<R, 'key'> : never;

/** A process that has the handlers, and calls them when it is asked. */
class HandlersProgram {
  private readonly calls = new AsyncLocalStorage<Called>();
  private last: Called | undefined;
  private keeper: StateKeeper | undefined;

  constructor(
    private readonly load: LoadHandlers,
    private readonly tell: (reply: Told<Reply>) => void,
  ) {
    process.on('uncaughtException', (error) => this.late(error));
    process.on('unhandledRejection', (error) => this.late(error));
  }

  async hear(question: Question): Promise<void> {
    if (question.kind === 'change') return this.change(question);
    try {
      const { providerBaseUrl, headers } = question.around;
      const handlers = await this.load(question.files, question.cwd);
      this.keeper = statesByHandlers(handlers, { timeoutMs: UNLIMITED, providerBaseUrl, headers });
      this.tell({ kind: 'loaded' });
    } catch (error) {
      const next = error instanceof Failure ? error.next : undefined;
      this.tell({ kind: 'unusable', message: (error as Error).message, next });
    }
  }

  private async change({ state, action, params }: Question & { kind: 'change' }): Promise<void> {
    const given = parseJson(params);
    this.last = { state, action };
    const outcome = await this.calls.run(this.last, () =>
      this.keeper?.(state, isJsonObject(given) ? given : {}, action),
    );
    // What is thrown at once beside the call is of this call.
    await new Promise((settle) => setImmediate(settle));
    this.tell({ kind: 'changed', outcome: outcomeText(outcome ?? { kind: 'done', values: {} }) });
  }

  private late(error: unknown): void {
    const { state, action } = this.calls.getStore() ?? this.last ?? { state: '', action: 'setup' };
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.tell({ kind: 'late', state, action, message });
  }
}

/** Makes this process one that has state handlers: it waits for questions until its parent is gone. */
export function runHandlersProgram(load: LoadHandlers): void {
  const send = process.send?.bind(process);
  const [, , key = ''] = process.argv;
  process.argv.length = 2;
  // Handlers that talk to a parent of their own talk to nobody.
  process.send = () => true;
  const program = new HandlersProgram(load, (reply) => send?.({ ...reply, key }));
  process.on('message', (question) => void program.hear(question as Question));
  process.once('disconnect', () => process.exit(0));
}

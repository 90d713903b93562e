import type { Complaint } from '../complaint';
import { factsOf } from '../error-facts';

/** How often pending timers are waited for. */
const MOST_TURNS = 5;

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** Errors that nobody catches: they would end the program that uses the parser. */
export class Escapes {
  private readonly found: Complaint[] = [];
  private usualTimers = 0;

  constructor() {
    process.on('uncaughtException', (error) =>
      this.add(error, 'an error is thrown outside of the call and its promise'),
    );
    process.on('unhandledRejection', (error) => this.add(error, 'a promise that nobody waits for is rejected'));
  }

  /** Timers that the parser keeps all the time are not waited for. */
  ready(): void {
    this.usualTimers = timers();
    this.found.length = 0;
  }

  /** What has escaped since the last time, once all that is due has run. */
  async taken(): Promise<readonly Complaint[]> {
    await new Promise((settle) => setImmediate(settle));
    for (let turn = 0; turn < MOST_TURNS && timers() > this.usualTimers; turn += 1)
      await new Promise((settle) => setTimeout(settle, 2));
    return this.found.splice(0);
  }

  private add(thrown: unknown, what: string): void {
    const error = factsOf(thrown);
    this.found.push({
      rule: 'escaped-error',
      pointer: undefined,
      message: `${what}: ${error.name}, which ends the program`,
      expected: 'a value or a refusal',
      actual: `${error.name}: ${error.message}`,
      error,
    });
  }
}

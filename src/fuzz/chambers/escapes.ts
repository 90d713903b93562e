import type { Complaint } from '../complaint';
import { describeThrown } from '../error-facts';

/** How many milliseconds pending timers are waited for. */
const USUAL_WAIT = 10;
/** The same where many cases share the time, or where it is looked for what escapes. */
const PATIENT_WAIT = 120;
/** Milliseconds between two looks. */
const TURN = 2;

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

  /**
   * What has escaped since the last time, once all that is due soon has run. Timers that are left by then are among those
   * that are not waited for: of a case before, they say nothing of the next ones.
   */
  async taken(isPatient: boolean): Promise<readonly Complaint[]> {
    await new Promise((settle) => setImmediate(settle));
    const end = performance.now() + (isPatient ? PATIENT_WAIT : USUAL_WAIT);
    while (timers() > this.usualTimers && performance.now() < end)
      await new Promise((settle) => setTimeout(settle, TURN));
    this.usualTimers = timers();
    return this.found.splice(0);
  }

  /** Something else that a parser does outside of its answers. */
  note(what: string): void {
    if (this.found.some(({ message }) => message === what)) return;
    const expected = 'a value or a refusal';
    this.found.push({ rule: 'escaped-error', pointer: undefined, message: what, expected, actual: what });
  }

  private add(thrown: unknown, what: string): void {
    const error = describeThrown(thrown).facts;
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

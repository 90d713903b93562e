import type { Case } from '../../contract';
import { shorten } from '../../result';
import type { Answer } from '../answer';
import type { EndingRule } from '../endings';
import { questionLine, readAnswer } from './adapter-lines';
import { Casualty, Interrupted } from './chamber';
import { Watch } from './watch';

/** So many questions a program is asked at most before it has answered the first of them. */
export const MOST_AHEAD = 256;

/** With more than so many questions, a program has enough to do while others are gathered. */
const ENOUGH = 128;

/** How many milliseconds a program may take until its first answer: virtual machines are slow to start. */
const START = 15_000;

/** How a program is reached, and ended. */
interface Reached {
  readonly write: (text: string) => void;
  readonly kill: () => void;
  /** How many milliseconds the processors have spent on it; `undefined` where nobody tells. */
  readonly spent: () => number | undefined;
}

const MEGA = 1_000_000;

/** A program that prints more than so many characters, and ends no line, is not going to. */
const LONGEST_LINE = 32 * MEGA;

interface Question {
  readonly id: number;
  readonly testCase: Case;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Questions to a program and its answers, one a line, in order. It ends with the first answer that is none, is to
 * another question, or does not come: what has happened can then only be told of the question that was due.
 */
export class Conversation {
  private readonly asked: Question[] = [];
  private readonly waiting: Question[] = [];
  private readonly watch: Watch;
  private outgoing = '';
  private incoming = '';
  private count = 0;
  private answered = 0;
  private isOver = false;

  /** `limit` is how many milliseconds one answer may take. */
  constructor(
    private readonly program: Reached,
    private readonly limit: number,
  ) {
    this.watch = new Watch(limit, {
      pulse: () => this.answered,
      spent: program.spent,
      patience: () => (this.answered === 0 ? (4 * Math.max(limit, START)) / limit : 4),
      whenStill: () => this.end('hang', `it gave no answer within ${this.limit} ms`),
    });
  }

  /** How many questions were asked. */
  get questions(): number {
    return this.count;
  }

  /**
   * Asks what becomes of a response.
   * @throws Casualty where the conversation ends of it; Interrupted where it ends before its turn.
   */
  ask(testCase: Case): Promise<Answer> {
    if (this.isOver) return Promise.reject(new Interrupted());
    return new Promise((settle, fail) => {
      this.count += 1;
      this.waiting.push({ id: this.count, testCase, settle, fail });
      this.send();
    });
  }

  /** Takes what the program has printed. */
  hear(text: string): void {
    if (!text.includes('\n')) {
      this.hearPart(text);
      return;
    }
    const lines = (this.incoming + text).split('\n');
    this.incoming = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '' && !this.isOver) this.take(line);
    if (!this.isOver) this.send();
  }

  /** Takes a part of a line. */
  private hearPart(text: string): void {
    this.incoming += text;
    if (this.incoming.length <= LONGEST_LINE) return;
    this.end('protocol-broken', `it has printed more than ${LONGEST_LINE / MEGA} MB without the end of a line`);
    this.incoming = '';
  }

  /** Ends it: the first question that is not answered is the one that it ended of. */
  end(rule: EndingRule, message: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.watch.stop();
    const [first, ...others] = [...this.asked.splice(0), ...this.waiting.splice(0)];
    first?.fail(new Casualty(rule, message));
    for (const question of others) question.fail(new Interrupted());
    this.program.kill();
  }

  private take(line: string): void {
    const read = readAnswer(line);
    const [due] = this.asked;
    const broken = typeof read === 'string' ? read : outOfTurn(read.id, due?.id);
    if (typeof read === 'string' || due === undefined || broken !== undefined) {
      this.end('protocol-broken', broken ?? '');
      return;
    }
    this.asked.shift();
    this.answered += 1;
    if (this.asked.length === 0) this.watch.stop();
    due.settle(read.answer);
  }

  /** Sends all that may be sent at once; and not while there is enough to do, since each time costs both sides a turn. */
  private send(): void {
    if (this.asked.length > ENOUGH) return;
    while (this.asked.length < MOST_AHEAD) {
      const question = this.waiting.shift();
      if (question === undefined) break;
      this.asked.push(question);
      if (this.outgoing === '') setImmediate(() => this.flush());
      this.outgoing += questionLine(question.id, question.testCase);
    }
    if (this.asked.length > 0) this.watch.start();
  }

  private flush(): void {
    const text = this.outgoing;
    this.outgoing = '';
    if (!this.isOver) this.program.write(text);
  }
}

/** What is wrong with an answer by its id; `undefined` where it is the one that is due. */
function outOfTurn(id: unknown, due: number | undefined): string | undefined {
  if (id === due && due !== undefined) return undefined;
  const told = id === undefined ? 'it answered without an id' : `it answered ${shorten(String(id))}`;
  return due === undefined ? `${told} without being asked` : `${told} where the answer to ${due} was due`;
}

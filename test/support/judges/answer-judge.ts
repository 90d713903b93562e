import { type JsonValue, stringifyJson } from '../../../src/contract';
import { OriginalJudge } from '../original-judge';
import { essence, partAt, partsIn, type Raw } from './document-parts';

/** An answer that is expected, as far as its document speaks of it. */
export interface ExpectedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: JsonValue | undefined;
}

/** Judges answers by a document as it stands: it knows nothing of contracts. */
export class AnswerJudge {
  private readonly judge: OriginalJudge;

  constructor(private readonly document: Raw) {
    this.judge = OriginalJudge.of(document, 'document.json', 'response');
  }

  /**
   * Returns why a document does not allow an answer; `undefined` where it does.
   * @param pointer to the operation: `/paths/~1pets/get`.
   */
  problem(pointer: string, { status, contentType, body }: ExpectedAnswer): string | undefined {
    const answer = this.answerAt(pointer, status);
    if (answer === undefined) return `${status} is not declared`;
    if (body === undefined) return undefined;
    const schema = this.schemaOf(answer, essence(contentType));
    if (schema === undefined) return `${contentType} is not declared for ${status}`;
    if (partAt(this.document, schema) === undefined) return undefined;
    const text = stringifyJson(body);
    const allows = this.judge.judgeIfItEnds(`document.json#${encodeURI(schema)}`)(text);
    return allows === false ? `${text.slice(0, 300)} is not allowed` : undefined;
  }

  /** Returns the pointer to the answer of a status: its own, that of its class, or the default. */
  private answerAt(pointer: string, status: number): string | undefined {
    const answers = partsIn(this.document, `${pointer}/responses`);
    const named = (name: string) => answers.find(([one]) => one.toUpperCase() === name)?.[1].pointer;
    return named(String(status)) ?? named(`${String(status)[0]}XX`) ?? named('DEFAULT');
  }

  private schemaOf(answer: string, type: string): string | undefined {
    if (typeof this.document['swagger'] === 'string') return `${answer}/schema`;
    const contents = partsIn(this.document, `${answer}/content`);
    const found = contents.find(([range]) => isIn(type, essence(range)));
    return found === undefined ? undefined : `${found[1].pointer}/schema`;
  }
}

const isIn = (type: string, range: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));

import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { type JsonValue, STRING_FORMATS } from '../contract';
import { exactAt, type Subject } from './exact';
import type { Judge } from './judges';
import { patternOf } from './pattern';
import type { Problem } from './problem';

/** Whether ajv stops at the first error, or collects them all with what is needed to tell them. */
export type Mode = 'quick' | 'thorough';

/** What the keyword `judge` puts into an error of ajv. */
export interface Judgement {
  readonly problems: readonly Problem[];
}

/** The formats of the table: by their own check, else by that of ajv-formats, else by their pattern. */
function addStringFormats(ajv: Ajv2020): void {
  const { default: addFormats } = require('ajv-formats') as typeof import('ajv-formats');
  addFormats(ajv, { mode: 'full' });
  for (const { name, check, pattern } of STRING_FORMATS.values()) {
    if (check !== undefined) ajv.addFormat(name, { type: 'string', validate: check });
    else if (ajv.formats[name] === undefined) ajv.addFormat(name, patternOf(pattern));
  }
}

/** The keyword `judge`: hands the value, with every digit, to one of our own judges. */
function addJudges(ajv: Ajv2020, mode: Mode, judges: readonly Judge[]): void {
  const compile = (index: number) => {
    const judge = judges[index] as Judge;
    function run(this: Subject, data: JsonValue, at?: Parameters<ValidateFunction>[1]): boolean {
      const pointer = at?.instancePath ?? '';
      const place = { value: exactAt(this, pointer, data), data, pointer, subject: this };
      if (mode === 'quick') return judge.accepts(place);
      const problems = judge.problems(place);
      run.errors = [{ keyword: 'judge', params: { problems } satisfies Judgement }];
      return problems.length === 0;
    }
    run.errors = [] as Partial<ErrorObject>[];
    return run;
  };
  ajv.addKeyword({ keyword: 'judge', schemaType: 'number', errors: true, compile });
}

/** An ajv with our formats and judges. Loaded when the first contract is judged: the command line starts without it. */
export function ajvFor(mode: Mode, judges: readonly Judge[]): Ajv2020 {
  const { Ajv2020: Ajv } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const regExp = Object.assign((source: string) => patternOf(source), { code: 'new RegExp' });
  const thorough = mode === 'thorough';
  const ajv = new Ajv({
    strict: false,
    allErrors: thorough,
    verbose: thorough,
    messages: false,
    logger: false,
    validateSchema: false,
    ownProperties: true,
    passContext: true,
    code: { regExp },
  });
  addStringFormats(ajv);
  addJudges(ajv, mode, judges);
  return ajv;
}

import { loadContract } from '../../app/contract-reference';
import { generateCases, MODES, type Mode } from '../../cases';
import { caseLine, VERDICTS, type Verdict, WIRE_NAMES, type WireNames } from '../../contract';
import { Failure } from '../../result';
import { oneOf, wholeNumber } from '../arguments';
import type { CliCommand } from '../command';
import { EXIT_CODES } from '../exit-codes';
import { tellerOf } from '../warnings';

/** `pactcheck cases`: responses a parser may meet, one NDJSON line each. */
export const casesCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--verdict <verdict>', 'accept, reject or either; all of them where it is not given', oneOf(VERDICTS))
      .option('--mode <mode>', 'random, edge or covering', oneOf(MODES), 'edge')
      .option('--count <n>', 'at most so many', wholeNumber())
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1)
      .option('--strength <t>', 'of covering: all combinations of the classes of so many sites', wholeNumber(1))
      .option('--operation <id>', 'the operation whose answer it is; the first one where it is not given')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, reference = '') => {
    const wireNames = options['wireNames'] as WireNames | undefined;
    const contract = await loadContract(reference, { cwd: context.cwd, wireNames, tell: tellerOf(context) });
    const cases = generateCases(contract, {
      operationId: options['operation'] as string | undefined,
      mode: options['mode'] as Mode,
      verdict: options['verdict'] as Verdict | undefined,
      count: options['count'] as number | undefined,
      seed: options['seed'] as number,
      strength: options['strength'] as number | undefined,
    });
    let printed = 0;
    for (const testCase of cases) {
      if (context.signal.aborted) break;
      const before = printed === 0 ? '[' : ',';
      context.out(context.options.json ? `${before}${caseLine(testCase)}` : `${caseLine(testCase)}\n`);
      printed += 1;
    }
    if (context.options.json && printed > 0) context.out(']\n');
    if (printed > 0) return EXIT_CODES.passed;
    throw new Failure('nothing tested', 'there is no such case', 'Ask for another verdict or mode.');
  },
};

import { type Command, Option } from 'commander';
import { collect } from './arguments';

/** Declares the options that come after any command. */
export function declareGlobals(command: Command): Command {
  return command
    .option('--json', 'stdout is one JSON document')
    .option(
      '--reporter <name[=path]>',
      'text, json, junit, sarif, html, github, gitlab, markdown, agent; repeatable',
      collect,
    )
    .option('--quiet', 'print only what failed')
    .option('--verbose', 'print stack traces')
    .addOption(new Option('--no-color', 'no colours, as NO_COLOR'))
    .option('--config <file>', 'the configuration, pactcheck.config.ts where it is not given');
}

import type { CommandEntry } from '../command';

/** The commands, in the order of the help. A command's own file, and all that it needs, is loaded where it is called. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    usage: 'init [document]',
    summary: 'begins with one operation of a document: contract, pacts, consumer test, states, configuration, CI',
    isPrinter: true,
    load: () => (require('./init') as typeof import('./init')).initCommand,
  },
  {
    usage: 'import <document>',
    summary: 'writes a contract folder from a document; --check compares them instead',
    isPrinter: true,
    load: () => (require('./import') as typeof import('./import')).importCommand,
  },
  {
    usage: 'contract <contract>',
    summary: 'prints a contract as JSON: normalised, refined, on wire names',
    isPrinter: true,
    load: () => (require('./contract') as typeof import('./contract')).contractCommand,
  },
  {
    usage: 'cases <contract>',
    summary: 'prints cases as NDJSON: responses, and what a parser must do with each',
    isPrinter: true,
    load: () => (require('./cases') as typeof import('./cases')).casesCommand,
  },
  {
    usage: 'verify',
    summary: 'replays pacts on a live service, and holds each answer to the whole contract',
    load: () => (require('./verify') as typeof import('./verify')).verifyCommand,
  },
  {
    usage: 'observe <contract>',
    summary: 'holds recorded answers to the whole contract, without pacts and states; says what of it was seen',
    load: () => (require('./observe') as typeof import('./observe')).observeCommand,
  },
  {
    usage: 'audit <contract>',
    summary: 'how strong a verification is: plants each reject class into the answers of a provider that passes',
    load: () => (require('./audit') as typeof import('./audit')).auditCommand,
  },
  {
    usage: 'serve [contracts...]',
    summary:
      'answers as the contracts say, all of the project where none is named: keeps resources, takes provider states, can be made faulty',
    isPrinter: true,
    load: () => (require('./serve') as typeof import('./serve')).serveCommand,
  },
  {
    usage: 'pacts [contracts...]',
    summary: 'writes the pact files of contracts; --check compares those on disk, byte for byte',
    isPrinter: true,
    load: () => (require('./pacts') as typeof import('./pacts')).pactsCommand,
  },
  {
    usage: 'states <contract>',
    summary: 'writes the skeleton of the state handlers, with the calls that the document offers',
    isPrinter: true,
    load: () => (require('./states') as typeof import('./states')).statesCommand,
  },
  {
    usage: 'coverage <contract>',
    summary: 'says what pacts cover: classes and combinations, covered of all, what is missing and what to add',
    load: () => (require('./coverage') as typeof import('./coverage')).coverageCommand,
  },
  {
    usage: 'fuzz [contract]',
    summary: 'feeds a response parser valid, edge and invalid responses',
    load: () => (require('./fuzz') as typeof import('./fuzz')).fuzzCommand,
  },
  {
    usage: 'covering <model>',
    summary: "prints a covering array for any factor model: JSON, or PICT's text",
    isPrinter: true,
    load: () => (require('./covering') as typeof import('./covering')).coveringCommand,
  },
  {
    usage: 'diff <old> <new>',
    summary: 'what changed, and what it breaks for whoever reads the responses; either side may be git:REF:PATH',
    load: () => (require('./diff') as typeof import('./diff')).diffCommand,
  },
  {
    usage: 'publish [contracts...]',
    summary: 'publishes the pacts of contracts to a broker, where they are what the contracts give',
    load: () => (require('./publish') as typeof import('./publish')).publishCommand,
  },
  {
    usage: 'can-i-deploy',
    summary: 'asks the broker whether versions may be deployed to an environment',
    load: () => (require('./can-i-deploy') as typeof import('./can-i-deploy')).canIDeployCommand,
  },
  {
    usage: 'record-deployment',
    summary: 'tells the broker that a version was deployed to an environment',
    load: () => (require('./record') as typeof import('./record')).recordCommand('deployment'),
  },
  {
    usage: 'record-release',
    summary: 'tells the broker that a version was released to an environment',
    load: () => (require('./record') as typeof import('./record')).recordCommand('release'),
  },
  {
    usage: 'gate',
    summary: 'checks everything that the configuration names: one report, one exit code',
    load: () => (require('./gate') as typeof import('./gate')).gateCommand,
  },
  {
    usage: 'report <run.json...>',
    summary: 'joins runs into one page; shards become the whole, and a missing one is an error',
    load: () => (require('./report') as typeof import('./report')).reportCommand,
  },
  {
    usage: 'doctor',
    summary: 'checks Node, Pact, configuration, provider and broker, and says what to do',
    isPrinter: true,
    load: () => (require('./doctor') as typeof import('./doctor')).doctorCommand,
  },
  {
    usage: 'completion <shell>',
    summary: 'prints completion for bash, zsh or fish',
    isPrinter: true,
    load: () => (require('./completion') as typeof import('./completion')).completionCommand(() => COMMANDS),
  },
];

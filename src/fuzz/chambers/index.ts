export { type Chamber, GivenUp } from './chamber';
export type { Entry } from './entry';
export { Here } from './here';
export {
  type Asked,
  type ChamberSetup,
  type CommandParser,
  type LoadedParser,
  type ModuleParser,
  openChamber,
  openChambers,
  openSubject,
  type ParserUnderTest,
} from './open';
export { type LoadExport, runFuzzProgram } from './program';

export { type Chamber, GivenUp } from './chamber';
export type { Entry } from './entry';
export { Here } from './here';
export {
  type Asked,
  type ChamberSetup,
  type CommandParser,
  type LoadedParser,
  type ModuleParser,
  openAlone,
  openChamber,
  openChambers,
  openSubject,
  type ParserUnderTest,
  SIDE_BY_SIDE,
} from './open';
export { type LoadExport, runFuzzProgram } from './program';
export { WarmWorkers } from './warm-workers';

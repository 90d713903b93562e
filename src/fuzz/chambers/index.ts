export type { Chamber } from './chamber';
export type { Entry } from './entry';
export { type ChamberSetup, type LoadedParser, type ModuleParser, openChamber, type ParserUnderTest } from './open';
export { type LoadExport, runFuzzProgram } from './program';

export { type Audited, audit } from './audit/audit';
export {
  auditByMutants,
  cellsOf,
  type JudgedMutant,
  type MutationAudit,
  type MutationCell,
} from './audit/mutation/mutation-audit';
export type { ExtraHeaders } from './credentials';
export { curlOf } from './curl';
export type { Exchange } from './exchange';
export type { CallFor } from './explore/call';
export { type Exploration, explore } from './explore/explore';
export { objectsOf } from './explore/objects-of';
export { Performer } from './explore/performer';
export { remembered } from './explore/remembered';
export { EXPLORE_RULES } from './explore/rules';
export type { SendOptions } from './http/send';
export { type Reference, type TurnedOff, updateFindings } from './judge';
export { type Mask, maskOf } from './mask';
export type { PactInteraction, ReadPact } from './pact-interaction';
export { waitUntilReachable } from './reachable';
export { readPactFrom, readPacts, withUniqueIds } from './read-pacts';
export { programIn } from './replay/program';
export { statesByApi } from './resources/by-api';
export { exploreResources } from './resources/explore-resources';
export type { ParameterCase } from './resources/sources';
export { type StatePlan, statePlans } from './resources/state-plan';
export { MEANING_RULES } from './rules';
export { credentialNames, isSecretName, notingSecrets, secretsIn } from './secrets';
export { bodyIn } from './specification';
export { type StateContext, type StateHandler, type StateHandlers, statesByHandlers } from './states/by-handlers';
export { type ClosableKeeper, statesByModule } from './states/by-module';
export { statesByUrl } from './states/by-url';
export { runHandlersProgram } from './states/handlers-program';
export type { StateKeeper, StateOutcome } from './states/keeper';
export { Watchdog } from './states/watchdog';
export { type Verified, type VerifyOptions, verify } from './verify';

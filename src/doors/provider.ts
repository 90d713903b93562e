// `pactcheck/provider`: pacts replayed on a live service, each answer held to the whole contract; and a service to try.
export { type ServeOptions, serve } from '../app/serve/serve';
export {
  interactionIds,
  type PactsInFolder,
  verifyProvider,
} from '../app/verify/verify-provider';
export type { VerifyProviderOptions } from '../app/verify/verify-provider-options';
export type { StateContext, StateHandler, StateHandlers } from '../provider';
export type { RunningService } from '../service';

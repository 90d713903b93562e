export { curlFlag } from './credentials';
export type { CasesOf, Judge, ServiceOptions } from './options';
export { type RunningService, startService } from './service';

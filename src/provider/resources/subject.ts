import type { JsonObject, JsonValue } from '../../contract';
import type { Exchange } from '../exchange';
import type { ResourceApi } from './api';
import type { Ids } from './caller';
import type { Recorder } from './recorder';
import type { ResourceOptions } from './sources';

/** A resource that was created, and the calls that show it. */
export interface Created {
  readonly ids: Ids;
  readonly id: string;
  readonly body: JsonValue;
  /** As its creation, or else its first reading, shows it. */
  readonly shown: JsonObject | undefined;
  readonly exchange: Exchange;
}

/** What is explored of a resource. */
export interface Subject {
  readonly api: ResourceApi;
  /** What stands in the outer places of its paths. */
  readonly outer: Ids;
  readonly options: ResourceOptions;
  readonly recorder: Recorder;
}

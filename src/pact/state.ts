import type { StateTemplate } from '../contract';
import type { State } from './interaction';
import { fillMembers, type Sources } from './template';

/** A provider state with its parameters filled in from what a call is about. */
export const stateOf = ({ name, params }: StateTemplate, sources: Sources): State =>
  params === undefined ? { name } : { name, params: fillMembers(params, sources) };

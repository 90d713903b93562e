import { ContractError } from '../../contract';

/** A document that keeps its reader busy on purpose: no part of it is read on, as one that is only wrong would be. */
export class HostileDocument extends ContractError {}

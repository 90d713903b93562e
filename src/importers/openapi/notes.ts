import type { DocumentWarning } from '../report';
import { type Place, placeName } from './place';

/** What is found out about a document on the way. */
export class Notes {
  private readonly told = new Map<string, DocumentWarning>();
  /** What a schema says and a contract cannot: by the model, or the part of an operation, that it is in. */
  readonly unsupported = new Map<string, DocumentWarning[]>();
  /** Patterns that take a time without bound. */
  readonly hostilePatterns = new Set<string>();
  /** Schemas that were read. */
  schemas = 0;

  /** Each once, in the order in which they were found. */
  get warnings(): DocumentWarning[] {
    return [...this.told.values()];
  }

  warn(place: Place, message: string): void {
    this.tell([{ where: placeName(place), message }]);
  }

  /** Takes warnings in; those that are known already are passed over. */
  tell(warnings: readonly DocumentWarning[]): void {
    for (const warning of warnings) {
      const key = JSON.stringify([warning.where, warning.message]);
      if (!this.told.has(key)) this.told.set(key, warning);
    }
  }

  /** Notes what cannot be had, and gives the message: for what stands there instead. */
  refuse(place: Place, model: string, message: string): string {
    const known = this.unsupported.get(model) ?? [];
    this.unsupported.set(model, [...known, { where: placeName(place), message }]);
    return message;
  }
}

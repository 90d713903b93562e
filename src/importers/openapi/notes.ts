import type { DocumentWarning } from '../report';
import { type Place, placeName } from './place';

/** What is found out about a document on the way. */
export class Notes {
  readonly warnings: DocumentWarning[] = [];
  /** What a schema says and a contract cannot: by the model, or the part of an operation, that it is in. */
  readonly unsupported = new Map<string, DocumentWarning[]>();
  /** Patterns that take a time without bound. */
  readonly hostilePatterns = new Set<string>();
  /** Schemas that were read. */
  schemas = 0;

  warn(place: Place, message: string): void {
    const where = placeName(place);
    if (!this.warnings.some((other) => other.where === where && other.message === message))
      this.warnings.push({ where, message });
  }

  refuse(place: Place, model: string, message: string): void {
    const known = this.unsupported.get(model) ?? [];
    this.unsupported.set(model, [...known, { where: placeName(place), message }]);
  }
}

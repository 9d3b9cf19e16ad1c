import type { DocumentPath } from '../topology';

/** The value at a place of a document. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce((value, part) => typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Record<string | number, unknown>)[part]
    : undefined, document);
}

const ENCODER = new TextEncoder();

/** The length of a text in UTF-8, in bytes. */
export function byteLength(text: string): number {
  return ENCODER.encode(text).length;
}

/** The text in UTF-8 that the data of a record holds in base64. */
export function base64Text(data: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(data), character => character.charCodeAt(0)));
}

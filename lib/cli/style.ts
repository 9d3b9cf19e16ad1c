const CODES = { bold: 1, red: 31, yellow: 33, green: 32, grey: 90 } as const;

/** Applies a style to a text. */
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Paints with colours for a terminal, plain text elsewhere. */
export function painter(colours: boolean): Paint {
  return (style, text) => colours ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}

/** E.g. "1 error" or "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

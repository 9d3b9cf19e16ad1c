const CODES = { bold: 1, red: 31, yellow: 33, green: 32, grey: 90 } as const;

/** Something that makes text stand out. */
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Colours where they are seen, plain text elsewhere. */
export function painter(colours: boolean): Paint {
  return (style, text) => colours ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}

/** E.g. "1 error" or "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

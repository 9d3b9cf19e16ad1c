/** Whether a value at the end of a path matches: a string, a number, a boolean or null. */
export type ValueTest = (value: unknown) => boolean;

/** What the handler keeps of its own timeout for itself, in seconds. Whoever declares the function that runs it has to add this. */
export const HANDLER_TIME = {
  /** For the answer to CloudFormation, which may need several attempts. */
  answer: 20,

  /** What an invocation may take beyond its own timeout: the start of the function, which does not count, and the way there and back. */
  invocation: 15,

  /** Between the last attempt and the end that Lambda sets. */
  spare: 1,
} as const;

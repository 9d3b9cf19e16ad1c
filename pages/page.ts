/** A page that is generated and committed. */
export interface Page {
  readonly file: string;
  readonly text: () => string;
}

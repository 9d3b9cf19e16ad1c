/** What a page shows: the files of an app, and what the user said about them. */
export interface PageInput {
  readonly kind: 'assembly' | 'templates';

  /** The name of the app, e.g. `cdk.out`. */
  readonly title: string;

  /** JSON texts by path: all files that are read of an assembly, or the templates. */
  readonly files: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly account?: string;

  /** The ids of rules that are left out. */
  readonly excluded?: readonly string[];

  /** The function to begin with, with its qualifier, e.g. `Shop/Orders:live`. */
  readonly selected?: string;

  /** Version of this package. */
  readonly version: string;
}

/** The directory that holds the files of an assembly in a page. */
export const ASSEMBLY = 'assembly';

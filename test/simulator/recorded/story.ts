import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedFunction } from '../service/deployed';

/** Requests to Lambda, one after the other, with its recorded answers. */
export interface Story {
  readonly story: string;
  readonly functions: Readonly<Record<string, DeployedFunction>>;

  /** The actions of the roles; `*` for every action. */
  readonly allowed: string;

  /** ARNs. */
  readonly stores: readonly string[];
  readonly steps: readonly Step[];
}

/** A request. Without a recorded answer, it prepares the next one. */
export interface Step {
  /** The name of the recording. */
  readonly recorded?: string;
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: RecordedAnswer;

  /** Whether a preparing request is refused. */
  readonly refused?: boolean;

  /** The response of the function. */
  readonly runs?: { readonly payload: string; readonly error?: string | null };
}

/** A recorded answer. `<any>` stands for a value that differs from call to call. Members that were not recorded are absent. */
export interface RecordedAnswer {
  readonly status?: number;
  readonly errorCode?: string;
  readonly message?: string;

  /** The member of the body that holds the message. */
  readonly bodyMessageKey?: string;
  readonly type?: string;
  readonly reason?: string;

  /** The violations in a message that was not recorded as a whole. */
  readonly validationErrors?: readonly string[];
  readonly response?: Readonly<Record<string, unknown>>;

  /** Members of the response, if the others were not recorded; `null` for one that is absent. */
  readonly part?: Readonly<Record<string, unknown>>;
  readonly headersPresent?: readonly string[];
  readonly headersAbsent?: readonly string[];
}

/** All recorded stories. */
export const STORIES: readonly Story[] = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8')).stories;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedFunction } from '../service/deployed';

/** What was asked of the real service, one after the other, and what it answered. */
export interface Story {
  readonly story: string;
  readonly functions: Readonly<Record<string, DeployedFunction>>;

  /** `*` for every action, else those that the roles have. */
  readonly allowed: string;

  /** ARNs. */
  readonly stores: readonly string[];
  readonly steps: readonly Step[];
}

/** A request; without a recorded answer it only prepares the next. */
export interface Step {
  /** What the answer was recorded as. */
  readonly recorded?: string;
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: RecordedAnswer;

  /** Whether a preparing request is refused. */
  readonly refused?: boolean;

  /** What the function answered that ran. */
  readonly runs?: { readonly payload: string; readonly error?: string | null };
}

/** `<any>` stands for whatever differs from call to call. What was not recorded is absent. */
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
  readonly headersPresent?: readonly string[];
  readonly headersAbsent?: readonly string[];
}

/** All of them. */
export const STORIES: readonly Story[] = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8')).stories;

import type { IConstruct } from 'constructs';
import { unfolded } from './unfolded';

/** What keeps events: the ARN of a queue or topic, empty for none; undefined if the app does not know. */
export function keptBy(scope: IConstruct, config: unknown, name: string): string | undefined {
  const known = unfolded<Readonly<Record<string, string | undefined>>>(scope, config);
  return config === undefined || known ? known?.[name] ?? '' : undefined;
}

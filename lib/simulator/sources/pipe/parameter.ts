import { readJson, writeJson } from '../matching/exact-json';
import { jsonPath } from '../matching/json-path';
import { formatOfText } from '../matching/message-format';

/**
 * The value of a parameter of a target: the parameter itself, or what it finds in the event if it is a path.
 *
 * @returns undefined if there is none
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html#pipes-targets-dynamic-parms
 */
export function textAt(parameter: string | undefined, event: object): string | undefined {
  if (!parameter?.startsWith('$.')) {
    return parameter;
  }
  const { body } = event as { body?: unknown };
  const isJsonBody = typeof body === 'string' && formatOfText(body) === 'json';
  const found = jsonPath(parameter, 'TargetParameters')(isJsonBody ? { ...event, body: readJson(body) } : event);
  return found === undefined || typeof found === 'string' ? found : writeJson(found);
}

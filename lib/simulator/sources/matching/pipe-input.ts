import { base64Text } from './base64-text';
import { isObject } from './branches';
import { jsonValue, readJson, writeJson } from './exact-json';
import type { RecordSource } from './filter-criteria';
import { filled, RawJson, templateParts, type Variable } from './input-template';
import { jsonPath } from './json-path';
import { formatOfText } from './message-format';
import { NotKnownError } from '../../state/not-known-error';

/** What reserved variables of a template stand for. */
export interface PipeContext {
  readonly pipeArn: string;
  readonly pipeName: string;
  readonly sourceArn: string;

  /** Absent if the pipe has no enrichment. */
  readonly enrichmentArn?: string;
  readonly targetArn: string;

  /** The time at which the template gets the event, as ISO 8601. */
  readonly ingestionTime: string;
}

const PLACE = 'InputTemplate';

const TEXTS: Record<string, keyof PipeContext> = {
  'aws.pipes.pipe-arn': 'pipeArn',
  'aws.pipes.pipe-name': 'pipeName',
  'aws.pipes.source-arn': 'sourceArn',
  'aws.pipes.enrichment-arn': 'enrichmentArn',
  'aws.pipes.target-arn': 'targetArn',
  'aws.pipes.event.ingestion-time': 'ingestionTime',
};

/** The event, as it is or with its data as JSON. */
const EVENTS = ['aws.pipes.event', 'aws.pipes.event.json'];

/**
 * Compiles what the enrichment or the target of a pipe gets for one event. The function returns JSON.
 *
 * Paths lead into the body of a message and into the data of a record, if these are JSON.
 *
 * @param template absent if the event is passed on as it is
 * @param source the source of the events; absent after an enrichment
 * @throws NotKnownError if the documentation leaves open what the target gets
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-input-transformation.html
 */
export function pipeInput(template?: string, source?: RecordSource): (event: object, context: PipeContext) => string {
  if (template === undefined) {
    return event => writeJson(jsonValue(event));
  }
  const parts = templateParts(template);
  const paths = new Map(parts.filter(isVariable).filter(({ name }) => name.startsWith('$')).map(({ name }) => [name, jsonPath(name, PLACE)]));
  for (const variable of parts.filter(isVariable)) {
    checkVariable(variable, template);
  }
  return (event, context) => {
    const value = jsonValue(event) as object;
    const decoded = withData(value, source);
    const valueOf = ({ name }: Variable) => paths.has(name) ? paths.get(name)!(decoded) : reserved(name, value, decoded, source, context);
    return filled(parts, valueOf, PLACE);
  };
}

function reserved(name: string, event: object, decoded: object, source: RecordSource | undefined, context: PipeContext): unknown {
  switch (name) {
    case 'aws.pipes.event': return new RawJson(writeJson(event));
    case 'aws.pipes.event.json': return hasJson(event, decoded, source) ? new RawJson(writeJson(decoded)) : undefined;
    default: return context[TEXTS[name]];
  }
}

/** Whether the payload of an event is JSON: only then has `<aws.pipes.event.json>` a value. */
function hasJson(event: object, decoded: object, source: RecordSource | undefined): boolean {
  return source === undefined || source === 'dynamodb' || decoded !== event;
}

function checkVariable({ name }: Variable, template: string): void {
  if (template.trim() === `<${name}>` && !EVENTS.includes(name)) {
    throw new NotKnownError(`what a target gets from \`${PLACE}\` that is \`<${name}>\` alone`, `Write JSON around it: {"value": <${name}>}.`);
  }
  if (!name.startsWith('$') && !Object.hasOwn(TEXTS, name) && !EVENTS.includes(name)) {
    throw new NotKnownError(`what \`${PLACE}\` makes of \`<${name}>\``, 'Use a path such as <$.body.id>, or a reserved variable.');
  }
}

/** An event whose body or data is JSON instead of its text. If it is not JSON, the event itself. */
function withData(event: object, source: RecordSource | undefined): object {
  const { body, data } = event as { body?: unknown; data?: unknown };
  if (source === 'sqs' && typeof body === 'string') {
    return replaced(event, 'body', body);
  }
  return source === 'kinesis' && typeof data === 'string' ? replaced(event, 'data', base64Text(data)) : event;
}

/** Simple values of JSON stay text, because the guide only tells of objects. */
function replaced(event: object, field: string, text: string): object {
  return formatOfText(text) === 'json' ? { ...event, [field]: readJson(text) } : event;
}

function isVariable(part: string | Variable): part is Variable {
  return isObject(part);
}

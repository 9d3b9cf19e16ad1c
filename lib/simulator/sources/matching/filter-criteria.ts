import { base64Text } from './base64-text';
import { isObject } from './branches';
import { compiledPattern } from './event-pattern';
import { readJson } from './exact-json';
import { mappingLanguage, pipeLanguage } from './filter-languages';
import { checkLimit, invalid, shown } from './invalid-pattern-error';
import { formatOf, formatOfText } from './message-format';
import { FILTER_PATTERN, FILTERS } from '../../../constraints/aws-lambda/filter-criteria';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** Where records come from. */
export type RecordSource = 'sqs' | 'kinesis' | 'dynamodb';

/** Who filters them. */
export type Poller = 'event-source-mapping' | 'pipe';

type Matcher = (record: object) => boolean;

/** The field that holds the data of a record. */
const DATA = { sqs: 'body', kinesis: 'data', dynamodb: 'dynamodb' } as const;

/** The other fields that the guides name for filters of event source mappings. Queues have none. */
const METADATA: Record<RecordSource, readonly string[]> = {
  sqs: [],
  kinesis: ['partitionKey', 'sequenceNumber', 'kinesisSchemaVersion', 'approximateArrivalTimestamp'],
  dynamodb: ['eventName'],
};

/** Fields that polling adds, which filters of pipes cannot use. `eventName` is the change of an item of DynamoDB. */
const ADDED = ['awsRegion', 'eventSource', 'eventSourceARN', 'eventVersion', 'eventID', 'eventName', 'invokeIdentityArn', 'eventSourceKey'];

/**
 * Compiles the filters of an event source mapping or a pipe. The function that it returns says whether a record passes: one filter suffices.
 *
 * Records have the form in which functions get them: a record of Kinesis has its data in `kinesis.data` in an event of Lambda, and in `data` in an event of a pipe.
 *
 * @param patterns the patterns of `FilterCriteria.Filters`, as JSON. Without any, each record passes
 * @throws InvalidPatternError if the service refuses a pattern
 * @throws NotKnownError if the documentation leaves open what a pattern means, or whether a record passes
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html
 */
export function filterCriteria(patterns: readonly string[], source: RecordSource, poller: Poller = 'event-source-mapping'): Matcher {
  checkLimit(FILTERS, patterns, FILTERS.parameter, 'Remove filters, or join them by `$or`');
  const matchers = patterns.map((pattern, index) => filter(pattern, source, poller, `FilterCriteria.Filters[${index}].Pattern`));
  return matchers.length === 0 ? () => true : record => matchers.some(matches => matches(record));
}

function filter(text: string, source: RecordSource, poller: Poller, place: string): Matcher {
  checkLimit(FILTER_PATTERN, text, place, 'Shorten the pattern, or split it into filters');
  const pattern = isJson(text) ? readJson(text) : undefined;
  if (!isObject(pattern)) {
    throw invalid(place, 'be a JSON object', shown(text), 'Write the pattern as JSON text: "{\\"body\\": {\\"id\\": [1]}}"');
  }
  const matches = compiledPattern(pattern, poller === 'pipe' ? pipeLanguage(place) : mappingLanguage(place));
  checkNames(pattern, source, poller, place);
  switch (source) {
    case 'sqs': return ofQueue(pattern, matches, place);
    case 'kinesis': return ofStream(pattern, matches, poller, place);
    case 'dynamodb': return ofTable(pattern, matches, place);
  }
}

/** A message passes only if its body has the format that the pattern expects. */
function ofQueue(pattern: object, matches: (event: unknown) => boolean, place: string): Matcher {
  const expected = formatOf(pattern, DATA.sqs, place);
  if (expected === undefined) {
    return matches;
  }
  return record => {
    const { body } = record as { body: string };
    const format = formatOfText(body);
    if (format !== expected && format !== 'simple') {
      return false;
    }
    const passes = matches(expected === 'json' ? { ...record, body: readJson(body) } : record);
    if (passes && format === 'simple') {
      throw new NotKnownError(`whether a message passes \`${place}\` whose body is a simple value of JSON`, 'Send an object as JSON, or a text that is not JSON.');
    }
    return passes;
  };
}

/** A record with data that is not JSON only passes a pattern without data. */
function ofStream(pattern: object, matches: (event: unknown) => boolean, poller: Poller, place: string): Matcher {
  const expected = formatOf(pattern, DATA.kinesis, place);
  checkData(expected, DATA.kinesis, place);
  return record => {
    const fields = poller === 'pipe' ? record : (record as { kinesis: object }).kinesis;
    if (expected === undefined) {
      return matches(fields);
    }
    const text = base64Text((fields as { data: string }).data);
    return formatOfText(text) !== 'text' && matches({ ...fields, data: readJson(text) });
  };
}

function ofTable(pattern: object, matches: (event: unknown) => boolean, place: string): Matcher {
  checkData(formatOf(pattern, DATA.dynamodb, place), DATA.dynamodb, place);
  return matches;
}

function checkData(format: 'json' | 'text' | undefined, field: string, place: string): void {
  if (format === 'text') {
    throw invalid(`${place}.${field}`, 'be an object, because filters of streams compare data as JSON', 'a list', `Name a field of the data: {"${field}": {"id": [1]}}`);
  }
}

function checkNames(pattern: object, source: RecordSource, poller: Poller, place: string): void {
  const names = topNames(pattern);
  const unknown = poller === 'pipe'
    ? names.find(name => ADDED.includes(name) && !(source === 'dynamodb' && name === 'eventName'))
    : names.find(name => name !== DATA[source] && !METADATA[source].includes(name));
  if (unknown !== undefined) {
    const field = poller === 'pipe' ? 'which filters of pipes cannot use' : `which the guide does not name for ${source === 'sqs' ? 'queues' : 'this stream'}`;
    throw new NotKnownError(`what \`${place}\` matches with the field \`${unknown}\`, ${field}`, `Filter by \`${DATA[source]}\`.`);
  }
}

function topNames(pattern: object): string[] {
  return Object.entries(pattern).flatMap(([name, value]: [string, unknown]) =>
    name === '$or' && Array.isArray(value) ? value.filter(isObject).flatMap(topNames) : [name]);
}

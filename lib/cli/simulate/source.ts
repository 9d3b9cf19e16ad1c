import { contentOf, payloadOf } from './payload';
import { JsonText, type Simulator } from '../../simulator';
import { readJson, writeJson } from '../../simulator/sources/matching/exact-json';
import { UsageError } from '../usage-error';

/** The options that say where an event comes from. Each names a place. */
export interface SourceOptions {
  readonly 'put-event'?: string;
  readonly 'publish'?: string;
  readonly 'message'?: string;
  readonly 'upload'?: string;
  readonly 'attribute'?: readonly string[];
  readonly 'group'?: string;
}

/** Sends the event. */
export type Send = (sim: Simulator) => Promise<unknown>;

const SOURCES = ['put-event', 'publish', 'message', 'upload'] as const;

const HELP = 'See `cdk-async-invoke simulate --help`.';

/**
 * What the options send; undefined if no source is named.
 *
 * @param payload the option `--payload`
 * @throws UsageError if the options contradict each other
 */
export function sourceOf(options: SourceOptions, payload: string | undefined): Send | undefined {
  const named = SOURCES.filter(name => options[name] !== undefined);
  if (named.length > 1) {
    throw new UsageError(`${named.map(name => `\`--${name}\``).join(' and ')} exclude each other. ${HELP}`);
  }
  const [source] = named;
  const { attribute, group } = options;
  if ((attribute !== undefined || group !== undefined) && source !== 'publish' && source !== 'message') {
    throw new UsageError(`\`--${attribute ? 'attribute' : 'group'}\` needs \`--publish\` or \`--message\`: only messages have ${attribute ? 'attributes' : 'groups'}. ${HELP}`);
  }
  if (source === undefined) {
    return undefined;
  }
  const place = options[source]!;
  const event = source === 'put-event' ? entryOf(payloadOf(payload)) : undefined;
  const content = payload === undefined ? '' : contentOf(payload);
  const settings = { attributes: attributesOf(attribute), groupId: group, deduplicationId: group === undefined ? undefined : 'simulate' };
  switch (source) {
    case 'put-event': return to(source, sim => sim.bus(place), bus => bus.put(event!));
    case 'publish': return to(source, sim => sim.topic(place), topic => topic.publish(content || '{}', settings));
    case 'message': return to(source, sim => sim.queue(place), queue => queue.send(content || '{}', settings));
    case 'upload': return uploadTo(place, content);
  }
}

/** Sends to a place. A place that the app does not have, and what the place refuses, are errors of the options. */
function to<T>(option: string, find: (sim: Simulator) => T, send: (place: T) => Promise<unknown>): Send {
  return async sim => {
    let place: T;
    try {
      place = find(sim);
    } catch (error) {
      throw new UsageError(`\`--${option}\`: ${(error as Error).message}`);
    }
    try {
      return await send(place);
    } catch (error) {
      throw error instanceof TypeError || error instanceof RangeError ? new UsageError(`\`--${option}\`: ${error.message}`) : error;
    }
  };
}

function uploadTo(place: string, content: string): Send {
  const [bucket, ...key] = place.split(':');
  if (key.length === 0 || key.join(':') === '') {
    throw new UsageError(`\`--upload\` must be a bucket, a colon and a key, e.g. Uploads:in/a.png, got: ${place}. ${HELP}`);
  }
  return to('upload', sim => sim.bucket(bucket), found => found.put(key.join(':'), content));
}

/** An event as EventBridge shows it, or as PutEvents takes it. */
function entryOf(content: JsonText | undefined) {
  const event = (content === undefined ? undefined : readJson(String(content))) as Record<string, unknown> | null | undefined;
  const field = (...names: string[]) => names.map(name => event?.[name]).find(value => value !== undefined);
  const [source, detailType] = [field('source', 'Source'), field('detail-type', 'detailType', 'DetailType')];
  if (typeof source !== 'string' || typeof detailType !== 'string') {
    throw new UsageError(`\`--put-event\` needs an event with \`source\` and \`detail-type\` in \`--payload\`, e.g. '{"source": "shop", "detail-type": "Ordered", "detail": {"id": 1}}'. ${HELP}`);
  }
  const detail = field('detail', 'Detail') ?? {};
  const resources = field('resources', 'Resources');
  return { source, detailType, detail: new JsonText(typeof detail === 'string' ? detail : writeJson(detail)), resources: Array.isArray(resources) ? resources.map(String) : [] };
}

function attributesOf(given: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(given.map(attribute => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(attribute) ?? [];
    if (name === undefined) {
      throw new UsageError(`\`--attribute\` must be NAME=VALUE, got: ${attribute}. ${HELP}`);
    }
    return [name, value];
  }));
}

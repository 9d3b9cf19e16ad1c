import { createHash } from 'node:crypto';
import {
  ServiceError, type ApiBucket, type ApiQueue, type ApiTopic, type Caller, type DeleteMarker, type EventToPut, type MessageToPublish,
  type MessageToSend, type MessagingServices, type ObjectToPut, type StoredObject,
} from '../../../lib/simulator/state';
import { NOW, PLACE } from '../service/deployed';

/** A queue, topic, bus or bucket, in the words of its attributes. */
export interface Deployed {
  readonly queues?: Readonly<Record<string, Partial<ApiQueue>>>;
  readonly topics?: Readonly<Record<string, Partial<ApiTopic>>>;
  readonly buckets?: Readonly<Record<string, Partial<ApiBucket>>>;
  readonly buses?: readonly string[];
}

interface Kept extends MessageToSend {
  readonly id: string;
  handle?: string;
  receives: number;
}

/** Queues, topics, buses and buckets without a clock: nothing is delayed, and a message becomes visible again only by its handle. */
export class Messaging implements MessagingServices {
  readonly sent: Array<MessageToSend & { readonly queue: string; readonly caller: Caller }> = [];
  readonly published: Array<MessageToPublish & { readonly caller: Caller }> = [];
  readonly put: Array<EventToPut & { readonly bus: string; readonly caller: Caller }> = [];
  readonly uploaded: Array<ObjectToPut & { readonly caller: Caller }> = [];
  private readonly messages = new Map<string, Kept[]>();
  private readonly gone = new Set<string>();
  private readonly objects = new Map<string, Array<StoredObject | DeleteMarker & { readonly key: string }>>();
  private ids = 0;
  private purged = false;

  readonly queues: MessagingServices['queues'] = {
    find: (name, { account = PLACE.account, region = PLACE.region }) => {
      const found = this.deployed.queues?.[name];
      return found && account === PLACE.account && region === PLACE.region ? queue(name, found, this.messages.get(name) ?? []) : undefined;
    },
    send: ({ name, fifo }, message, caller) => {
      if (name === 'forbidden') {
        throw new ServiceError('AccessDenied', 403, 'User: somebody is not authorized to perform: sqs:sendmessage');
      }
      this.sent.push({ ...message, queue: name, caller });
      const id = this.id();
      this.messages.set(name, [...this.messages.get(name) ?? [], { ...message, id, receives: 0 }]);
      return { messageId: id, sequenceNumber: fifo ? `${this.ids}` : undefined };
    },
    receive: ({ name }, { max }) => this.visible(name).slice(0, max).map(message => {
      message.handle = `${name}-${this.id()}`;
      message.receives += 1;
      const { id: messageId, body, attributes, handle, receives, groupId, traceHeader } = message;
      const system = { SentTimestamp: `${NOW}`, ApproximateReceiveCount: `${receives}`, MessageGroupId: groupId, AWSTraceHeader: traceHeader };
      const systemAttributes = Object.fromEntries(Object.entries(system).filter((entry): entry is [string, string] => entry[1] !== undefined));
      return { messageId, receiptHandle: handle, body, attributes, systemAttributes };
    }),
    delete: ({ name, fifo }, handle) => {
      if (!handle.startsWith(`${name}-`)) {
        return 'invalid';
      }
      const all = this.messages.get(name) ?? [];
      const found = all.find(message => message.handle === handle);
      if (!found) {
        return fifo && !this.gone.has(handle) ? 'expired' : 'done';
      }
      this.messages.set(name, all.filter(message => message !== found));
      this.gone.add(handle);
      return 'done';
    },
    changeVisibility: ({ name }, handle, timeout) => {
      const found = this.messages.get(name)?.find(message => message.handle === handle);
      if (!handle.startsWith(`${name}-`)) {
        return 'invalid';
      }
      if (!found) {
        return 'not in flight';
      }
      if (timeout === 43_200) {
        return 'too long';
      }
      found.handle = timeout === 0 ? undefined : found.handle;
      return 'done';
    },
    purge: ({ name }) => {
      const first = !this.purged;
      this.purged = true;
      this.messages.set(name, []);
      return first;
    },
  };

  readonly topics: MessagingServices['topics'] = {
    find: arn => {
      const found = this.deployed.topics?.[arn.split(':')[5]];
      return found && { arn, fifo: arn.endsWith('.fifo'), contentBasedDeduplication: false, maximumMessageSize: 262_144, ...found };
    },
    publish: ({ fifo }, message, caller) => {
      this.published.push({ ...message, caller });
      return { messageId: this.id(), sequenceNumber: fifo ? `${this.ids}` : undefined };
    },
  };

  readonly buses: MessagingServices['buses'] = {
    find: nameOrArn => {
      const name = nameOrArn.split('/').at(-1)!;
      return ['default', ...this.deployed.buses ?? []].includes(name)
        ? { name, arn: `arn:aws:events:${PLACE.region}:${PLACE.account}:event-bus/${name}` }
        : undefined;
    },
    put: ({ name }, event, caller) => {
      this.put.push({ ...event, bus: name, caller });
      return this.id();
    },
  };

  readonly buckets: MessagingServices['buckets'] = {
    find: name => {
      const found = this.deployed.buckets?.[name];
      return found && { name, arn: `arn:aws:s3:::${name}`, region: PLACE.region, account: PLACE.account, versioned: false, ...found };
    },
    put: ({ name, versioned }, object, caller) => {
      this.uploaded.push({ ...object, caller });
      const versionId = versioned ? this.id() : undefined;
      this.keep(name, { ...object, lastModified: NOW, versionId }, versioned);
      return { versionId };
    },
    get: ({ name }, key, versionId) => {
      const versions = this.objects.get(name)?.filter(object => object.key === key);
      return versions?.filter(object => versionId === undefined || object.versionId === versionId).at(-1);
    },
    delete: ({ name, versioned }, key) => {
      const versionId = this.id();
      if (versioned) {
        this.keep(name, { key, deleteMarker: true, versionId }, true);
        return { versionId, deleteMarker: true };
      }
      this.objects.set(name, (this.objects.get(name) ?? []).filter(object => object.key !== key));
      return { deleteMarker: false };
    },
    list: ({ name }) => (this.objects.get(name) ?? []).filter((object): object is StoredObject => 'body' in object)
      .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key))),
  };

  constructor(private readonly deployed: Deployed) {}

  private visible(name: string): Kept[] {
    return (this.messages.get(name) ?? []).filter(({ handle }) => handle === undefined);
  }

  private keep(name: string, object: StoredObject | DeleteMarker & { readonly key: string }, versioned: boolean): void {
    const all = (this.objects.get(name) ?? []).filter(({ key }) => versioned || key !== object.key);
    this.objects.set(name, [...all, object]);
  }

  private id(): string {
    this.ids += 1;
    return `10000000-0000-4000-8000-${`${this.ids}`.padStart(12, '0')}`;
  }
}

function queue(name: string, attributes: Partial<ApiQueue>, messages: readonly Kept[]): ApiQueue {
  return {
    name,
    arn: `arn:aws:sqs:${PLACE.region}:${PLACE.account}:${name}`,
    account: PLACE.account,
    region: PLACE.region,
    fifo: name.endsWith('.fifo'),
    contentBasedDeduplication: false,
    maximumMessageSize: 1_048_576,
    attributes: { VisibilityTimeout: '30' },
    counts: {
      visible: messages.filter(({ handle }) => handle === undefined).length,
      inFlight: messages.filter(({ handle }) => handle !== undefined).length,
      delayed: 0,
    },
    created: NOW,
    ...attributes,
  };
}

/** The MD5 digest of a text, which clients compare. */
export function md5(text: string | Buffer): string {
  return createHash('md5').update(text).digest('hex');
}

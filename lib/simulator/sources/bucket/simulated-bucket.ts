import { s3Detail, s3Event, type ObjectChange } from './s3-event';
import { md5 } from '../../../doors/hash';
import type { Lineage } from '../../lineage';
import { NotKnownError, type DeletedObject } from '../../state';
import { busEvent } from '../bus/bus-event';
import type { SimulatedBus } from '../bus/simulated-bus';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { post, type DeployedTarget, type SenderRules, type Targets } from '../outbox';

/** The settings of a bucket, after the deployment. */
export interface BucketSettings extends Station {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly versioned: boolean;

  /** The encryption of objects that name none, e.g. `AES256`; absent if it is unknown. */
  readonly encryption?: string;

  /** The ARN of the bus that gets all events; absent if they are switched off. */
  readonly bus?: string;
}

/** A notification of a bucket, after the deployment. */
export interface BucketNotification extends Station {
  readonly configurationId: string;

  /** E.g. `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly target: DeployedTarget;
}

/** An object as somebody puts it. */
export interface NewObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly checksums?: Readonly<Record<string, string>>;
}

/** An object in a bucket. */
export interface KeptObject extends NewObject {
  /** Without quotes. */
  readonly etag: string;
  readonly versionId?: string;

  /** In milliseconds since 1970. */
  readonly lastModified: number;
  readonly hop: Hop;
}

/** A mark in a bucket with versions that an object was deleted. */
export interface Marker {
  readonly key: string;
  readonly deleteMarker: true;
  readonly versionId: string;
}

/** What a bucket needs to know. */
export interface BucketSurroundings extends Targets {
  nextNumber(): number;
  newId(number: number): string;
  busAt(arn: string): SimulatedBus | undefined;
}

/** A bucket of S3. */
export class SimulatedBucket {
  /** The versions of each object, the newest last; without versions, only the newest. */
  readonly #versions = new Map<string, Array<KeptObject | Marker>>();

  constructor(
    readonly settings: BucketSettings,
    private readonly notifications: readonly BucketNotification[],
    private readonly around: BucketSurroundings,
  ) {}

  /** Whether it tells anybody about objects. */
  get notifies(): boolean {
    return this.notifications.length > 0 || this.settings.bus !== undefined;
  }

  /** The newest versions of all objects, in the order of their keys. */
  get objects(): KeptObject[] {
    return [...this.#versions.keys()].flatMap(key => this.get(key) ?? []).sort((one, other) => inOrder(one.key, other.key));
  }

  /** The newest version of an object; undefined if there is none, or if it was deleted. */
  get(key: string): KeptObject | undefined {
    const newest = this.version(key);
    return newest && 'deleteMarker' in newest ? undefined : newest;
  }

  /** The newest version of an object, or the one with that id; either may be a mark that it was deleted. */
  version(key: string, id?: string): KeptObject | Marker | undefined {
    const versions = this.#versions.get(key) ?? [];
    return id === undefined ? versions.at(-1) : versions.find(({ versionId = 'null' }) => versionId === id);
  }

  /**
   * Puts an object, and tells whoever wants to know.
   *
   * @param what the word for it in stories, e.g. "record"
   * @param at in milliseconds since 1970
   */
  put(object: NewObject, cause: Cause | undefined, lineage: Lineage | undefined, what = 'object', at = this.around.now()): KeptObject {
    checkEnds(cause);
    const { settings, around } = this;
    const number = around.nextNumber();
    const hop = new Hop(at, settings, `${what} \`${object.key}\` in ${spoken(settings)}`, cause, 'stored');
    const kept: KeptObject = {
      ...object,
      hop,
      lastModified: at,
      etag: md5(object.body),
      ...settings.versioned && { versionId: this.newVersion(number) },
    };
    this.keep(object.key, kept);
    this.tell(this.change(kept, 'ObjectCreated:Put', number), hop, lineage);
    return kept;
  }

  /** Deletes an object, or one version of it for good; does nothing if there is none. */
  delete(key: string, cause: Cause | undefined, lineage: Lineage | undefined, id?: string): DeletedObject {
    checkEnds(cause);
    const { settings: { versioned }, around } = this;
    const found = this.version(key, id);
    const number = around.nextNumber();
    const marker: Marker | undefined = versioned && id === undefined ? { key, deleteMarker: true, versionId: this.newVersion(number) } : undefined;
    if (marker) {
      this.keep(key, marker);
    } else if (found) {
      this.#versions.set(key, this.#versions.get(key)!.filter(version => version !== found));
    }
    if (found && !('deleteMarker' in found)) {
      this.tellDeleted(found, marker, number, cause, lineage);
    }
    return { versionId: marker?.versionId ?? id, deleteMarker: marker !== undefined || (found !== undefined && 'deleteMarker' in found) };
  }

  clear(): void {
    this.#versions.clear();
  }

  private keep(key: string, version: KeptObject | Marker): void {
    const earlier = this.settings.versioned ? this.#versions.get(key) ?? [] : [];
    this.#versions.set(key, [...earlier, version]);
  }

  private newVersion(number: number): string {
    return this.around.newId(number).replaceAll('-', '');
  }

  private tellDeleted(object: KeptObject, marker: Marker | undefined, number: number, cause: Cause | undefined, lineage: Lineage | undefined): void {
    const { settings, around } = this;
    object.hop.end = undefined;
    const hop = new Hop(around.now(), settings, `object \`${object.key}\` deleted from ${spoken(settings)}`, cause, 'handled');
    const name = marker ? 'ObjectRemoved:DeleteMarkerCreated' : 'ObjectRemoved:Delete';
    this.tell(this.change({ ...object, versionId: marker?.versionId ?? object.versionId }, name, number), hop, lineage);
  }

  private change({ key, body, etag, versionId }: KeptObject, name: string, number: number): ObjectChange {
    const { settings: { name: bucket, region, account }, around } = this;
    return {
      bucket,
      region,
      account,
      name,
      key,
      etag,
      versionId,
      size: body.length,
      sequencer: number.toString(16).toUpperCase().padStart(18, '0'),
      at: around.now(),
      requestId: around.newId(number),
    };
  }

  private tell(change: ObjectChange, hop: Hop, lineage: Lineage | undefined): void {
    const { settings, around } = this;
    for (const notification of this.notifications.filter(candidate => isWanted(candidate, change))) {
      hop.end = undefined;
      const text = s3Event(change, notification.configurationId);
      post(around, senderOf(notification), notification.target, { what: 'notification', text, lineage }, hop);
    }
    const bus = settings.bus === undefined ? undefined : around.busAt(settings.bus);
    if (bus) {
      hop.end = undefined;
      const { account, region, arn } = settings;
      bus.put(busEvent({ id: change.requestId, source: 'aws.s3', account, region, time: change.at, resources: [arn], ...s3Detail(change) }), hop);
    }
  }
}

function isWanted({ events, prefix, suffix }: BucketNotification, { name, key }: ObjectChange): boolean {
  return key.startsWith(prefix) && key.endsWith(suffix) && events.some(event => {
    const wanted = event.replace(/^s3:/, '');
    return wanted === name || (wanted.endsWith(':*') && name.startsWith(wanted.slice(0, -1)));
  });
}

/** S3 has no dead-letter queue, and no page states its retries. */
function senderOf(station: Station): SenderRules {
  return {
    station,
    waitBefore: () => {
      throw new NotKnownError('when S3 sends a notification again that its target did not take', 'Let the target take it.');
    },
    deadLetter: () => ({ text: '' }),
  };
}

/** The order of keys is that of their bytes in UTF-8, and therefore of their characters. */
function inOrder(one: string, other: string): number {
  const [characters, others] = [[...one], [...other]];
  const index = characters.findIndex((character, at) => character !== others[at]);
  const [left, right] = index === -1 ? [undefined, others[characters.length]] : [characters[index], others[index]];
  return (left?.codePointAt(0) ?? -1) - (right?.codePointAt(0) ?? -1);
}

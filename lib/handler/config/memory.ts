import type { WantedConfig } from './config-cloud';
import { FOUND_CONFIG_TOO_LARGE } from '../../constraints/aws-lambda/custom-resource';
import { broken } from '../../constraints/rule';
import { parsePhysicalId, physicalId, type PhysicalId } from '../physical-id/physical-id';

/** Memory of a resource about one place. */
export interface PlaceMemory<Settings extends object = object> {
  /** Time of the put that took the place: the resource with the latest has the say. */
  readonly mark: string;

  /** Config that the resource found; `null` for none, absent if it was too large. */
  readonly found?: Settings | null;

  /** Config that the stack found, if another resource of the stack had the place at the time; `null` for none. */
  readonly original?: Settings | null;
}

/** Memory of a resource about the place that it left last. */
export interface FormerPlace<Settings extends object = object> extends PlaceMemory<Settings> {
  readonly identity: string;

  /** Settings that the resource had put there; absent if unknown. */
  readonly put?: Partial<Settings>;
}

/** What a physical id keeps. */
export interface Memory<Settings extends object = object> extends PlaceMemory<Settings> {
  /** Absent if the resource has always been at this place, or if the id has no room. */
  readonly former?: FormerPlace<Settings>;

  /** Physical id at the former place: ids up to version 0.1 have this in place of `former`. */
  readonly previous?: string;
}

export type ConfigId<Settings extends object = object> = PhysicalId<Memory<Settings>>;

/** Length of a mark until the year 2059. */
const MARK_LENGTH = 8;

/** Takes more room than any mark does. The room that a packed mark takes depends on its letters, so this has some to spare. */
const ROOM_FOR_MARK = 'q7xk2v9zj4wp';

/** Makes a mark of a time. Marks of different times sort like the times. */
export function markOf(time: number): string {
  return time.toString(36).padStart(MARK_LENGTH, '0');
}

/** @returns nothing for an id that is not of a config */
export function parseConfigId<Settings extends object = object>(id: string | undefined): ConfigId<Settings> | undefined {
  const parsed = parsePhysicalId<Partial<Memory<Settings>> | null>(id);
  return typeof parsed?.kept?.mark === 'string' ? parsed as ConfigId<Settings> : undefined;
}

/** Place that a resource left last; nothing if there is none. */
export function formerPlace<S extends object>({ kept }: ConfigId<S>): FormerPlace<S> | undefined {
  const previous = parseConfigId<S>(kept.previous);
  return kept.former ?? (previous && { identity: previous.identity, ...placeMemory(previous.kept) });
}

/** Memory about the present place alone. */
export function placeMemory<S extends object>({ mark, found, original }: PlaceMemory<S>): PlaceMemory<S> {
  return { mark, found, original };
}

/** Config that was there before any resource of the stack; absent if it was too large. */
export function originalOf<S extends object>({ found, original }: Pick<PlaceMemory<S>, 'found' | 'original'>): S | null | undefined {
  return original === undefined ? found : original;
}

/**
 * The part of a memory that fits into an id. The mark is added later.
 *
 * The former place is left out first.
 */
export function memorable<S extends object>(identity: string, memory: Omit<Memory<S>, 'mark'>): Omit<Memory<S>, 'mark'> {
  const { former, ...here } = memory;
  const fits = (part: Omit<Memory<S>, 'mark'>) => physicalId(identity, { mark: ROOM_FOR_MARK, ...part }) !== undefined;
  return [memory, here].find(fits) ?? {};
}

/** @throws Error if the found config is needed on delete, and does not fit into the id */
export function refuseToForget({ onDelete }: Pick<WantedConfig, 'onDelete'>, { found }: Pick<PlaceMemory, 'found'>): void {
  if (onDelete === 'RESTORE' && found === undefined) {
    throw new Error(broken(FOUND_CONFIG_TOO_LARGE, 'onDelete', onDelete));
  }
}

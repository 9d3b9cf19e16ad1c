import type { WantedConfig } from './config-cloud';
import { FOUND_CONFIG_TOO_LARGE } from '../../constraints/aws-lambda/custom-resource';
import { broken } from '../../constraints/rule';
import { parsePhysicalId, physicalId, type PhysicalId } from '../physical-id/physical-id';

/** What a resource remembers in its physical id, from the moment it has put its config. */
export interface Memory<Settings extends object = object> {
  /** When its config was put, as Lambda told it: who put later has the say. */
  readonly mark: string;

  /** What was there before; `null` for no config, absent if it was too large to be remembered. */
  readonly found?: Settings | null;

  /** What was there before another resource of the stack, whose config was found. */
  readonly original?: Settings | null;

  /** The id that the resource had before its target changed: that is what a rollback goes back to. */
  readonly previous?: string;
}

export type ConfigId<Settings extends object = object> = PhysicalId<Memory<Settings>>;

/** How many characters a mark has until the year 2059. */
const MARK_LENGTH = 8;

/** Takes more room than any mark: how much one takes when it is packed depends on its letters, so there are some to spare. */
const ROOM_FOR_MARK = 'q7xk2v9zj4wp';

/** Makes a mark of a time. Marks of different times have the order of the times. */
export function markOf(time: number): string {
  return time.toString(36).padStart(MARK_LENGTH, '0');
}

/** @returns nothing when the id is none of a config */
export function parseConfigId<Settings extends object = object>(id: string | undefined): ConfigId<Settings> | undefined {
  const parsed = parsePhysicalId<Partial<Memory<Settings>> | null>(id);
  return typeof parsed?.kept?.mark === 'string' ? parsed as ConfigId<Settings> : undefined;
}

/**
 * As much of a memory as an id can hold. It is made before anything is put, so the mark is not known yet.
 *
 * What a rollback would like to know goes first.
 */
export function memorable(identity: string, memory: Omit<Memory, 'mark'>): Omit<Memory, 'mark'> {
  const { previous, ...withoutPrevious } = memory;
  const fits = (part: Omit<Memory, 'mark'>) => physicalId(identity, { mark: ROOM_FOR_MARK, ...part }) !== undefined;
  return [memory, withoutPrevious, { found: memory.found }].find(fits) ?? {};
}

/** @throws Error when what was found will be wanted back, and cannot be remembered */
export function refuseToForget({ onDelete }: Pick<WantedConfig, 'onDelete'>, { found }: Pick<Memory, 'found'>): void {
  if (onDelete === 'RESTORE' && found === undefined) {
    throw new Error(broken(FOUND_CONFIG_TOO_LARGE, 'onDelete', onDelete));
  }
}

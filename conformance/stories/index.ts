import { EVENT_STORIES } from './events';
import { REQUEST_STORIES } from './requests';
import { SOURCE_STORIES } from './sources';
import type { Story } from '../story';

/** All stories. */
export const STORIES: readonly Story[] = [...REQUEST_STORIES, ...EVENT_STORIES, ...SOURCE_STORIES];

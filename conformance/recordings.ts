import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Story } from './story';
import type { World } from './world';

const FOLDER = path.join(__dirname, 'recordings');

/** What an account answered in a story. */
export interface Recording {
  readonly story: string;

  /** The day. */
  readonly recorded: string;
  readonly answers: World['transcript']['lines'];
}

/** The recording of a story; undefined if nobody has played it on an account yet. */
export function recordingOf(story: Story): Recording | undefined {
  const file = fileOf(story);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) as Recording : undefined;
}

export function writeRecording(story: Story, world: World, day: string): void {
  const recording: Recording = { story: story.title, recorded: day, answers: world.transcript.lines };
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.writeFileSync(fileOf(story), `${JSON.stringify(recording, undefined, 1)}\n`);
}

/** The file of a story, e.g. `a-failing-event-is-tried-three-times.json`. */
function fileOf({ title }: Story): string {
  return path.join(FOLDER, `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`);
}

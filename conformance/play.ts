import * as assert from 'node:assert/strict';
import { recordingOf, type Recording } from './recordings';
import { onSimulator } from './simulated';
import type { Story } from './story';
import type { Transcript } from './transcript';

/**
 * Plays a story on a simulator of its own. If there is a recording, every answer must be as recorded, members that are extra or missing included.
 *
 * @throws AssertionError if the story ends otherwise
 */
export async function playSimulated(story: Story, recording: Recording | undefined = recordingOf(story)): Promise<Transcript> {
  return onSimulator([story], async world => {
    await story.play(world);
    if (recording) {
      assert.deepEqual(JSON.parse(JSON.stringify(world.transcript.lines)), recording.answers);
    }
    return world.transcript;
  });
}

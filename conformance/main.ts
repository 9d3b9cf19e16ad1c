import { onAccount } from './account';
import { playSimulated } from './play';
import { writeRecording } from './recordings';
import { STORIES } from './stories';
import type { Story } from './story';
import { Transcript } from './transcript';

/** Whether all stories have ended as they should. */
async function all(play: (story: Story) => Promise<unknown>): Promise<boolean> {
  let succeeded = true;
  for (const story of STORIES) {
    try {
      await play(story);
      console.log(`passed  ${story.title}`);
    } catch (error) {
      succeeded = false;
      console.log(`FAILED  ${story.title}\n${error instanceof Error ? error.message : error}`);
    }
  }
  return succeeded;
}

async function main(): Promise<void> {
  const { CONFORMANCE_STACK: stack } = process.env;
  if (stack !== undefined && !/^[a-z][a-z0-9-]{0,29}$/.test(stack)) {
    throw new Error(`\`CONFORMANCE_STACK\` must have 1 to 30 characters: lower-case letters, digits and -, beginning with a letter, got: ${stack}`);
  }
  const succeeded = stack === undefined ? await all(playSimulated) : await onAccount(stack, STORIES, world => all(async story => {
    world.transcript = new Transcript(world.place);
    await story.play(world);
    writeRecording(story, world, new Date().toISOString().slice(0, 10));
  }));
  process.exitCode = succeeded ? 0 : 1;
}

void main();

import { playSimulated } from '../../conformance/play';
import { STORIES } from '../../conformance/stories';

// Each story holds on a real account, too: see conformance/README.md.
test.each(STORIES.map(story => [story.title, story] as const))('%s', async (_, story) => {
  const { lines } = await playSimulated(story);
  expect(lines).not.toEqual([]);
}, 60_000);

test('each story has a title of its own', () => {
  expect(new Set(STORIES.map(({ title }) => title)).size).toBe(STORIES.length);
});

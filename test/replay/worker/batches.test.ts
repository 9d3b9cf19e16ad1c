import { Batches } from '../../../lib/replay/worker/batches';

test('sends ten entries at once, and fewer after a moment', async () => {
  const sent: number[][] = [];
  const batches = new Batches<number>(async entries => void sent.push([...entries]));
  await Promise.all(Array.from({ length: 23 }, (_, entry) => batches.add(entry)));

  expect(sent.map(entries => entries.length)).toEqual([10, 10, 3]);
  expect(sent.flat()).toEqual(Array.from({ length: 23 }, (_, entry) => entry));
});

test('an error concerns the entries of its batch', async () => {
  const batches = new Batches<number>(async entries => {
    if (entries.includes(0)) {
      throw new Error('refused');
    }
  });
  const ends = await Promise.allSettled(Array.from({ length: 11 }, (_, entry) => batches.add(entry)));

  expect(ends.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 'rejected'), 'fulfilled']);
});

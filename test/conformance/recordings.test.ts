import { playSimulated } from '../../conformance/play';
import type { Story } from '../../conformance/story';
import { Transcript } from '../../conformance/transcript';

const PLACE = { account: '123456789012', region: 'us-east-1', stack: 'stories' };

test('a transcript has nothing that differs from run to run', () => {
  const transcript = new Transcript(PLACE);
  transcript.note('record', {
    $metadata: { httpStatusCode: 200 },
    LastModified: new Date(0),
    absent: undefined,
    timestamp: '2026-09-14T15:18:45.502Z',
    requestContext: { requestId: '999b8fed-1a59-426f-980c-57c643195ec1', functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:stories-fn:$LATEST' },
    key: 'aws/lambda/async/stories-fn/2026/09/14/2026-09-14T15.16.38-6d5c756f-bd39-4a05-b187-e92609050e03',
    Payload: new TextEncoder().encode('text'),
    error: { errorMessage: 'boom', trace: ['at /var/task/index.js'] },
    counts: [1, null],
  });
  expect(transcript.lines).toEqual([{
    what: 'record',
    answer: {
      LastModified: '<time>',
      timestamp: '<time>',
      requestContext: { requestId: '<id>', functionArn: 'arn:aws:lambda:<region>:<account>:function:<stack>-fn:$LATEST' },
      key: 'aws/lambda/async/<stack>-fn/<date>/<time>-<id>',
      Payload: 'text',
      error: { errorMessage: 'boom' },
      counts: [1, null],
    },
  }]);
});

const STORY: Story = {
  title: 'some answers',
  declare: ({ queue }) => void queue('queue'),
  play: async world => world.transcript.note('answer', { value: 1, member: 2 }),
};
const recorded = (answer: object) => ({ story: STORY.title, recorded: '2026-12-01', answers: [{ what: 'answer', answer }] });

test('a story that gets the recorded answers passes', async () => {
  await expect(playSimulated(STORY, recorded({ value: 1, member: 2 }))).resolves.toBeInstanceOf(Transcript);
});

test.each([[{ value: 2, member: 2 }], [{ value: 1 }], [{ value: 1, member: 2, other: 3 }]])('a story does not pass with the recording %j', async answer => {
  await expect(playSimulated(STORY, recorded(answer))).rejects.toThrow('Expected values to be strictly deep-equal');
});

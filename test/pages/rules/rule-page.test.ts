import { type RulebookEntry } from '../../../lib/checks';
import type { Rule } from '../../../lib/constraints/rule';
import { rulePage, type Shown } from '../../../pages/rules/rule-page';

const RULE: Rule = {
  id: 'NoQueue',
  rule: 'be no queue',
  consequence: 'It fails.',
  remedy: 'Remove it.',
  source: 'AWS, a page',
  evidence: { grade: 'documented', says: 'Queues are not supported.' },
};

const ENTRY: RulebookEntry = { id: 'NoQueue', severity: 'error', rules: [RULE], isChecked: true };

const SHOWN: Shown = {
  found: { caption: 'A queue.', source: "new Queue(stack, 'Queue');" },
  innocent: { caption: 'A topic.', source: "new Topic(stack, 'Topic');" },
  messages: ['`Name` must be no queue, got: Queue. It fails. Remove it.'],
};

test('the page of a rule tells what happens, how to fix it, an example, what it rests on, and how to accept it', () => {
  expect(rulePage(ENTRY, SHOWN)).toBe(`# NoQueue

Error. Found in the templates of any CDK app by \`cdk-async-invoke check\` and by the plugin \`AsyncInvokeChecks\`.

\`Name\` must be no queue.

## What happens

It fails.

## How to fix it

Remove it.

## Example

The example is a part of a stack in \`eu-west-1\`. \`code\` holds the code, handler and runtime of a function.

This app has the finding. A queue.

\`\`\`ts
new Queue(stack, 'Queue');
\`\`\`

> \`Name\` must be no queue, got: Queue. It fails. Remove it.

This app does not have it. A topic.

\`\`\`ts
new Topic(stack, 'Topic');
\`\`\`

## Source and evidence

AWS, a page.

**Documented**: Queues are not supported.

## How to accept it

Acknowledge it at the construct, or at a scope around it:

\`\`\`ts
Validations.of(scope).acknowledge({ id: 'cdk-async-invoke:NoQueue', reason: '…' });
\`\`\`

Or exclude the rule on the command line:

\`\`\`sh
cdk-async-invoke check --exclude NoQueue
\`\`\`

[All rules](README.md)
`);
});

test('recordings are listed with what was sent, the answer, and where they are', () => {
  const recordings = [{ operation: 'CreateAlias', sent: 'a queue', answer: 'No queues', date: '2025-11-25', repository: 'owner/name', file: 'a/b.json' }];
  const text = rulePage({ ...ENTRY, rules: [{ ...RULE, source: 'recorded from the service', evidence: { grade: 'recorded', recordings, caveat: 'Once only.' } }] }, SHOWN);

  expect(text).toContain(`## Source and evidence

**Recorded** from the real service:

- \`CreateAlias\` with a queue: "No queues" (2025-11-25, in \`a/b.json\` of [owner/name](https://github.com/owner/name))

Once only.
`);
});

test('facts are listed one by one', () => {
  expect(rulePage({ ...ENTRY, rules: [{ ...RULE, evidence: { grade: 'derived', from: ['One.', 'Two.'] } }] }, SHOWN))
    .toContain('AWS, a page.\n\n**Derived** from these facts:\n\n- One.\n- Two.\n');
});

test('lists the remedies of certain cases', () => {
  const remedies = [{ when: 'it is a topic', remedy: 'Keep it.' }, { when: 'it is a bus', remedy: 'Rename it.' }];

  expect(rulePage({ ...ENTRY, rules: [{ ...RULE, remedies }] }, SHOWN))
    .toContain('## How to fix it\n\nRemove it.\n\n- If it is a topic: Keep it.\n- If it is a bus: Rename it.\n\n## Example');
});

test('names the parameter of the rule instead of the property of the example', () => {
  expect(rulePage({ ...ENTRY, rules: [{ ...RULE, parameter: 'Destination' }] }, SHOWN)).toContain('\n\n`Destination` must be no queue.\n\n');
});

test('names each property of the example once', () => {
  const messages = ['Name', 'Alias', 'Name'].map(property => `\`${property}\` must be no queue, got: Queue.`);

  expect(rulePage(ENTRY, { ...SHOWN, messages })).toContain('\n\n`Name` or `Alias` must be no queue.\n\n');
});

test('several rules of one id have a section each, before the example', () => {
  const text = rulePage({ ...ENTRY, rules: [RULE, { ...RULE, parameter: 'Qualifier', rule: 'be short' }] }, SHOWN);

  expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(['`Name` must be no queue', '`Qualifier` must be short', 'Example', 'How to accept it']);
  expect(text.match(/^### Source and evidence$/gm)).toHaveLength(2);
});

test('the rule of Function Compute has a section of its own', () => {
  expect(rulePage({ ...ENTRY, onFunctionCompute: { ...RULE, consequence: 'It may fail there.' } }, SHOWN)).toContain('## On Function Compute\n\n### What happens\n\nIt may fail there.\n');
});

test('a rule that templates do not show cannot be excluded', () => {
  const text = rulePage({ ...ENTRY, severity: 'warning', isChecked: undefined }, SHOWN);

  expect(text).toContain('Warning. Found at synth by the constructs of this library or by the plugin `AsyncInvokeChecks`: the templates do not show it.');
  expect(text).not.toContain('--exclude');
});

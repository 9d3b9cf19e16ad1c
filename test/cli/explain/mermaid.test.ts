import { explanationOf } from './explanations';
import { mermaid } from '../../../lib/cli/explain/mermaid';

const caller = { kind: 'event-rule', by: 'S/Placed', property: 'Targets[0].Arn' } as const;

test('nothing is an empty chart', () => {
  expect(mermaid([])).toBe('flowchart LR\n');
});

test('an event comes from a caller, and its record goes to a destination', () => {
  const orders = explanationOf({ callers: [{ ...caller, from: 'bus default' }], onSuccess: 'topic S/Done', onFailure: 'queue S/Failed' });

  expect(mermaid([orders])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["bus default"]
  n2["topic S/Done"]
  n3["queue S/Failed"]
  n1 -->|event-rule| n0
  n0 -->|on success| n2
  n0 -.->|on failure| n3
`);
});

test('a caller of which no source is told is drawn itself, and two of one source once', () => {
  expect(mermaid([explanationOf({ callers: [caller, caller, { ...caller, kind: 'schedule' }, { ...caller, kind: 'deploy-time-invocation' }], deadLetterQueue: 'queue S/Dead' })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["S/Placed"]
  n2["queue S/Dead"]
  n1 -->|event-rule| n0
  n1 -->|schedule| n0
  n1 -->|deploy-time-invocation| n0
  n0 -.->|dead letter| n2
`);
});

test('an event that nothing stores is lost', () => {
  expect(mermaid([explanationOf()])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["lost"]
  n0 -.->|on failure| n1
`);
});

test('of a durable function, nobody can tell that it is', () => {
  expect(mermaid([explanationOf({ durable: true })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
`);
});

test('CloudFormation is drawn once for all its custom resources, and misses what gets lost', () => {
  const callers = ['S/A', 'S/B'].map(by => ({ kind: 'custom-resource', by, property: 'ServiceToken' } as const));

  expect(mermaid([explanationOf({ callers })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["CloudFormation"]
  n1 -->|custom-resource| n0
`);
  expect(mermaid([explanationOf({ callers: [...callers, caller] })])).toContain('["lost"]');
});

test('a destination that is unknown is drawn as such, and nothing is called lost', () => {
  expect(mermaid([explanationOf({ onFailure: 'unknown, because `Fn::Base64` is known at deploy time only' })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["unknown, because \`Fn::Base64\` is known at deploy time only"]
  n0 -.->|on failure| n1
`);
});

test('functions that send to each other are drawn once, and so is what goes between them', () => {
  const callers = [{ ...caller, kind: 'on-success', from: 'S/Orders:$LATEST' } as const];
  const bills = explanationOf({ function: 'S/Bills', callers, onFailure: 'S/Orders:live' });

  expect(mermaid([explanationOf({ onSuccess: 'S/Bills', onFailure: 'queue S/Failed' }), bills])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["S/Bills:$LATEST"]
  n2["queue S/Failed"]
  n3["S/Orders:live"]
  n0 -->|on success| n1
  n0 -.->|on failure| n2
  n1 -.->|on failure| n3
`);
});

test('what Mermaid would read as its own is escaped', () => {
  expect(mermaid([explanationOf({ function: '#"<&>', onFailure: 'queue S/Failed' })])).toContain('n0["#35;#34;#60;#38;#62;:$LATEST"]');
});

import { explanationOf } from './explanations';
import { mermaid } from '../../../lib/cli/explain/mermaid';

const caller = { kind: 'event-rule', by: 'S/Placed', property: 'Targets[0].Arn' } as const;

test('draws an empty chart for nothing', () => {
  expect(mermaid([])).toBe('flowchart LR\n');
});

test('draws callers and destinations', () => {
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

test('draws a caller without source itself, and two callers of one source once', () => {
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

test('draws both halves of the way: what Lambda does not accept, and what takes the records', () => {
  const orders = explanationOf({
    callers: [{ ...caller, from: 'bus default', sender: { deadLetterQueue: 'queue S/NotAccepted' } }],
    onFailure: 'queue S/Failed',
    consumers: [{ from: 'queue S/Failed', kind: 'event-source-mapping', by: 'S/Mapping', to: 'S/Reader' }],
  });

  expect(mermaid([orders])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["bus default"]
  n2["queue S/NotAccepted"]
  n3["queue S/Failed"]
  n4["S/Reader"]
  n1 -->|event-rule| n0
  n1 -.->|not accepted| n2
  n0 -.->|on failure| n3
  n3 -->|event-source-mapping| n4
`);
});

test('draws the loss of an event without a destination', () => {
  expect(mermaid([explanationOf()])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["lost"]
  n0 -.->|on failure| n1
`);
});

test('draws no loss for a durable function', () => {
  expect(mermaid([explanationOf({ durable: true })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
`);
});

test('draws CloudFormation once for all custom resources, and no loss', () => {
  const callers = ['S/A', 'S/B'].map(by => ({ kind: 'custom-resource', by, property: 'ServiceToken' } as const));

  expect(mermaid([explanationOf({ callers })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["CloudFormation"]
  n1 -->|custom-resource| n0
`);
  expect(mermaid([explanationOf({ callers: [...callers, caller] })])).toContain('["lost"]');
});

test('draws an unknown destination, and no loss', () => {
  expect(mermaid([explanationOf({ onFailure: 'unknown, because `Fn::Base64` is known at deploy time only' })])).toBe(`flowchart LR
  n0["S/Orders:$LATEST"]
  n1["unknown, because \`Fn::Base64\` is known at deploy time only"]
  n0 -.->|on failure| n1
`);
});

test('draws functions that send to each other once, with one edge', () => {
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

test('escapes the special characters of Mermaid', () => {
  expect(mermaid([explanationOf({ function: '#"<&>', onFailure: 'queue S/Failed' })])).toContain('n0["#35;#34;#60;#38;#62;:$LATEST"]');
});

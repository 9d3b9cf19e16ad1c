import { facts } from './tables';

describe.each(facts().map(({ name, value }) => [name, value] as const))('%s', (_, { fact, source, evidence }) => {
  test('is one or two sentences', () => {
    expect(fact).toMatch(/^[A-Z][^]*\.$/);
    expect(fact.split(/\. [A-Z]/).length).toBeLessThanOrEqual(2);
  });

  test('has a source and evidence', () => {
    expect(source).toMatch(/^(AWS .*|recorded from the service)$/);
    expect(evidence.grade === 'recorded' ? evidence.recordings : evidence.grade === 'derived' ? evidence.from : [evidence.says]).not.toEqual([]);
  });
});

test('a fact that is not recorded has a page as its source', () => {
  for (const { value: { source, evidence } } of facts()) {
    expect(evidence.grade === 'recorded' || source.startsWith('AWS ')).toBe(true);
  }
});

import * as recordings from '../../../lib/constraints/aws-cloudwatch/recordings';

describe.each(Object.entries(recordings))('%s', (_, { operation, sent, answer, date, repository, file }) => {
  test('says which operation was called, and with what', () => {
    expect(operation).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(sent).toMatch(/^\S.*[^.]$/);
  });

  test('has an answer, a date and a public place', () => {
    expect(answer).toMatch(/\S/);
    expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/);
    expect(repository).toMatch(/^[\w-]+\/[\w-]+$/);
    expect(file).toMatch(/^[\w-]+(\/[\w.-]+)+$/);
  });
});

test('no answer is written down twice', () => {
  const places = Object.values(recordings).map(({ operation, sent }) => `${operation}: ${sent}`);

  expect(new Set(places).size).toBe(places.length);
});

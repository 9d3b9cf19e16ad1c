import { Lazy } from 'aws-cdk-lib';
import { stack } from './fixture';
import { propertyText } from '../../lib/provider/property-text';

test.each([[0, '0'], [60, '60'], [undefined, undefined]])('writes %p as %p', (value, text) => {
  expect(propertyText(value)).toBe(text);
});

test('keeps a token', () => {
  expect(stack().resolve(propertyText(Lazy.number({ produce: () => 7 })))).toBe(7);
});

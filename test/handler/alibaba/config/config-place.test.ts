import { ServiceError } from '../../../../lib/handler/alibaba/client/service-error';
import { isGone } from '../../../../lib/handler/alibaba/config/config-place';

test.each([
  ['a function that is not there', 404, '{"Code":"FunctionNotFound"}', true],
  ['an alias that is not there', 404, '{"Code":"AliasNotFound"}', true],
  ['a config that is not there', 404, '{"Code":"AsyncConfigNotExists"}', false],
  ['a page that is not there', 404, '<html>', false],
  ['a refusal', 403, '{"Code":"FunctionNotFound"}', false],
])('of %s, it is said whether the target is gone: %i %s %s', (_, status, body, gone) => {
  expect(isGone(new ServiceError({ status, headers: {}, body }, []))).toBe(gone);
});

test('an error of anything else says nothing', () => {
  expect(isGone(Object.assign(new Error('no'), { $metadata: { httpStatusCode: 404 }, isNamed: true }))).toBe(false);
});

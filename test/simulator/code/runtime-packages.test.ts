import { packageFolders, RUNTIME_PACKAGES } from '../../../lib/simulator/code/runtime-packages';

test('looks for packages where Node.js would, from the project up', () => {
  expect(packageFolders('/srv/me/shop')).toEqual(['/srv/me/shop/node_modules', '/srv/me/node_modules', '/srv/node_modules', '/node_modules']);
});

test.each([
  ['@aws-sdk/client-s3', '@aws-sdk/client-s3'],
  ['@smithy/types/dist', '@smithy/types'],
  ['aws-sdk', undefined],
  ['./@aws-sdk/client-s3', undefined],
  ['lodash', undefined],
])('%s is of a package that the runtime includes: %s', (specifier, name) => {
  expect(new RegExp(RUNTIME_PACKAGES).exec(specifier)?.[0]).toBe(name);
});

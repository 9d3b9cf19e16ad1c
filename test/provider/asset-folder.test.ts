import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assetFolder } from '../../lib/provider/asset-folder';

test.each(['handler', 'replay'] as const)('finds the bundle of the %s', name => {
  expect(assetFolder(name)).toBe(join(__dirname, '..', '..', 'assets', name));
  expect(existsSync(join(assetFolder(name), 'index.js'))).toBe(true);
});

import * as path from 'node:path';

/** The folder of a bundle that the package ships. Its code lies in a subfolder of lib/ or build/, this file as well as the bundled one. */
export function assetFolder(name: 'handler' | 'replay'): string {
  return path.join(__dirname, '..', '..', 'assets', name);
}

import { rmSync } from 'node:fs';
import './own-temporary-folder';

/** Removes what the tests left in their own temporary folder. */
export default function removeOwnTemporaryFolder(): void {
  rmSync(globalThis.ownTemporaryFolder, { recursive: true });
}

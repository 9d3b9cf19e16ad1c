import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Removes what the tests left in their own temporary folder. */
export default function removeTemporaryFolder(): void {
  rmSync(tmpdir(), { recursive: true, force: true });
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as aws from 'aws-cdk-lib/package.json';
import { firstDiagnostics } from './language-server';
import { APP, CDK, projectWithFinding } from './project-with-finding';
import { peerDependencies } from '../../../package.json';

test.each([['', 'Shop/Failed'], ['Prod', 'Prod/Shop/Failed']])('`cdk lsp` shows a finding at the line of the app, in the stage "%s"', async (stage, queue) => {
  const directory = projectWithFinding(stage);
  const diagnostics = await firstDiagnostics(CDK, directory);

  expect(diagnostics).toEqual([{
    file: path.join(directory, 'app.ts'),
    line: expect.any(Number),
    severity: 1,
    code: 'FifoQueueDestination',
    source: 'cdk-async-invoke',
    message: `\`DestinationConfig.OnFailure.Destination\` must be a standard queue, got: ${queue}. Lambda refuses FIFO queues as destinations: `
      + 'the deployment fails. Use a standard queue, or a function that writes to the FIFO queue.',
  }]);
  // The oldest aws-cdk-lib that we support gives a line of the scopes around the function.
  const line = peerDependencies['aws-cdk-lib'] === `^${aws.version}` ? /^[^ ]/ : /^new lambda\.Function\(/;
  expect(fs.readFileSync(APP, 'utf8').split('\n')[diagnostics[0].line]).toMatch(line);
});

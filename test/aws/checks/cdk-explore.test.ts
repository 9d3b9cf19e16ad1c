import { spawn } from 'node:child_process';
import { CDK, projectWithFinding } from './project-with-finding';

/** Starts `cdk explore`, and returns what its page asks for and shows under diagnostics. */
async function shown(directory: string): Promise<unknown> {
  const server = spawn(CDK, ['explore'], { cwd: directory, env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', NO_COLOR: '1' } });
  try {
    const page = await new Promise<URL>((resolve, reject) => {
      let out = '';
      const read = (chunk: Buffer) => {
        out += chunk;
        const [address] = /http:\/\/\S+(?=\s)/.exec(out) ?? [];
        if (address !== undefined) {
          resolve(new URL(address));
        }
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.on('error', reject);
      server.on('exit', code => reject(new Error(`the explorer has ended with ${code}: ${out}`)));
    });
    const { headers } = await fetch(page, { redirect: 'manual' });
    const cookie = headers.getSetCookie().map(text => text.split(';')[0]).join('; ');
    return await (await fetch(new URL('/api/policy-validation', page), { headers: { cookie } })).json();
  } finally {
    server.kill();
  }
}

test('`cdk explore` shows a finding in a stage, with its construct and its file', async () => {
  expect(await shown(projectWithFinding('Prod'))).toMatchObject({
    status: 'ok',
    violations: expect.arrayContaining([expect.objectContaining({
      ruleName: 'FifoQueueDestination',
      severity: 'error',
      source: 'cdk-async-invoke',
      occurrences: [expect.objectContaining({
        constructPath: 'Prod/Shop/TakeOrder/EventInvokeConfig/Resource',
        sourceLocations: [expect.objectContaining({ file: 'app.ts' })],
      })],
    })]),
  });
});

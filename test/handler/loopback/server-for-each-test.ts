import { pointSdkTo } from './environment';
import { ScriptedServer } from './scripted-server';

/**
 * Gives each test of a file a server of its own, to which the SDK is pointed.
 *
 * @param service as the SDK names it in `AWS_ENDPOINT_URL_…`
 * @returns tells the server of the test that runs
 */
export function serverForEachTest(service: string): () => ScriptedServer {
  let server: ScriptedServer;
  let restore: () => void;

  beforeEach(async () => {
    server = await ScriptedServer.start();
    restore = pointSdkTo({ [service]: server.url });
  });

  afterEach(async () => {
    restore();
    await server.stop();
  });

  return () => server;
}

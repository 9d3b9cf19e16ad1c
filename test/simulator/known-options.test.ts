import { shop } from './shop';
import { runsCode, Simulator } from '../../lib/simulator';

test.each<[what: string, use: (options: object) => unknown, list: string]>([
  ['Simulator', options => Simulator.fromTemplates([{ Resources: {} }], options), 'options are `account`, `region`, `start`, `seed` and `respond`'],
  ['runsCode', options => runsCode(options), 'options are `environment` and `print`'],
  ['listen', options => shop().listen(options), 'option is `port`'],
  ['deploy', options => shop().deploy(options), 'options are `types` and `handler`'],
  ['invoke', options => shop().invoke('Orders', options), 'options are `payload`, `qualifier` and `tenantId`: put the event into `payload`'],
])('%s refuses an option that it does not have', async (what, use, list) => {
  await expect((async () => use({ sead: 1 }))()).rejects.toThrow(new TypeError(`\`sead\` is not an option of \`${what}\`. Its ${list}`));
});

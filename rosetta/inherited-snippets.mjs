// The translations of snippets in the comments of members that our types inherit from aws-cdk-lib, which publishes them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import reflect from 'jsii-reflect';

/** By key, as in a tablet, without the sources around them: nothing compiles them again. */
export async function inheritedSnippets() {
  const assembly = await new reflect.TypeSystem().load('.', { validate: false, supportedFeatures: ['intersection-types', 'class-covariant-overrides'] });
  const ancestors = new Set(assembly.allTypes.filter(type => !type.isEnumType()).flatMap(ancestorsOf).map(({ fqn }) => fqn));
  const { snippets } = JSON.parse(gunzipSync(readFileSync('node_modules/aws-cdk-lib/.jsii.tabl.json.gz')));
  return Object.fromEntries(Object.entries(snippets)
    .filter(([, { location: { api } }]) => api.api === 'member' && ancestors.has(api.fqn))
    .map(([key, { fullSource, ...snippet }]) => [key, snippet]));
}

function ancestorsOf(type) {
  return [...type.isClassType() ? type.ancestors : [], ...type.getInterfaces(true)].filter(({ assembly }) => assembly !== type.assembly);
}

import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import { placeOf, type Place } from '../values/place';
import type { Property } from '../values/property';
import { known, literal, sameText, type Text, type Unknown } from '../values/value';

/** The functions that actions of CodePipeline invoke. The function reports the result of its job later. */
export function pipelineActions(reader: Reader): Delivery[] {
  return reader.all('AWS::CodePipeline::Pipeline').flatMap(pipeline => {
    const closed = pipeline.properties.get('DisableInboundStageTransitions').items().map(item => known(item.text('StageName')));
    return pipeline.properties.get('Stages').items().flatMap(stage => stage.get('Actions').items().filter(isInvocation).map(action => {
      const role = reader.target(action.text('RoleArn') ?? pipeline.properties.text('RoleArn'), pipeline);
      const name = action.get('Configuration').get('FunctionName');
      return {
        kind: 'pipeline-action',
        origin: pipeline.origin,
        property: name.path,
        to: reader.function(name.required(), pipeline, undefined, elsewhere(pipeline, action.text('Region'), role)),
        role,
        // Nothing enters a closed stage until someone opens it.
        ...closed.includes(known(stage.text('Name')) ?? '') ? { enabled: literal(false) } : {},
      };
    }));
  });
}

function isInvocation(action: Property): boolean {
  const type = action.get('ActionTypeId');
  return known(type.text('Category')) === 'Invoke' && known(type.text('Owner')) === 'AWS' && known(type.text('Provider')) === 'Lambda';
}

/** The account and Region of the action, if not those of the pipeline. The role of an action is in its account. */
function elsewhere({ stack }: Declared, ofAction: Text | undefined, role: Target | Unknown | undefined): Place | undefined {
  const own = placeOf(stack.environment);
  const region = ofAction ?? own.region;
  const account = role?.kind === 'role' ? role.account : own.account;
  return sameText(region, own.region) === true && sameText(account, own.account) !== false ? undefined : { ...own, region, account };
}

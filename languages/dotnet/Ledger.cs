using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

class Ledger : DeputyBase, IDestination
{
    private readonly IQueue _queue;

    public Ledger(IQueue queue) => _queue = queue;

    public IDestinationConfig Bind(Construct scope, IFunction fn, IDestinationOptions options = null)
    {
        _queue.GrantSendMessages(fn);
        return new DestinationConfig { Destination = _queue.QueueArn };
    }
}

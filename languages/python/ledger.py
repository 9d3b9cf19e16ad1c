import jsii
from aws_cdk import aws_lambda as lambda_, aws_sqs as sqs


@jsii.implements(lambda_.IDestination)
class Ledger:
    def __init__(self, queue: sqs.IQueue) -> None:
        self.queue = queue

    def bind(self, scope, fn, *, type):
        self.queue.grant_send_messages(fn)
        return lambda_.DestinationConfig(destination=self.queue.queue_arn)

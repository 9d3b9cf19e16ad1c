package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
)

type ledger struct {
	queue awssqs.IQueue
}

var _ awslambda.IDestination = &ledger{}

func (l *ledger) Bind(_ constructs.Construct, fn awslambda.IFunction, _ *awslambda.DestinationOptions) *awslambda.DestinationConfig {
	l.queue.GrantSendMessages(fn)
	return &awslambda.DestinationConfig{Destination: l.queue.QueueArn()}
}

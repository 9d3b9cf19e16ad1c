package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Orders"), nil)

	orders := cdkasyncinvoke.NewAsyncFunction(stack, jsii.String("TakeOrder"), &cdkasyncinvoke.AsyncFunctionProps{
		Runtime: awslambda.Runtime_NODEJS_24_X(),
		Handler: jsii.String("index.handler"),
		Code:    awslambda.Code_FromInline(jsii.String("exports.handler = async event => ({ taken: event.id });")),
	})

	awsevents.NewRule(stack, jsii.String("OrderPlaced"), &awsevents.RuleProps{
		EventPattern: &awsevents.EventPattern{Source: jsii.Strings("shop.orders")},
		Targets: &[]awsevents.IRuleTarget{
			awseventstargets.NewLambdaFunction(orders.Alias(), &awseventstargets.LambdaFunctionProps{DeadLetterQueue: orders.FailureQueue()}),
		},
	})
	app.Synth(nil)
}

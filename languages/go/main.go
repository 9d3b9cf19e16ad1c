// Package main is the app of ../app.ts in Go.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke"
	"github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke/alibaba"
)

const (
	code    = "exports.handler = async event => event;"
	account = "1234567890123456"
)

func declareFunction(scope constructs.Construct, id string, role awsiam.IRole) awslambda.Function {
	return awslambda.NewFunction(scope, &id, &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_NODEJS_22_X(),
		Handler: jsii.String("index.handler"),
		Code:    awslambda.Code_FromInline(jsii.String(code)),
		Role:    role,
	})
}

func theirRole(scope constructs.Construct) awsiam.IRole {
	return awsiam.Role_FromRoleArn(scope, jsii.String("TheirRole"), jsii.String("arn:aws:iam::123456789012:role/theirs"),
		&awsiam.FromRoleArnOptions{Mutable: jsii.Bool(false)})
}

func declareConfigs(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("Configs"), nil)
	bus := awsevents.NewEventBus(stack, jsii.String("Bus"), nil)
	topic := awssns.NewTopic(stack, jsii.String("Topic"), nil)
	bucket := awss3.NewBucket(stack, jsii.String("Bucket"), nil)
	audit := declareFunction(stack, "Audit", nil)
	books := &ledger{queue: awssqs.NewQueue(stack, jsii.String("LedgerQueue"), nil)}

	cdkasyncinvoke.NewAsyncFunction(stack, jsii.String("TakeOrder"), &cdkasyncinvoke.AsyncFunctionProps{
		Runtime:       awslambda.Runtime_NODEJS_22_X(),
		Handler:       jsii.String("index.handler"),
		Code:          awslambda.Code_FromInline(jsii.String(code)),
		AliasName:     jsii.String("sold"),
		MaxEventAge:   awscdk.Duration_Hours(jsii.Number(1)),
		RetryAttempts: jsii.Number(1),
		OnSuccess:     cdkasyncinvoke.AsyncDestination_Bus(bus),
	})
	alias := cdkasyncinvoke.NewAsyncAlias(stack, jsii.String("Live"), &cdkasyncinvoke.AsyncAliasProps{
		Function:        declareFunction(stack, "Bill", nil),
		ConfigureLatest: jsii.Bool(false),
		OnFailure:       cdkasyncinvoke.AsyncDestination_Topic(topic),
		OnSuccess:       cdkasyncinvoke.AsyncDestination_Function(audit, &cdkasyncinvoke.FunctionDestinationOptions{ResponseOnly: jsii.Bool(true)}),
	})
	cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("Version"), &cdkasyncinvoke.AsyncInvokeConfigProps{
		Function:      declareFunction(stack, "Ship", nil).CurrentVersion(),
		RetryAttempts: jsii.Number(0),
		OnFailure: cdkasyncinvoke.AsyncDestination_Bucket(bucket, &cdkasyncinvoke.BucketDestinationOptions{
			ExpectedBucketOwner: awscdk.Aws_ACCOUNT_ID(),
		}),
		OnSuccess: cdkasyncinvoke.AsyncDestination_None(),
	})
	cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("Ledger"), &cdkasyncinvoke.AsyncInvokeConfigProps{
		Function:  declareFunction(stack, "Pay", nil),
		OnFailure: books,
	})
	cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("LedgerAsIs"), &cdkasyncinvoke.AsyncInvokeConfigProps{
		Function:        declareFunction(stack, "Refund", theirRole(stack)),
		OnFailure:       books,
		SkipPermissions: jsii.Bool(true),
	})
	cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("AuditConfig"), &cdkasyncinvoke.AsyncInvokeConfigProps{
		Function:  audit,
		OnFailure: cdkasyncinvoke.AsyncDestination_Queue(awssqs.NewQueue(stack, jsii.String("Failed"), nil)),
	})
	awscdk.NewCfnOutput(stack, jsii.String("Alias"), &awscdk.CfnOutputProps{Value: alias.FunctionArn()})

	awscdk.Validations_Of(stack).Acknowledge(&awscdk.Acknowledgment{
		Id:     jsii.String("cdk-async-invoke:CallerWithoutDeadLetterQueue"),
		Reason: jsii.String("a test"),
	})
}

func declareDeployTime(app awscdk.App) {
	stack := awscdk.NewStack(app, jsii.String("DeployTime"), nil)
	queue := awssqs.NewQueue(stack, jsii.String("Queue"), nil)
	migrate := declareFunction(stack, "Migrate", nil)
	theirs := awslambda.Function_FromFunctionArn(stack, jsii.String("Theirs"), jsii.String("arn:aws:lambda:eu-west-1:123456789012:function:theirs:live"))

	migration := cdkasyncinvoke.NewDeployTimeInvocation(stack, jsii.String("Migration"), &cdkasyncinvoke.DeployTimeInvocationProps{
		Function: migrate,
		Payload: map[string]any{
			"url": queue.QueueUrl(), "schema": 7, "ratio": 0.5, "dry-run": false,
			"steps": []any{"a", nil, 2, map[string]any{"table": "orders"}},
		},
		PayloadOnDelete: map[string]any{"drop": true},
		InvokeOn: &[]cdkasyncinvoke.DeployTimeEvent{
			cdkasyncinvoke.DeployTimeEvent_CREATE, cdkasyncinvoke.DeployTimeEvent_UPDATE, cdkasyncinvoke.DeployTimeEvent_DELETE,
		},
		LifecycleKey: jsii.String("deployment"),
		Triggers:     &map[string]*string{"schema": jsii.String("7"), "region": jsii.String("all"), "force": jsii.String("no")},
		Provider: &cdkasyncinvoke.DeployTimeHandlerOptions{
			MemorySize:   jsii.Number(512),
			LogRetention: awslogs.RetentionDays_ONE_WEEK,
		},
	})
	migration.ExecuteBefore(cdkasyncinvoke.NewAsyncAlias(stack, jsii.String("Live"), &cdkasyncinvoke.AsyncAliasProps{
		Function: declareFunction(stack, "Service", nil),
	}))
	awscdk.NewCfnOutput(stack, jsii.String("Tables"), &awscdk.CfnOutputProps{Value: migration.GetResponse(jsii.String("tables.0.name"))})
	cdkasyncinvoke.NewDeployTimeInvocation(stack, jsii.String("Smoke"), &cdkasyncinvoke.DeployTimeInvocationProps{
		Function:       declareFunction(stack, "Work", nil),
		InvocationType: cdkasyncinvoke.InvocationType_EVENT,
		Payload:        []any{"smoke"},
		AwaitOutcome:   jsii.Bool(true),
	})

	config := cdkasyncinvoke.NewDeployTimeAsyncInvokeConfig(stack, jsii.String("TheirConfig"), &cdkasyncinvoke.DeployTimeAsyncInvokeConfigProps{
		Function:      theirs,
		AssumedRole:   awsiam.Role_FromRoleArn(stack, jsii.String("Deployer"), jsii.String("arn:aws:iam::123456789012:role/deployer"), nil),
		ExternalId:    jsii.String("orders"),
		RetryAttempts: jsii.Number(0),
		Merge:         jsii.Bool(true),
		OnDelete:      cdkasyncinvoke.ConfigOnDelete_RETAIN,
	})
	lookup := cdkasyncinvoke.NewAsyncInvokeConfigLookup(stack, jsii.String("Lookup"), &cdkasyncinvoke.AsyncInvokeConfigLookupProps{Function: migrate})
	lookup.Node().AddDependency(config)
	awscdk.NewCfnOutput(stack, jsii.String("Retries"), &awscdk.CfnOutputProps{Value: awscdk.Token_AsString(lookup.RetryAttempts(), nil)})
	awscdk.NewCfnOutput(stack, jsii.String("OnFailure"), &awscdk.CfnOutputProps{Value: config.OnFailure()})
}

func declareFunctionCompute(app awscdk.App) {
	stack := alibaba.NewRosStack(app, jsii.String("FunctionCompute"), &alibaba.RosStackProps{
		Region:  jsii.String("cn-hangzhou"),
		Account: jsii.String(account),
	})
	role := alibaba.NewRosResource(stack, jsii.String("Role"), &alibaba.RosResourceProps{
		Type: jsii.String("ALIYUN::RAM::Role"),
		Properties: &map[string]any{
			"RoleName":                 "take-order",
			"AssumeRolePolicyDocument": alibaba.DeliveryRole_TrustPolicyDocument(),
		},
	})
	orders := alibaba.NewRosResource(stack, jsii.String("TakeOrder"), &alibaba.RosResourceProps{
		Type: jsii.String("ALIYUN::FC3::Function"),
		Properties: &map[string]any{
			"FunctionName": "take-order", "Runtime": "nodejs20", "Handler": "index.handler", "Role": role.GetAtt(jsii.String("Arn")),
		},
	})
	failed := alibaba.Destination_Queue(jsii.String("failed-orders"), nil)
	config := alibaba.NewAsyncInvokeConfig(stack, jsii.String("Config"), &alibaba.AsyncInvokeConfigProps{
		FunctionName: orders.GetAtt(jsii.String("FunctionName")),
		MaxEventAge:  awscdk.Duration_Days(jsii.Number(2)),
		AsyncTask:    jsii.Bool(true),
		OnFailure:    failed,
	})
	role.SetProperty(jsii.String("Policies"), []any{
		map[string]any{"PolicyName": "deliver", "PolicyDocument": config.DeliveryPolicyDocument()},
	})

	live := awscdk.NewStack(app, jsii.String("LiveOnFunctionCompute"), nil)
	alibaba.NewDeployTimeAsyncInvokeConfig(live, jsii.String("Config"), &alibaba.DeployTimeAsyncInvokeConfigProps{
		Region:       jsii.String("cn-hangzhou"),
		Account:      jsii.String(account),
		FunctionName: jsii.String("take-order"),
		Qualifier:    jsii.String("live"),
		Credentials: alibaba.Credentials_FromRole(&alibaba.RoleCredentialsProps{
			Role:         jsii.String("acs:ram::" + account + ":role/deployer"),
			OidcProvider: jsii.String("acs:ram::" + account + ":oidc-provider/aws"),
		}),
		RetryAttempts: jsii.Number(8),
		OnFailure:     failed,
	})
}

func refusals() map[string]string {
	refused := awscdk.NewApp(&awscdk.AppProps{AutoSynth: jsii.Bool(false)})
	stack := awscdk.NewStack(refused, jsii.String("Refused"), nil)
	role := theirRole(stack)
	books := &ledger{queue: awssqs.NewQueue(stack, jsii.String("Queue"), nil)}
	return map[string]string{
		"retries": refusal(func() {
			cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("Retries"), &cdkasyncinvoke.AsyncInvokeConfigProps{
				Function:      declareFunction(stack, "A", nil),
				RetryAttempts: jsii.Number(3),
			})
		}),
		"fifo": refusal(func() {
			fifo := awssqs.NewQueue(stack, jsii.String("FifoQueue"), &awssqs.QueueProps{Fifo: jsii.Bool(true)})
			cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("Fifo"), &cdkasyncinvoke.AsyncInvokeConfigProps{
				Function:  declareFunction(stack, "B", nil),
				OnFailure: cdkasyncinvoke.AsyncDestination_Queue(fifo),
			})
		}),
		"immutable": refusal(func() {
			cdkasyncinvoke.NewAsyncInvokeConfig(stack, jsii.String("Immutable"), &cdkasyncinvoke.AsyncInvokeConfigProps{
				Function:  declareFunction(stack, "C", role),
				OnFailure: books,
			})
		}),
		"functionCompute": refusal(func() {
			ros := alibaba.NewRosStack(refused, nil, nil)
			alibaba.NewAsyncInvokeConfig(ros, jsii.String("FunctionCompute"), &alibaba.AsyncInvokeConfigProps{
				FunctionName:  jsii.String("take-order"),
				RetryAttempts: jsii.Number(9),
			})
		}),
	}
}

func refusal(declare func()) (message string) {
	defer func() {
		if problem := recover(); problem != nil {
			message = fmt.Sprint(problem)
		}
	}()
	declare()
	return "not refused"
}

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	awscdk.Validations_Of(app).AddPlugins(cdkasyncinvoke.NewAsyncInvokeChecks(nil))
	declareConfigs(app)
	declareDeployTime(app)
	declareFunctionCompute(app)
	app.Synth(nil)
	texts, err := json.MarshalIndent(refusals(), "", " ")
	if err == nil {
		err = os.WriteFile(filepath.Join(*app.Outdir(), "refusals.json"), texts, 0o600)
	}
	if err != nil {
		panic(err)
	}
}

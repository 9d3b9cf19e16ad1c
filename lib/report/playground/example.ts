/** An app to try the page with, as someone would write it by hand: two functions, one of which loses its events. */
export const EXAMPLE = `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Thumbnails.Arn
  Thumbnails:
    Type: AWS::Lambda::Function
    Properties: { Runtime: python3.14, Handler: index.handler, Timeout: 30, Role: !GetAtt Role.Arn, Code: { ZipFile: "def handler(event, context): pass" } }
  ThumbnailsConfig:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Thumbnails
      Qualifier: $LATEST
      DestinationConfig: { OnFailure: { Destination: !GetAtt FailedThumbnails.Arn } }
  FailedThumbnails:
    Type: AWS::SQS::Queue
  Nightly:
    Type: AWS::Lambda::Function
    Properties: { Runtime: python3.14, Handler: index.handler, Timeout: 900, Role: !GetAtt Role.Arn, Code: { ZipFile: "def handler(event, context): pass" } }
  EveryNight:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: Nightly, Arn: !GetAtt Nightly.Arn }]
  NightlyPermission:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Nightly, Principal: events.amazonaws.com, SourceArn: !GetAtt EveryNight.Arn }
  ThumbnailsPermission:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Thumbnails, Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }]
      ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]
      Policies:
        - PolicyName: failures
          PolicyDocument: { Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt FailedThumbnails.Arn }] }
`;

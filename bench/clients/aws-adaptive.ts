import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type BenchClient, benchKey } from './client.ts';

/** A real client of the AWS SDK in adaptive mode, pointed at our endpoint; three attempts by default. */
export const awsAdaptive: BenchClient = {
  title: 'AWS adaptive',
  connect({ baseUrl }) {
    const client = new DynamoDBClient({
      endpoint: baseUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: benchKey, secretAccessKey: benchKey },
      retryMode: 'adaptive',
    });
    const task = { TableName: 'tasks', Key: { id: { S: 'task_1' } } };
    return () => client.send(new GetItemCommand(task));
  },
};

import type {
  NotFoundError,
  Page,
  PermissionProblem,
  Problem,
  ProductClient,
  ProductError,
  Task,
  ValidationError,
  ValidationProblem,
} from '@product/api-client';
import { expectTypeOf } from 'vitest';

declare const client: ProductClient;

const read = await client.tasks.get('task_1').result();
if (read.ok) {
  expectTypeOf(read.status).toEqualTypeOf<200>();
  expectTypeOf(read.data).toEqualTypeOf<Task>();
} else if (read.status === 404) {
  expectTypeOf(read.error).toEqualTypeOf<NotFoundError>();
  expectTypeOf(read.body).toEqualTypeOf<Problem | undefined>();
} else if (read.status === 403) {
  expectTypeOf(read.body).toEqualTypeOf<PermissionProblem | undefined>();
} else if (read.status === 418) {
  expectTypeOf(read.body).toBeUnknown();
} else if (read.status === undefined) {
  expectTypeOf(read.error).toEqualTypeOf<ProductError>();
}

const changed = await client.tasks.update('task_1', { status: 'done' }).result();
if (!changed.ok && changed.status === 422) {
  expectTypeOf(changed.error).toEqualTypeOf<ValidationError>();
  expectTypeOf(changed.body).toEqualTypeOf<ValidationProblem | undefined>();
}

const listed = await client.tasks.list().result();
if (listed.ok) expectTypeOf(listed.data).toEqualTypeOf<Page<Task>>();

const gone = await client.tasks.delete('task_1').result();
if (gone.ok) expectTypeOf(gone.data).toEqualTypeOf<undefined>();

expectTypeOf(await client.tasks.get('task_1')).toEqualTypeOf<Task>();
expectTypeOf(await client.tasks.delete('task_1')).toEqualTypeOf<void>();
expectTypeOf(client.tasks.get('task_1').asResponse()).toEqualTypeOf<Promise<Response>>();

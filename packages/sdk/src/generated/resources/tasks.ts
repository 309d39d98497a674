// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiError,
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  type ConflictError,
  type NotFoundError,
  type PagePromise,
  type PermissionError,
  type RateLimitError,
  Resource,
  type ServerError,
  type ValidationError,
} from '@product/client-runtime';
import type { Task, TaskCreate, TaskPriority, TaskStatus, TaskUpdate } from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link Tasks.list}. */
export interface TasksListQuery {
  /**
   * How many objects a page may hold, from 1 to 100.
   *
   * From 1 to 100.
   *
   * @defaultValue `20`
   * @example 50
   */
  limit?: number;
  /**
   * Where the page starts. Send the `next_cursor` of the page before; leave it out for the first
   * page.
   *
   * From 1 to 512 characters.
   *
   * @example 'eyJhZnRlciI6InRhc2tfOWYyazQxIn0'
   */
  cursor?: string;
  /** Only tasks with this status. */
  status?: TaskStatus;
  /** Only tasks with this priority. */
  priority?: TaskPriority;
  /**
   * Only tasks of this project.
   *
   * At least 1 character.
   *
   * @example 'proj_web01'
   */
  project_id?: string;
  /**
   * Only tasks of this user.
   *
   * At least 1 character.
   *
   * @example 'user_priya'
   */
  assignee_id?: string;
  /**
   * Only tasks that carry this label among others.
   *
   * From 1 to 50 characters.
   *
   * @example 'launch'
   */
  label?: string;
  /**
   * Only tasks due before this instant. Tasks without a due date are left out.
   *
   * Format: `date-time`.
   *
   * @example '2025-11-01T00:00:00Z'
   */
  due_before?: string;
  /**
   * Only tasks due after this instant. Tasks without a due date are left out.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-01T00:00:00Z'
   */
  due_after?: string;
  /**
   * Only tasks created before this instant.
   *
   * Format: `date-time`.
   *
   * @example '2025-11-01T00:00:00Z'
   */
  created_before?: string;
  /**
   * Only tasks created after this instant.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-01T00:00:00Z'
   */
  created_after?: string;
  /**
   * Only tasks with this text in the title or the description, in any case.
   *
   * From 1 to 100 characters.
   *
   * @example 'launch'
   */
  q?: string;
}

/**
 * Tasks: the pieces of work a team has to do.
 *
 * A task has a status, a priority, labels, and optionally a project, an assignee and a due date.
 */
export class Tasks extends Resource {
  /**
   * List tasks.
   *
   * @remarks
   * Answers the tasks, newest first, one page at a time. Filters narrow the list; a task must pass
   * them all.
   *
   * `GET /tasks`. Needs the scope `tasks:read`. Counts against the rate limit.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page of tasks. Await it for one page, or iterate it for every item of every page.
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link PermissionError} 403: `insufficient_scope`.
   * @throws {@link ValidationError} 422: `validation_failed`.
   * @throws {@link RateLimitError} 429: `rate_limit_exceeded`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * for await (const task of client.tasks.list({ status: 'open' })) {
   *   console.log(task);
   * }
   * ```
   */
  list(query: TasksListQuery = {}, options?: CallOptions): PagePromise<Task> {
    return this.caller.paginate(operations['tasks.list'], { query }, options);
  }

  /**
   * Create a task.
   *
   * @remarks
   * Creates a task. Only a title is needed; a task starts `open` with `normal` priority unless told
   * otherwise.
   *
   * `POST /tasks`. Needs the scope `tasks:write`. Counts against the rate limit. Sends an
   * `Idempotency-Key`, the same one with each attempt, so a retry does nothing twice.
   *
   * @param body - The new task.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The new task.
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link PermissionError} 403: `insufficient_scope`.
   * @throws {@link ConflictError} 409: `idempotency_in_progress`.
   * @throws {@link ApiError} 413: `body_too_large`.
   * @throws {@link ApiError} 415: `unsupported_media_type`.
   * @throws {@link ValidationError} 422: `validation_failed`, `idempotency_key_reused`.
   * @throws {@link RateLimitError} 429: `rate_limit_exceeded`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * const task = await client.tasks.create({
   *   title: 'Write the launch announcement',
   *   description: 'Blog post and e-mail. Marketing signs off by Friday.',
   *   priority: 'high',
   *   project_id: 'proj_web01',
   *   assignee_id: 'user_priya',
   *   due_at: '2025-10-31T17:00:00Z',
   *   labels: ['launch', 'writing'],
   * });
   * ```
   */
  create(body: TaskCreate, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(operations['tasks.create'], { body }, options);
  }

  /**
   * Get a task.
   *
   * @remarks
   * Answers one task.
   *
   * `GET /tasks/{task_id}`. Needs the scope `tasks:read`. Counts against the rate limit.
   *
   * @param taskId - The id of the task. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The task.
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link PermissionError} 403: `insufficient_scope`.
   * @throws {@link NotFoundError} 404: `not_found`.
   * @throws {@link RateLimitError} 429: `rate_limit_exceeded`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * const task = await client.tasks.get('task_9f2k41');
   * ```
   */
  get(taskId: string, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(operations['tasks.get'], { path: { task_id: taskId } }, options);
  }

  /**
   * Update a task.
   *
   * @remarks
   * Changes the fields that are sent. Those left out stay as they are, and null clears a field that
   * may be null.
   *
   * `PATCH /tasks/{task_id}`. Needs the scope `tasks:write`. Counts against the rate limit.
   *
   * @param taskId - The id of the task. At least 1 character.
   * @param body - The fields to change.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The task as it is now.
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link PermissionError} 403: `insufficient_scope`.
   * @throws {@link NotFoundError} 404: `not_found`.
   * @throws {@link ApiError} 413: `body_too_large`.
   * @throws {@link ApiError} 415: `unsupported_media_type`.
   * @throws {@link ValidationError} 422: `validation_failed`.
   * @throws {@link RateLimitError} 429: `rate_limit_exceeded`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * const task = await client.tasks.update('task_9f2k41', { status: 'done' });
   * ```
   */
  update(taskId: string, body: TaskUpdate, options?: CallOptions): ApiPromise<Task> {
    return this.caller.call(
      operations['tasks.update'],
      { path: { task_id: taskId }, body },
      options,
    );
  }

  /**
   * Delete a task.
   *
   * @remarks
   * Deletes a task for good.
   *
   * `DELETE /tasks/{task_id}`. Needs the scope `tasks:delete`. Counts against the rate limit.
   *
   * @param taskId - The id of the task. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns Nothing, once the answer is there: The task is gone.
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link PermissionError} 403: `insufficient_scope`.
   * @throws {@link NotFoundError} 404: `not_found`.
   * @throws {@link RateLimitError} 429: `rate_limit_exceeded`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * await client.tasks.delete('task_9f2k41');
   * ```
   */
  delete(taskId: string, options?: CallOptions): ApiPromise<void> {
    return this.caller.call(operations['tasks.delete'], { path: { task_id: taskId } }, options);
  }
}

// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiError,
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  type ConflictError,
  type ListOptions,
  type NotFoundError,
  type Page,
  type PagePromise,
  type PermissionError,
  type RateLimitError,
  Resource,
  type ServerError,
  type ValidationError,
  byCursor,
  paginate,
} from '@product/client-runtime';
import type {
  PermissionProblem,
  Problem,
  Task,
  TaskCreate,
  TaskPriority,
  TaskStatus,
  TaskUpdate,
  UnprocessableProblem,
  ValidationProblem,
} from '../models.ts';
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

/** What {@link Tasks.list} can be answered. */
export interface TasksListAnswers {
  /** One page of tasks. */
  200: Page<Task>;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /** A query parameter is wrong. `errors` lists each fault. */
  422: ValidationProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link Tasks.create} can be answered. */
export interface TasksCreateAnswers {
  /** The new task. */
  201: Task;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /**
   * An earlier request with the same `Idempotency-Key` has not finished yet. Send this one again in
   * a moment.
   */
  409: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The `Content-Type` of the body is not one that the operation reads. */
  415: Problem;
  /** A field of the body is wrong, or the `Idempotency-Key` was used before with another body. */
  422: UnprocessableProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link Tasks.get} can be answered. */
export interface TasksGetAnswers {
  /** The task. */
  200: Task;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link Tasks.update} can be answered. */
export interface TasksUpdateAnswers {
  /** The task as it is now. */
  200: Task;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The `Content-Type` of the body is not one that the operation reads. */
  415: Problem;
  /** A field of the body is wrong. `errors` lists each fault. */
  422: ValidationProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link Tasks.delete} can be answered. */
export interface TasksDeleteAnswers {
  /** The task is gone. */
  204: undefined;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
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
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * for await (const task of client.tasks.list({ status: 'open' })) {
   *   console.log(task);
   * }
   * ```
   */
  list(query: TasksListQuery = {}, options?: ListOptions): PagePromise<Task, TasksListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['tasks.list'],
      input: { query },
      options,
    });
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
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
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
  create(body: TaskCreate, options?: CallOptions): ApiPromise<Task, TasksCreateAnswers> {
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
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const task = await client.tasks.get('task_9f2k41');
   * ```
   */
  get(taskId: string, options?: CallOptions): ApiPromise<Task, TasksGetAnswers> {
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
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const task = await client.tasks.update('task_9f2k41', { status: 'done' });
   * ```
   */
  update(
    taskId: string,
    body: TaskUpdate,
    options?: CallOptions,
  ): ApiPromise<Task, TasksUpdateAnswers> {
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
   * @returns Nothing, once the answer is there. The task is gone.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * await client.tasks.delete('task_9f2k41');
   * ```
   */
  delete(taskId: string, options?: CallOptions): ApiPromise<void, TasksDeleteAnswers> {
    return this.caller.call(operations['tasks.delete'], { path: { task_id: taskId } }, options);
  }
}

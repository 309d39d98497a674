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
  Project,
  ProjectCreate,
  ProjectStatus,
  ProjectUpdate,
  UnprocessableProblem,
  ValidationProblem,
} from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link Projects.list}. */
export interface ProjectsListQuery {
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
  /** Only projects with this status. */
  status?: ProjectStatus;
  /**
   * Only projects of this owner.
   *
   * At least 1 character.
   *
   * @example 'user_lukas'
   */
  owner_id?: string;
  /**
   * Only projects with this text in the name or the description, in any case.
   *
   * From 1 to 100 characters.
   *
   * @example 'website'
   */
  q?: string;
}

/** What {@link Projects.list} can be answered. */
export interface ProjectsListAnswers {
  /** One page of projects. */
  200: Page<Project>;
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

/** What {@link Projects.create} can be answered. */
export interface ProjectsCreateAnswers {
  /** The new project. */
  201: Project;
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

/** What {@link Projects.get} can be answered. */
export interface ProjectsGetAnswers {
  /** The project. */
  200: Project;
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

/** What {@link Projects.update} can be answered. */
export interface ProjectsUpdateAnswers {
  /** The project as it is now. */
  200: Project;
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

/** What {@link Projects.delete} can be answered. */
export interface ProjectsDeleteAnswers {
  /** The project is gone. */
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
 * Projects: named groups of tasks with an owner.
 *
 * A project is active until it is archived. Deleting a project does not delete its tasks.
 */
export class Projects extends Resource {
  /**
   * List projects.
   *
   * @remarks
   * Answers the projects, newest first, one page at a time. Archived projects are included unless
   * filtered out.
   *
   * `GET /projects`. Needs the scope `projects:read`. Counts against the rate limit.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page of projects. Await it for one page, or iterate it for every item of every
   *   page.
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
   * for await (const project of client.projects.list({ status: 'active' })) {
   *   console.log(project);
   * }
   * ```
   */
  list(
    query: ProjectsListQuery = {},
    options?: ListOptions,
  ): PagePromise<Project, ProjectsListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['projects.list'],
      input: { query },
      options,
    });
  }

  /**
   * Create a project.
   *
   * @remarks
   * Creates a project. Only a name is needed; a project starts `active`.
   *
   * `POST /projects`. Needs the scope `projects:write`. Counts against the rate limit. Sends an
   * `Idempotency-Key`, the same one with each attempt, so a retry does nothing twice.
   *
   * @param body - The new project.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The new project.
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
   * const project = await client.projects.create({
   *   name: 'Website relaunch',
   *   description: 'New design, new content, same address.',
   *   owner_id: 'user_lukas',
   * });
   * ```
   */
  create(body: ProjectCreate, options?: CallOptions): ApiPromise<Project, ProjectsCreateAnswers> {
    return this.caller.call(operations['projects.create'], { body }, options);
  }

  /**
   * Get a project.
   *
   * @remarks
   * Answers one project.
   *
   * `GET /projects/{project_id}`. Needs the scope `projects:read`. Counts against the rate limit.
   *
   * @param projectId - The id of the project. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The project.
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
   * const project = await client.projects.get('proj_web01');
   * ```
   */
  get(projectId: string, options?: CallOptions): ApiPromise<Project, ProjectsGetAnswers> {
    return this.caller.call(
      operations['projects.get'],
      { path: { project_id: projectId } },
      options,
    );
  }

  /**
   * Update a project.
   *
   * @remarks
   * Changes the fields that are sent. Those left out stay as they are, and null clears a field that
   * may be null.
   *
   * `PATCH /projects/{project_id}`. Needs the scope `projects:write`. Counts against the rate limit.
   *
   * @param projectId - The id of the project. At least 1 character.
   * @param body - The fields to change.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The project as it is now.
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
   * const project = await client.projects.update('proj_web01', { status: 'archived' });
   * ```
   */
  update(
    projectId: string,
    body: ProjectUpdate,
    options?: CallOptions,
  ): ApiPromise<Project, ProjectsUpdateAnswers> {
    return this.caller.call(
      operations['projects.update'],
      { path: { project_id: projectId }, body },
      options,
    );
  }

  /**
   * Delete a project.
   *
   * @remarks
   * Deletes a project for good. Its tasks are not deleted.
   *
   * `DELETE /projects/{project_id}`. Needs the scope `projects:delete`. Counts against the rate
   * limit.
   *
   * @param projectId - The id of the project. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns Nothing, once the answer is there. The project is gone.
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
   * await client.projects.delete('proj_web01');
   * ```
   */
  delete(projectId: string, options?: CallOptions): ApiPromise<void, ProjectsDeleteAnswers> {
    return this.caller.call(
      operations['projects.delete'],
      { path: { project_id: projectId } },
      options,
    );
  }
}

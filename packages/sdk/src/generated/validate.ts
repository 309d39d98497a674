// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  createResponseValidator,
  type ResponseSchemas,
  type ResponseValidator,
  type ResponseValidatorOptions,
} from '@product/client-runtime/validate';

/** The schemas of the successes of the API, by operationId and status. */
export const responseSchemas: ResponseSchemas = {
  $defs: {
    ApiKeyPage: {
      type: 'object',
      required: ['data', 'has_more', 'next_cursor'],
      properties: {
        data: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/ApiKey' } },
        has_more: { type: 'boolean' },
        next_cursor: { type: ['string', 'null'] },
      },
    },
    ApiKeyWithSecret: {
      allOf: [
        { $ref: '#/$defs/ApiKey' },
        {
          type: 'object',
          required: ['key'],
          properties: { key: { type: 'string', pattern: '^sk_(live|test)_[A-Za-z0-9_]+$' } },
        },
      ],
    },
    ApiKey: {
      type: 'object',
      required: [
        'id',
        'name',
        'description',
        'prefix',
        'tail',
        'permissions',
        'mode',
        'status',
        'plan',
        'auto_renew',
        'created_at',
        'last_used',
        'expires_at',
        'revoked_at',
        'usage',
      ],
      properties: {
        id: { type: 'string', pattern: '^key_[A-Za-z0-9]+$' },
        name: { type: 'string', minLength: 1, maxLength: 100 },
        description: { type: ['string', 'null'], maxLength: 500 },
        prefix: { type: 'string', pattern: '^sk_(live|test)_\\w+\\.\\.\\.$' },
        tail: { type: 'string', minLength: 6, maxLength: 6 },
        permissions: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/Scope' } },
        mode: { $ref: '#/$defs/ApiKeyMode' },
        status: { $ref: '#/$defs/ApiKeyStatus' },
        plan: { $ref: '#/$defs/Plan' },
        auto_renew: { type: 'boolean' },
        created_at: { type: 'string', format: 'date-time' },
        last_used: { type: ['string', 'null'], format: 'date-time' },
        expires_at: { type: ['string', 'null'], format: 'date-time' },
        revoked_at: { type: ['string', 'null'], format: 'date-time' },
        usage: { $ref: '#/$defs/ApiKeyUsage' },
      },
    },
    TaskPage: {
      type: 'object',
      required: ['data', 'has_more', 'next_cursor'],
      properties: {
        data: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/Task' } },
        has_more: { type: 'boolean' },
        next_cursor: { type: ['string', 'null'] },
      },
    },
    Task: {
      type: 'object',
      required: [
        'id',
        'title',
        'description',
        'status',
        'priority',
        'project_id',
        'assignee_id',
        'due_at',
        'labels',
        'created_at',
        'updated_at',
      ],
      properties: {
        id: { type: 'string', pattern: '^task_[A-Za-z0-9]+$' },
        title: { type: 'string', minLength: 1, maxLength: 200 },
        description: { type: ['string', 'null'], maxLength: 5000 },
        status: { $ref: '#/$defs/TaskStatus' },
        priority: { $ref: '#/$defs/TaskPriority' },
        project_id: { type: ['string', 'null'], pattern: '^proj_[A-Za-z0-9]+$' },
        assignee_id: { type: ['string', 'null'], pattern: '^user_[A-Za-z0-9]+$' },
        due_at: { type: ['string', 'null'], format: 'date-time' },
        labels: {
          type: 'array',
          uniqueItems: true,
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 50 },
        },
        created_at: { type: 'string', format: 'date-time' },
        updated_at: { type: 'string', format: 'date-time' },
      },
    },
    ProjectPage: {
      type: 'object',
      required: ['data', 'has_more', 'next_cursor'],
      properties: {
        data: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/Project' } },
        has_more: { type: 'boolean' },
        next_cursor: { type: ['string', 'null'] },
      },
    },
    Project: {
      type: 'object',
      required: ['id', 'name', 'description', 'status', 'owner_id', 'created_at', 'updated_at'],
      properties: {
        id: { type: 'string', pattern: '^proj_[A-Za-z0-9]+$' },
        name: { type: 'string', minLength: 1, maxLength: 100 },
        description: { type: ['string', 'null'], maxLength: 5000 },
        status: { $ref: '#/$defs/ProjectStatus' },
        owner_id: { type: ['string', 'null'], pattern: '^user_[A-Za-z0-9]+$' },
        created_at: { type: 'string', format: 'date-time' },
        updated_at: { type: 'string', format: 'date-time' },
      },
    },
    UserPage: {
      type: 'object',
      required: ['data', 'has_more', 'next_cursor'],
      properties: {
        data: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/User' } },
        has_more: { type: 'boolean' },
        next_cursor: { type: ['string', 'null'] },
      },
    },
    User: {
      type: 'object',
      required: ['id', 'name', 'email', 'role', 'avatar_url', 'created_at', 'updated_at'],
      properties: {
        id: { type: 'string', pattern: '^user_[A-Za-z0-9]+$' },
        name: { type: 'string', minLength: 1, maxLength: 100 },
        email: { type: 'string', format: 'email', maxLength: 254 },
        role: { $ref: '#/$defs/UserRole' },
        avatar_url: { type: ['string', 'null'], format: 'uri', maxLength: 2000 },
        created_at: { type: 'string', format: 'date-time' },
        updated_at: { type: 'string', format: 'date-time' },
      },
    },
    RateLimitStatus: {
      type: 'object',
      required: ['limit', 'remaining', 'reset', 'reset_at', 'plan', 'windows'],
      properties: {
        limit: { type: 'integer', minimum: 0 },
        remaining: { type: 'integer', minimum: 0 },
        reset: { type: 'integer', format: 'int64', minimum: 0 },
        reset_at: { type: 'string', format: 'date-time' },
        plan: { $ref: '#/$defs/Plan' },
        windows: { type: 'array', minItems: 1, items: { $ref: '#/$defs/RateLimitWindow' } },
      },
    },
    WebhookEndpointPage: {
      type: 'object',
      required: ['data', 'has_more', 'next_cursor'],
      properties: {
        data: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/WebhookEndpoint' } },
        has_more: { type: 'boolean' },
        next_cursor: { type: ['string', 'null'] },
      },
    },
    WebhookEndpointWithSecret: {
      allOf: [
        { $ref: '#/$defs/WebhookEndpoint' },
        {
          type: 'object',
          required: ['secret'],
          properties: { secret: { type: 'string', pattern: '^whsec_[A-Za-z0-9+/]+=*$' } },
        },
      ],
    },
    WebhookEndpoint: {
      type: 'object',
      required: ['id', 'url', 'description', 'events', 'status', 'created_at', 'updated_at'],
      properties: {
        id: { type: 'string', pattern: '^we_[A-Za-z0-9]+$' },
        url: { type: 'string', format: 'uri', pattern: '^https?://', maxLength: 2000 },
        description: { type: ['string', 'null'], maxLength: 500 },
        events: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { $ref: '#/$defs/WebhookEventType' },
        },
        status: { $ref: '#/$defs/WebhookEndpointStatus' },
        created_at: { type: 'string', format: 'date-time' },
        updated_at: { type: 'string', format: 'date-time' },
      },
    },
    WebhookDelivery: {
      type: 'object',
      required: [
        'id',
        'webhook_endpoint_id',
        'event_id',
        'event_type',
        'status',
        'response_status',
        'attempted_at',
      ],
      properties: {
        id: { type: 'string', pattern: '^dlv_[A-Za-z0-9]+$' },
        webhook_endpoint_id: { type: 'string' },
        event_id: { type: 'string', pattern: '^evt_[A-Za-z0-9]+$' },
        event_type: { $ref: '#/$defs/WebhookEventType' },
        status: { $ref: '#/$defs/WebhookDeliveryStatus' },
        response_status: { type: ['integer', 'null'], minimum: 100, maximum: 599 },
        attempted_at: { type: 'string', format: 'date-time' },
      },
    },
    AccessToken: {
      type: 'object',
      required: ['access_token', 'token_type', 'expires_in', 'scope', 'refresh_token'],
      properties: {
        access_token: { type: 'string' },
        token_type: { type: 'string', const: 'Bearer' },
        expires_in: { type: 'integer', minimum: 1 },
        scope: { type: 'string' },
        refresh_token: { type: 'string' },
      },
    },
    Scope: {
      type: 'string',
      enum: [
        'tasks:read',
        'tasks:write',
        'tasks:delete',
        'projects:read',
        'projects:write',
        'projects:delete',
        'users:read',
        'users:write',
        'admin:*',
      ],
    },
    ApiKeyMode: { type: 'string', enum: ['live', 'test'] },
    ApiKeyStatus: { type: 'string', enum: ['active', 'expired', 'revoked'] },
    Plan: { type: 'string', enum: ['free', 'professional', 'enterprise'] },
    ApiKeyUsage: {
      type: 'object',
      required: ['requests_today', 'requests_this_month'],
      properties: {
        requests_today: { type: 'integer', minimum: 0 },
        requests_this_month: { type: 'integer', minimum: 0 },
      },
    },
    TaskStatus: { type: 'string', enum: ['open', 'in_progress', 'done'] },
    TaskPriority: { type: 'string', enum: ['low', 'normal', 'high', 'urgent'] },
    ProjectStatus: { type: 'string', enum: ['active', 'archived'] },
    UserRole: { type: 'string', enum: ['member', 'manager', 'admin'] },
    RateLimitWindow: {
      type: 'object',
      required: ['name', 'limit', 'remaining', 'window_seconds', 'reset', 'reset_at'],
      properties: {
        name: { type: 'string' },
        limit: { type: 'integer', minimum: 0 },
        remaining: { type: 'integer', minimum: 0 },
        window_seconds: { type: 'integer', minimum: 1 },
        reset: { type: 'integer', format: 'int64', minimum: 0 },
        reset_at: { type: 'string', format: 'date-time' },
      },
    },
    WebhookEventType: {
      type: 'string',
      enum: [
        'api_key.created',
        'api_key.updated',
        'api_key.rotated',
        'api_key.revoked',
        'api_key.expiring',
        'api_key.expired',
        'api_key.renewed',
        'api_key.auth_failed',
        'api_key.used_from_new_location',
        'rate_limit.reached',
        'quota.exceeded',
        'task.created',
        'task.updated',
        'task.deleted',
        'project.created',
        'project.updated',
        'project.deleted',
      ],
    },
    WebhookEndpointStatus: { type: 'string', enum: ['enabled', 'disabled'] },
    WebhookDeliveryStatus: { type: 'string', enum: ['delivered', 'failed'] },
  },
  operations: {
    'apiKeys.list': { '200': { $ref: '#/$defs/ApiKeyPage' } },
    'apiKeys.create': { '201': { $ref: '#/$defs/ApiKeyWithSecret' } },
    'apiKeys.current': { '200': { $ref: '#/$defs/ApiKey' } },
    'apiKeys.get': { '200': { $ref: '#/$defs/ApiKey' } },
    'apiKeys.update': { '200': { $ref: '#/$defs/ApiKey' } },
    'apiKeys.revoke': { '200': { $ref: '#/$defs/ApiKey' } },
    'apiKeys.rotate': { '200': { $ref: '#/$defs/ApiKeyWithSecret' } },
    'tasks.list': { '200': { $ref: '#/$defs/TaskPage' } },
    'tasks.create': { '201': { $ref: '#/$defs/Task' } },
    'tasks.get': { '200': { $ref: '#/$defs/Task' } },
    'tasks.update': { '200': { $ref: '#/$defs/Task' } },
    'projects.list': { '200': { $ref: '#/$defs/ProjectPage' } },
    'projects.create': { '201': { $ref: '#/$defs/Project' } },
    'projects.get': { '200': { $ref: '#/$defs/Project' } },
    'projects.update': { '200': { $ref: '#/$defs/Project' } },
    'users.list': { '200': { $ref: '#/$defs/UserPage' } },
    'users.me': { '200': { $ref: '#/$defs/User' } },
    'users.get': { '200': { $ref: '#/$defs/User' } },
    'users.update': { '200': { $ref: '#/$defs/User' } },
    'rateLimit.get': { '200': { $ref: '#/$defs/RateLimitStatus' } },
    'webhookEndpoints.list': { '200': { $ref: '#/$defs/WebhookEndpointPage' } },
    'webhookEndpoints.create': { '201': { $ref: '#/$defs/WebhookEndpointWithSecret' } },
    'webhookEndpoints.get': { '200': { $ref: '#/$defs/WebhookEndpoint' } },
    'webhookEndpoints.update': { '200': { $ref: '#/$defs/WebhookEndpoint' } },
    'webhookEndpoints.test': { '200': { $ref: '#/$defs/WebhookDelivery' } },
    'webhookEndpoints.rotateSecret': { '200': { $ref: '#/$defs/WebhookEndpointWithSecret' } },
    'oauth.token': { '200': { $ref: '#/$defs/AccessToken' } },
  },
};

/**
 * Checks each success against the document, for development and tests; it goes into the client's option
 * `validateResponses`.
 *
 * @param options - What becomes of an answer that the document does not allow.
 * @example
 * ```ts
 * const client = new ProductClient({ validateResponses: responseValidator({ mode: 'warn' }) });
 * ```
 */
export function responseValidator(options: ResponseValidatorOptions = {}): ResponseValidator {
  return createResponseValidator(responseSchemas, options);
}

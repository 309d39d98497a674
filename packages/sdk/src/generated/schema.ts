// Generated from Product API 1.0.0 by product-codegen. Do not edit.

export interface paths {
  '/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description Answers the keys of your account, newest first, one page at a time. Revoked keys are listed as well. A live key sees keys of both modes, a test key only test keys. Secrets are never part of it.
     */
    get: operations['apiKeys.list'];
    put?: never;
    /**
     * Create an API key
     * @description Creates a key and answers it with its secret, which is shown only this once. The new key has the mode of the calling key unless `mode` says otherwise, and the plan of the account. A test key makes test keys only, and no key grants a scope that it lacks.
     */
    post: operations['apiKeys.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api-keys/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the current API key
     * @description Answers the key that made this call, or the key behind the access token. Any valid key may ask, whatever its scopes, so this is the way to find out what a key may do.
     */
    get: operations['apiKeys.current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api-keys/{key_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    /**
     * Get an API key
     * @description Answers one key with its scopes, expiry and usage. The secret is not part of it.
     */
    get: operations['apiKeys.get'];
    put?: never;
    post?: never;
    /**
     * Revoke an API key
     * @description Switches a key off. Every request made with it fails from now on, and its access tokens with it. The record stays, with `revoked_at`, so that it can still be looked up; with `permanent=true` the record is removed too. Revoking a revoked key changes nothing.
     */
    delete: operations['apiKeys.revoke'];
    options?: never;
    head?: never;
    /**
     * Update an API key
     * @description Changes the name, description, scopes, expiry or auto-renewal of a key, at once. Fields left out stay as they are. A later `expires_at` extends the key, even one that has expired; a revoked key cannot be changed.
     */
    patch: operations['apiKeys.update'];
    trace?: never;
  };
  '/api-keys/{key_id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate an API key
     * @description Gives an active key a new secret and answers it, only this once. The id, name, scopes and expiry stay. The old secret stops at once, or works beside the new one for `grace_period_seconds` while you change over.
     */
    post: operations['apiKeys.rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tasks
     * @description Answers the tasks, newest first, one page at a time. Filters narrow the list; a task must pass them all.
     */
    get: operations['tasks.list'];
    put?: never;
    /**
     * Create a task
     * @description Creates a task. Only a title is needed; a task starts `open` with `normal` priority unless told otherwise.
     */
    post: operations['tasks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the task.
         * @example task_9f2k41
         */
        task_id: components['parameters']['TaskId'];
      };
      cookie?: never;
    };
    /**
     * Get a task
     * @description Answers one task.
     */
    get: operations['tasks.get'];
    put?: never;
    post?: never;
    /**
     * Delete a task
     * @description Deletes a task for good.
     */
    delete: operations['tasks.delete'];
    options?: never;
    head?: never;
    /**
     * Update a task
     * @description Changes the fields that are sent. Those left out stay as they are, and null clears a field that may be null.
     */
    patch: operations['tasks.update'];
    trace?: never;
  };
  '/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List projects
     * @description Answers the projects, newest first, one page at a time. Archived projects are included unless filtered out.
     */
    get: operations['projects.list'];
    put?: never;
    /**
     * Create a project
     * @description Creates a project. Only a name is needed; a project starts `active`.
     */
    post: operations['projects.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{project_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the project.
         * @example proj_web01
         */
        project_id: components['parameters']['ProjectId'];
      };
      cookie?: never;
    };
    /**
     * Get a project
     * @description Answers one project.
     */
    get: operations['projects.get'];
    put?: never;
    post?: never;
    /**
     * Delete a project
     * @description Deletes a project for good. Its tasks are not deleted.
     */
    delete: operations['projects.delete'];
    options?: never;
    head?: never;
    /**
     * Update a project
     * @description Changes the fields that are sent. Those left out stay as they are, and null clears a field that may be null.
     */
    patch: operations['projects.update'];
    trace?: never;
  };
  '/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description Answers the people of your account, newest first, one page at a time.
     */
    get: operations['users.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the current user
     * @description Answers the user to whom the calling key belongs. Any valid key may ask, whatever its scopes.
     */
    get: operations['users.me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{user_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the user.
         * @example user_amara
         */
        user_id: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    /**
     * Get a user
     * @description Answers one user.
     */
    get: operations['users.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update a user
     * @description Changes the name, e-mail address, role or picture of a user. Fields left out stay as they are.
     */
    patch: operations['users.update'];
    trace?: never;
  };
  '/rate-limit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the rate limit
     * @description Answers the limit of the calling key, what is left, and when it starts again. This request is not counted, and it is answered even when the limit is used up.
     */
    get: operations['rateLimit.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhook-endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook endpoints
     * @description Answers the endpoints of your account, newest first, one page at a time. Secrets are never part of it.
     */
    get: operations['webhookEndpoints.list'];
    put?: never;
    /**
     * Create a webhook endpoint
     * @description Registers a URL for events of the calling key's mode and answers it with the secret that signs them, which is shown only this once.
     */
    post: operations['webhookEndpoints.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhook-endpoints/{webhook_endpoint_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    /**
     * Get a webhook endpoint
     * @description Answers one endpoint. The secret is not part of it.
     */
    get: operations['webhookEndpoints.get'];
    put?: never;
    post?: never;
    /**
     * Delete a webhook endpoint
     * @description Deletes an endpoint for good. Nothing more is sent to it, not even what was waiting to be sent again.
     */
    delete: operations['webhookEndpoints.delete'];
    options?: never;
    head?: never;
    /**
     * Update a webhook endpoint
     * @description Changes the URL, events, description or status of an endpoint. Fields left out stay as they are.
     */
    patch: operations['webhookEndpoints.update'];
    trace?: never;
  };
  '/webhook-endpoints/{webhook_endpoint_id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Test a webhook endpoint
     * @description Sends an event with example data to the endpoint at once and answers how that went. It is sent once only, and even to a disabled endpoint.
     */
    post: operations['webhookEndpoints.test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhook-endpoints/{webhook_endpoint_id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate a webhook endpoint's secret
     * @description Gives the endpoint a new signing secret and answers it, only this once. During the grace period events carry two signatures, one with each secret, so that you can change over without missing any.
     */
    post: operations['webhookEndpoints.rotateSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get an access token
     * @description Exchanges a key (`client_credentials`) or a refresh token (`refresh_token`) for an access token. The client's id is the id of a key and its secret is the key itself, sent by HTTP Basic or in the form. A refresh token can be used once; the answer holds the next one. This request is not counted by the rate limit of the key.
     */
    post: operations['oauth.token'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'api_key.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was created
     * @description Sent when a key was created, by whatever means. It does not hold the secret.
     */
    post: operations['events.apiKeyCreated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.updated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was updated
     * @description Sent when the name, description, scopes, expiry or auto-renewal of a key was changed.
     */
    post: operations['events.apiKeyUpdated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.rotated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was rotated
     * @description Sent when a key was given a new secret. It does not hold the secret.
     */
    post: operations['events.apiKeyRotated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.revoked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was revoked
     * @description Sent when a key was switched off. Requests with it fail from that moment.
     */
    post: operations['events.apiKeyRevoked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.expiring': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key is about to expire
     * @description Sent 30 days before a key expires, so that you can extend or replace it in time.
     */
    post: operations['events.apiKeyExpiring'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.expired': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key has expired
     * @description Sent when the expiry of a key has passed. Requests with it fail from that moment.
     */
    post: operations['events.apiKeyExpired'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.renewed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was renewed
     * @description Sent when a key with `auto_renew` renewed itself. The secret stays the same, so nothing needs to change.
     */
    post: operations['events.apiKeyRenewed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.auth_failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An authentication failed
     * @description Sent when a request was refused with 401 although it named one of your keys.
     */
    post: operations['events.apiKeyAuthFailed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'api_key.used_from_new_location': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An API key was used from a new location
     * @description Sent when a key was used from an address from which it had not been used before. If it was not you, revoke the key.
     */
    post: operations['events.apiKeyUsedFromNewLocation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'rate_limit.reached': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A rate limit was reached
     * @description Sent once per window, when the first request is refused with 429. The hourly window of a live key sends `quota.exceeded` instead.
     */
    post: operations['events.rateLimitReached'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'quota.exceeded': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The quota was exceeded
     * @description Sent once per hour, when the first request of a live key is refused with 429 since its hourly quota is used up. Test keys do not count against the quota.
     */
    post: operations['events.quotaExceeded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'task.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task was created
     * @description Sent when a task was created.
     */
    post: operations['events.taskCreated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'task.updated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task was updated
     * @description Sent when a field of a task was changed.
     */
    post: operations['events.taskUpdated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'task.deleted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task was deleted
     * @description Sent when a task was deleted.
     */
    post: operations['events.taskDeleted'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'project.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A project was created
     * @description Sent when a project was created.
     */
    post: operations['events.projectCreated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'project.updated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A project was updated
     * @description Sent when a field of a project was changed.
     */
    post: operations['events.projectUpdated'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'project.deleted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A project was deleted
     * @description Sent when a project was deleted.
     */
    post: operations['events.projectDeleted'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /**
     * @description What a key may do. Grant as few as the application needs.
     *
     *     - `tasks:read`: view tasks. `tasks:write`: create and update tasks. `tasks:delete`: delete tasks.
     *     - `projects:read`: view projects. `projects:write`: create and update projects. `projects:delete`: delete projects.
     *     - `users:read`: view users. `users:write`: create and update users.
     *     - `admin:*`: everything, including keys and webhook endpoints. Dangerous in the wrong hands.
     * @example tasks:read
     * @enum {string}
     */
    Scope:
      | 'tasks:read'
      | 'tasks:write'
      | 'tasks:delete'
      | 'projects:read'
      | 'projects:write'
      | 'projects:delete'
      | 'users:read'
      | 'users:write'
      | 'admin:*';
    /**
     * @description The plan of an account, which sets its rate limits and features.
     * @example professional
     * @enum {string}
     */
    Plan: 'free' | 'professional' | 'enterprise';
    /**
     * @description Whether a key works on real data (`live`) or in the sandbox (`test`). The two never mix.
     * @example test
     * @enum {string}
     */
    ApiKeyMode: 'live' | 'test';
    /**
     * @description Whether a key works (`active`), has passed its expiry (`expired`), or was switched off for good (`revoked`).
     * @example active
     * @enum {string}
     */
    ApiKeyStatus: 'active' | 'expired' | 'revoked';
    /**
     * @description How many requests a key has made.
     * @example {
     *       "requests_today": 1234,
     *       "requests_this_month": 45678
     *     }
     */
    ApiKeyUsage: {
      /**
       * @description Requests since midnight UTC.
       * @example 1234
       */
      requests_today: number;
      /**
       * @description Requests since the first of the month, midnight UTC.
       * @example 45678
       */
      requests_this_month: number;
    };
    /**
     * @description An API key as it can be read back. The secret itself is not part of it.
     * @example {
     *       "id": "key_abc123",
     *       "name": "Production App",
     *       "description": "Main application backend",
     *       "prefix": "sk_live_mock_aB3...",
     *       "tail": "23vrLh",
     *       "permissions": [
     *         "tasks:read",
     *         "tasks:write"
     *       ],
     *       "mode": "live",
     *       "status": "active",
     *       "plan": "professional",
     *       "auto_renew": false,
     *       "created_at": "2025-01-01T00:00:00Z",
     *       "last_used": "2025-10-14T10:30:00Z",
     *       "expires_at": null,
     *       "revoked_at": null,
     *       "usage": {
     *         "requests_today": 1234,
     *         "requests_this_month": 45678
     *       }
     *     }
     */
    ApiKey: {
      /**
       * @description Unique id of the key, with the prefix `key_`.
       * @example key_abc123
       */
      readonly id: string;
      /**
       * @description What the key is for. One key per application keeps revoking simple.
       * @example Production App
       */
      name: string;
      /**
       * @description Notes about the key, or null.
       * @example Main application backend
       */
      description: string | null;
      /**
       * @description The first characters of the key, followed by three dots, to tell keys apart.
       * @example sk_live_mock_aB3...
       */
      readonly prefix: string;
      /**
       * @description The last six characters of the key.
       * @example 23vrLh
       */
      readonly tail: string;
      /**
       * @description The scopes that the key carries. A key without any may only ask about itself.
       * @example [
       *       "tasks:read",
       *       "tasks:write"
       *     ]
       */
      permissions: components['schemas']['Scope'][];
      readonly mode: components['schemas']['ApiKeyMode'];
      readonly status: components['schemas']['ApiKeyStatus'];
      readonly plan: components['schemas']['Plan'];
      /**
       * @description Whether the key renews itself for another 365 days before it expires. Enterprise plan only.
       * @example false
       */
      auto_renew: boolean;
      /**
       * Format: date-time
       * @description When the key was created.
       * @example 2025-01-01T00:00:00Z
       */
      readonly created_at: string;
      /**
       * Format: date-time
       * @description When the key last authenticated a request, or null if it never did.
       * @example 2025-10-14T10:30:00Z
       */
      readonly last_used: string | null;
      /**
       * Format: date-time
       * @description When the key stops working, or null if it never does.
       * @example 2026-10-14T00:00:00Z
       */
      expires_at: string | null;
      /**
       * Format: date-time
       * @description When the key was revoked, or null if it was not.
       * @example null
       */
      readonly revoked_at: string | null;
      usage: components['schemas']['ApiKeyUsage'];
    };
    /**
     * @description A key with its secret. This is the only time the secret is shown, so store it at once.
     * @example {
     *       "id": "key_abc123",
     *       "key": "sk_live_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x923vrLh",
     *       "name": "Production App",
     *       "description": "Main application backend",
     *       "prefix": "sk_live_mock_aB3...",
     *       "tail": "23vrLh",
     *       "permissions": [
     *         "tasks:read",
     *         "tasks:write"
     *       ],
     *       "mode": "live",
     *       "status": "active",
     *       "plan": "professional",
     *       "auto_renew": false,
     *       "created_at": "2025-01-01T00:00:00Z",
     *       "last_used": "2025-10-14T10:30:00Z",
     *       "expires_at": null,
     *       "revoked_at": null,
     *       "usage": {
     *         "requests_today": 1234,
     *         "requests_this_month": 45678
     *       }
     *     }
     */
    ApiKeyWithSecret: components['schemas']['ApiKey'] & {
      /**
       * @description The key in full. Send it as the bearer token. It cannot be read again.
       * @example sk_live_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x923vrLh
       */
      readonly key: string;
    };
    /**
     * @description The key to create.
     * @example {
     *       "name": "New Integration",
     *       "permissions": [
     *         "tasks:read",
     *         "tasks:write"
     *       ],
     *       "expires_at": "2026-10-14T00:00:00Z"
     *     }
     */
    ApiKeyCreate: {
      /**
       * @description What the key is for.
       * @example New Integration
       */
      name: string;
      /**
       * @description Notes about the key.
       * @default null
       * @example Nightly import of tasks
       */
      description?: string | null;
      /**
       * @description The scopes that the key shall carry. Without any it may only ask about itself.
       * @default []
       * @example [
       *       "tasks:read",
       *       "tasks:write"
       *     ]
       */
      permissions?: components['schemas']['Scope'][];
      /** @description The mode of the new key. Without it, the mode of the key that makes this call. A test key makes test keys only. */
      mode?: components['schemas']['ApiKeyMode'];
      /**
       * Format: date-time
       * @description When the key shall stop working, some time in the future, or null for never.
       * @default null
       * @example 2026-10-14T00:00:00Z
       */
      expires_at?: string | null;
      /**
       * @description Whether the key shall renew itself before it expires. Enterprise plan only.
       * @default false
       * @example false
       */
      auto_renew?: boolean;
    };
    /**
     * @description The fields of a key to change. Those left out stay as they are.
     * @example {
     *       "name": "Production App (updated)",
     *       "permissions": [
     *         "tasks:read",
     *         "tasks:write",
     *         "projects:read"
     *       ]
     *     }
     */
    ApiKeyUpdate: {
      /**
       * @description What the key is for.
       * @example Production App (updated)
       */
      name?: string;
      /**
       * @description Notes about the key, or null to remove them.
       * @example Main application backend
       */
      description?: string | null;
      /**
       * @description The scopes that the key shall carry from now on. They replace the present ones.
       * @example [
       *       "tasks:read",
       *       "tasks:write",
       *       "projects:read"
       *     ]
       */
      permissions?: components['schemas']['Scope'][];
      /**
       * Format: date-time
       * @description The new expiry, some time in the future, or null for never. An expired key is active again once extended.
       * @example 2026-12-31T23:59:59Z
       */
      expires_at?: string | null;
      /**
       * @description Whether the key shall renew itself before it expires. Enterprise plan only.
       * @example true
       */
      auto_renew?: boolean;
    };
    /**
     * @description How to rotate a key.
     * @example {
     *       "grace_period_seconds": 3600
     *     }
     */
    ApiKeyRotate: {
      /**
       * @description For how many seconds the old secret goes on working beside the new one, up to seven days.
       * @default 0
       * @example 3600
       */
      grace_period_seconds?: number;
    };
    /**
     * @description One page of keys.
     * @example {
     *       "data": [
     *         {
     *           "id": "key_abc123",
     *           "name": "Production App",
     *           "description": "Main application backend",
     *           "prefix": "sk_live_mock_aB3...",
     *           "tail": "23vrLh",
     *           "permissions": [
     *             "tasks:read",
     *             "tasks:write"
     *           ],
     *           "mode": "live",
     *           "status": "active",
     *           "plan": "professional",
     *           "auto_renew": false,
     *           "created_at": "2025-01-01T00:00:00Z",
     *           "last_used": "2025-10-14T10:30:00Z",
     *           "expires_at": null,
     *           "revoked_at": null,
     *           "usage": {
     *             "requests_today": 1234,
     *             "requests_this_month": 45678
     *           }
     *         }
     *       ],
     *       "has_more": true,
     *       "next_cursor": "eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0"
     *     }
     */
    ApiKeyPage: {
      /**
       * @description The keys of this page, newest first.
       * @example [
       *       {
       *         "id": "key_abc123",
       *         "name": "Production App",
       *         "description": "Main application backend",
       *         "prefix": "sk_live_mock_aB3...",
       *         "tail": "23vrLh",
       *         "permissions": [
       *           "tasks:read",
       *           "tasks:write"
       *         ],
       *         "mode": "live",
       *         "status": "active",
       *         "plan": "professional",
       *         "auto_renew": false,
       *         "created_at": "2025-01-01T00:00:00Z",
       *         "last_used": "2025-10-14T10:30:00Z",
       *         "expires_at": null,
       *         "revoked_at": null,
       *         "usage": {
       *           "requests_today": 1234,
       *           "requests_this_month": 45678
       *         }
       *       }
       *     ]
       */
      data: components['schemas']['ApiKey'][];
      /**
       * @description Whether another page follows.
       * @example true
       */
      has_more: boolean;
      /**
       * @description Send this as `cursor` to get the next page. Null on the last page.
       * @example eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0
       */
      next_cursor: string | null;
    };
    /**
     * @description How far a task has got.
     * @example open
     * @enum {string}
     */
    TaskStatus: 'open' | 'in_progress' | 'done';
    /**
     * @description How much a task matters, from `low` to `urgent`.
     * @example high
     * @enum {string}
     */
    TaskPriority: 'low' | 'normal' | 'high' | 'urgent';
    /**
     * @description A piece of work to be done.
     * @example {
     *       "id": "task_9f2k41",
     *       "title": "Write the launch announcement",
     *       "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *       "status": "open",
     *       "priority": "high",
     *       "project_id": "proj_web01",
     *       "assignee_id": "user_priya",
     *       "due_at": "2025-10-31T17:00:00Z",
     *       "labels": [
     *         "launch",
     *         "writing"
     *       ],
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "updated_at": "2025-10-14T10:30:00Z"
     *     }
     */
    Task: {
      /**
       * @description Unique id of the task, with the prefix `task_`.
       * @example task_9f2k41
       */
      readonly id: string;
      /**
       * @description What is to be done, in one line.
       * @example Write the launch announcement
       */
      title: string;
      /**
       * @description The details, as Markdown, or null.
       * @example Blog post and e-mail. Marketing signs off by Friday.
       */
      description: string | null;
      status: components['schemas']['TaskStatus'];
      priority: components['schemas']['TaskPriority'];
      /**
       * @description The project to which the task belongs, or null.
       * @example proj_web01
       */
      project_id: string | null;
      /**
       * @description The user who does the task, or null.
       * @example user_priya
       */
      assignee_id: string | null;
      /**
       * Format: date-time
       * @description When the task should be done, or null.
       * @example 2025-10-31T17:00:00Z
       */
      due_at: string | null;
      /**
       * @description Words to sort and find tasks by.
       * @example [
       *       "launch",
       *       "writing"
       *     ]
       */
      labels: string[];
      /**
       * Format: date-time
       * @description When the task was created.
       * @example 2025-10-14T10:30:00Z
       */
      readonly created_at: string;
      /**
       * Format: date-time
       * @description When the task was last changed.
       * @example 2025-10-14T10:30:00Z
       */
      readonly updated_at: string;
    };
    /**
     * @description The task to create.
     * @example {
     *       "title": "Write the launch announcement",
     *       "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *       "priority": "high",
     *       "project_id": "proj_web01",
     *       "assignee_id": "user_priya",
     *       "due_at": "2025-10-31T17:00:00Z",
     *       "labels": [
     *         "launch",
     *         "writing"
     *       ]
     *     }
     */
    TaskCreate: {
      /**
       * @description What is to be done, in one line.
       * @example Write the launch announcement
       */
      title: string;
      /**
       * @description The details, as Markdown.
       * @default null
       * @example Blog post and e-mail. Marketing signs off by Friday.
       */
      description?: string | null;
      /**
       * @description How far the task has got. Without it, `open`.
       * @default open
       */
      status?: components['schemas']['TaskStatus'];
      /**
       * @description How much the task matters. Without it, `normal`.
       * @default normal
       */
      priority?: components['schemas']['TaskPriority'];
      /**
       * @description The project to which the task shall belong.
       * @default null
       * @example proj_web01
       */
      project_id?: string | null;
      /**
       * @description The user who shall do the task.
       * @default null
       * @example user_priya
       */
      assignee_id?: string | null;
      /**
       * Format: date-time
       * @description When the task should be done.
       * @default null
       * @example 2025-10-31T17:00:00Z
       */
      due_at?: string | null;
      /**
       * @description Words to sort and find the task by, at most 20.
       * @default []
       * @example [
       *       "launch",
       *       "writing"
       *     ]
       */
      labels?: string[];
    };
    /**
     * @description The fields of a task to change. Those left out stay as they are.
     * @example {
     *       "status": "done"
     *     }
     */
    TaskUpdate: {
      /**
       * @description What is to be done, in one line.
       * @example Write and send the launch announcement
       */
      title?: string;
      /**
       * @description The details, as Markdown, or null to remove them.
       * @example Blog post and e-mail. Marketing has signed off.
       */
      description?: string | null;
      status?: components['schemas']['TaskStatus'];
      priority?: components['schemas']['TaskPriority'];
      /**
       * @description The project to which the task shall belong, or null for none.
       * @example proj_web01
       */
      project_id?: string | null;
      /**
       * @description The user who shall do the task, or null for nobody.
       * @example user_tomas
       */
      assignee_id?: string | null;
      /**
       * Format: date-time
       * @description When the task should be done, or null for no due date.
       * @example 2025-11-07T17:00:00Z
       */
      due_at?: string | null;
      /**
       * @description The labels from now on, at most 20. They replace the present ones.
       * @example [
       *       "launch"
       *     ]
       */
      labels?: string[];
    };
    /**
     * @description One page of tasks.
     * @example {
     *       "data": [
     *         {
     *           "id": "task_9f2k41",
     *           "title": "Write the launch announcement",
     *           "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *           "status": "open",
     *           "priority": "high",
     *           "project_id": "proj_web01",
     *           "assignee_id": "user_priya",
     *           "due_at": "2025-10-31T17:00:00Z",
     *           "labels": [
     *             "launch",
     *             "writing"
     *           ],
     *           "created_at": "2025-10-14T10:30:00Z",
     *           "updated_at": "2025-10-14T10:30:00Z"
     *         }
     *       ],
     *       "has_more": true,
     *       "next_cursor": "eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0"
     *     }
     */
    TaskPage: {
      /**
       * @description The tasks of this page, newest first.
       * @example [
       *       {
       *         "id": "task_9f2k41",
       *         "title": "Write the launch announcement",
       *         "description": "Blog post and e-mail. Marketing signs off by Friday.",
       *         "status": "open",
       *         "priority": "high",
       *         "project_id": "proj_web01",
       *         "assignee_id": "user_priya",
       *         "due_at": "2025-10-31T17:00:00Z",
       *         "labels": [
       *           "launch",
       *           "writing"
       *         ],
       *         "created_at": "2025-10-14T10:30:00Z",
       *         "updated_at": "2025-10-14T10:30:00Z"
       *       }
       *     ]
       */
      data: components['schemas']['Task'][];
      /**
       * @description Whether another page follows.
       * @example true
       */
      has_more: boolean;
      /**
       * @description Send this as `cursor` to get the next page. Null on the last page.
       * @example eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0
       */
      next_cursor: string | null;
    };
    /**
     * @description Whether a project is being worked on (`active`) or has been put away (`archived`).
     * @example active
     * @enum {string}
     */
    ProjectStatus: 'active' | 'archived';
    /**
     * @description A named group of tasks with an owner.
     * @example {
     *       "id": "proj_web01",
     *       "name": "Website relaunch",
     *       "description": "New design, new content, same address.",
     *       "status": "active",
     *       "owner_id": "user_lukas",
     *       "created_at": "2025-08-18T08:00:00Z",
     *       "updated_at": "2025-10-01T09:30:00Z"
     *     }
     */
    Project: {
      /**
       * @description Unique id of the project, with the prefix `proj_`.
       * @example proj_web01
       */
      readonly id: string;
      /**
       * @description What the project is called.
       * @example Website relaunch
       */
      name: string;
      /**
       * @description What the project is about, as Markdown, or null.
       * @example New design, new content, same address.
       */
      description: string | null;
      status: components['schemas']['ProjectStatus'];
      /**
       * @description The user who answers for the project, or null.
       * @example user_lukas
       */
      owner_id: string | null;
      /**
       * Format: date-time
       * @description When the project was created.
       * @example 2025-08-18T08:00:00Z
       */
      readonly created_at: string;
      /**
       * Format: date-time
       * @description When the project was last changed.
       * @example 2025-10-01T09:30:00Z
       */
      readonly updated_at: string;
    };
    /**
     * @description The project to create.
     * @example {
     *       "name": "Website relaunch",
     *       "description": "New design, new content, same address.",
     *       "owner_id": "user_lukas"
     *     }
     */
    ProjectCreate: {
      /**
       * @description What the project shall be called.
       * @example Website relaunch
       */
      name: string;
      /**
       * @description What the project is about, as Markdown.
       * @default null
       * @example New design, new content, same address.
       */
      description?: string | null;
      /**
       * @description Whether the project is being worked on. Without it, `active`.
       * @default active
       */
      status?: components['schemas']['ProjectStatus'];
      /**
       * @description The user who shall answer for the project.
       * @default null
       * @example user_lukas
       */
      owner_id?: string | null;
    };
    /**
     * @description The fields of a project to change. Those left out stay as they are.
     * @example {
     *       "status": "archived"
     *     }
     */
    ProjectUpdate: {
      /**
       * @description What the project shall be called.
       * @example Website relaunch 2026
       */
      name?: string;
      /**
       * @description What the project is about, as Markdown, or null to remove it.
       * @example New design, new content, same address.
       */
      description?: string | null;
      status?: components['schemas']['ProjectStatus'];
      /**
       * @description The user who shall answer for the project, or null for nobody.
       * @example user_mei
       */
      owner_id?: string | null;
    };
    /**
     * @description One page of projects.
     * @example {
     *       "data": [
     *         {
     *           "id": "proj_web01",
     *           "name": "Website relaunch",
     *           "description": "New design, new content, same address.",
     *           "status": "active",
     *           "owner_id": "user_lukas",
     *           "created_at": "2025-08-18T08:00:00Z",
     *           "updated_at": "2025-10-01T09:30:00Z"
     *         }
     *       ],
     *       "has_more": true,
     *       "next_cursor": "eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0"
     *     }
     */
    ProjectPage: {
      /**
       * @description The projects of this page, newest first.
       * @example [
       *       {
       *         "id": "proj_web01",
       *         "name": "Website relaunch",
       *         "description": "New design, new content, same address.",
       *         "status": "active",
       *         "owner_id": "user_lukas",
       *         "created_at": "2025-08-18T08:00:00Z",
       *         "updated_at": "2025-10-01T09:30:00Z"
       *       }
       *     ]
       */
      data: components['schemas']['Project'][];
      /**
       * @description Whether another page follows.
       * @example true
       */
      has_more: boolean;
      /**
       * @description Send this as `cursor` to get the next page. Null on the last page.
       * @example eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0
       */
      next_cursor: string | null;
    };
    /**
     * @description What a person may do in the account. A `member` works, a `manager` plans, an `admin` decides.
     * @example member
     * @enum {string}
     */
    UserRole: 'member' | 'manager' | 'admin';
    /**
     * @description A person in your account.
     * @example {
     *       "id": "user_amara",
     *       "name": "Amara Okafor",
     *       "email": "amara.okafor@example.com",
     *       "role": "admin",
     *       "avatar_url": "https://example.com/avatars/amara.png",
     *       "created_at": "2025-01-06T08:00:00Z",
     *       "updated_at": "2025-06-12T10:15:00Z"
     *     }
     */
    User: {
      /**
       * @description Unique id of the user, with the prefix `user_`.
       * @example user_amara
       */
      readonly id: string;
      /**
       * @description The person's name.
       * @example Amara Okafor
       */
      name: string;
      /**
       * Format: email
       * @description The person's e-mail address.
       * @example amara.okafor@example.com
       */
      email: string;
      role: components['schemas']['UserRole'];
      /**
       * Format: uri
       * @description A picture of the person, or null.
       * @example https://example.com/avatars/amara.png
       */
      avatar_url: string | null;
      /**
       * Format: date-time
       * @description When the user joined the account.
       * @example 2025-01-06T08:00:00Z
       */
      readonly created_at: string;
      /**
       * Format: date-time
       * @description When the user was last changed.
       * @example 2025-06-12T10:15:00Z
       */
      readonly updated_at: string;
    };
    /**
     * @description The fields of a user to change. Those left out stay as they are.
     * @example {
     *       "role": "manager"
     *     }
     */
    UserUpdate: {
      /**
       * @description The person's name.
       * @example Amara Okafor-Lund
       */
      name?: string;
      /**
       * Format: email
       * @description The person's e-mail address.
       * @example amara.lund@example.com
       */
      email?: string;
      role?: components['schemas']['UserRole'];
      /**
       * Format: uri
       * @description A picture of the person, or null to remove it.
       * @example https://example.com/avatars/amara-2.png
       */
      avatar_url?: string | null;
    };
    /**
     * @description One page of users.
     * @example {
     *       "data": [
     *         {
     *           "id": "user_amara",
     *           "name": "Amara Okafor",
     *           "email": "amara.okafor@example.com",
     *           "role": "admin",
     *           "avatar_url": "https://example.com/avatars/amara.png",
     *           "created_at": "2025-01-06T08:00:00Z",
     *           "updated_at": "2025-06-12T10:15:00Z"
     *         }
     *       ],
     *       "has_more": true,
     *       "next_cursor": "eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0"
     *     }
     */
    UserPage: {
      /**
       * @description The users of this page, newest first.
       * @example [
       *       {
       *         "id": "user_amara",
       *         "name": "Amara Okafor",
       *         "email": "amara.okafor@example.com",
       *         "role": "admin",
       *         "avatar_url": "https://example.com/avatars/amara.png",
       *         "created_at": "2025-01-06T08:00:00Z",
       *         "updated_at": "2025-06-12T10:15:00Z"
       *       }
       *     ]
       */
      data: components['schemas']['User'][];
      /**
       * @description Whether another page follows.
       * @example true
       */
      has_more: boolean;
      /**
       * @description Send this as `cursor` to get the next page. Null on the last page.
       * @example eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0
       */
      next_cursor: string | null;
    };
    /**
     * @description One window of the rate limit and what is left of it.
     * @example {
     *       "name": "minute",
     *       "limit": 500,
     *       "remaining": 488,
     *       "window_seconds": 60,
     *       "reset": 1760437860,
     *       "reset_at": "2025-10-14T10:31:00Z"
     *     }
     */
    RateLimitWindow: {
      /**
       * @description Name of the window, as in the headers `RateLimit-Policy` and `RateLimit`.
       * @example minute
       */
      name: string;
      /**
       * @description How many requests the window allows.
       * @example 500
       */
      limit: number;
      /**
       * @description How many requests are left.
       * @example 488
       */
      remaining: number;
      /**
       * @description How long the window is, in seconds.
       * @example 60
       */
      window_seconds: number;
      /**
       * Format: int64
       * @description When the window starts again, in seconds since 1970 (UTC).
       * @example 1760437860
       */
      reset: number;
      /**
       * Format: date-time
       * @description When the window starts again, as a timestamp.
       * @example 2025-10-14T10:31:00Z
       */
      reset_at: string;
    };
    /**
     * @description The rate limit of the calling key. The outer fields describe the hourly window, `windows` every one.
     * @example {
     *       "limit": 10000,
     *       "remaining": 9847,
     *       "reset": 1760439600,
     *       "reset_at": "2025-10-14T11:00:00Z",
     *       "plan": "professional",
     *       "windows": [
     *         {
     *           "name": "hour",
     *           "limit": 10000,
     *           "remaining": 9847,
     *           "window_seconds": 3600,
     *           "reset": 1760439600,
     *           "reset_at": "2025-10-14T11:00:00Z"
     *         },
     *         {
     *           "name": "minute",
     *           "limit": 500,
     *           "remaining": 488,
     *           "window_seconds": 60,
     *           "reset": 1760437860,
     *           "reset_at": "2025-10-14T10:31:00Z"
     *         }
     *       ]
     *     }
     */
    RateLimitStatus: {
      /**
       * @description How many requests the key may make per hour.
       * @example 10000
       */
      limit: number;
      /**
       * @description How many requests are left in the current hour's window.
       * @example 9847
       */
      remaining: number;
      /**
       * Format: int64
       * @description When the hourly window starts again, in seconds since 1970 (UTC).
       * @example 1760439600
       */
      reset: number;
      /**
       * Format: date-time
       * @description When the hourly window starts again, as a timestamp.
       * @example 2025-10-14T11:00:00Z
       */
      reset_at: string;
      plan: components['schemas']['Plan'];
      /**
       * @description Every window of the key, the longest first.
       * @example [
       *       {
       *         "name": "minute",
       *         "limit": 500,
       *         "remaining": 488,
       *         "window_seconds": 60,
       *         "reset": 1760437860,
       *         "reset_at": "2025-10-14T10:31:00Z"
       *       }
       *     ]
       */
      windows: components['schemas']['RateLimitWindow'][];
    };
    /**
     * @description Whether events are sent to an endpoint (`enabled`) or not (`disabled`).
     * @example enabled
     * @enum {string}
     */
    WebhookEndpointStatus: 'enabled' | 'disabled';
    /**
     * @description How a delivery ended, with a `2xx` answer (`delivered`), or with another answer or none (`failed`).
     * @example delivered
     * @enum {string}
     */
    WebhookDeliveryStatus: 'delivered' | 'failed';
    /**
     * @description A URL of yours that receives events.
     * @example {
     *       "id": "we_4hooks",
     *       "url": "https://example.com/hooks/product",
     *       "description": "Syncs tasks into the data warehouse",
     *       "events": [
     *         "task.created",
     *         "task.updated"
     *       ],
     *       "status": "enabled",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "updated_at": "2025-10-14T10:30:00Z"
     *     }
     */
    WebhookEndpoint: {
      /**
       * @description Unique id of the endpoint, with the prefix `we_`.
       * @example we_4hooks
       */
      readonly id: string;
      /**
       * Format: uri
       * @description Where events are sent. Use `https`; plain `http` is for a loopback address during development.
       * @example https://example.com/hooks/product
       */
      url: string;
      /**
       * @description Notes about the endpoint, or null.
       * @example Syncs tasks into the data warehouse
       */
      description: string | null;
      /**
       * @description The types of event that the endpoint receives.
       * @example [
       *       "task.created",
       *       "task.updated"
       *     ]
       */
      events: components['schemas']['WebhookEventType'][];
      status: components['schemas']['WebhookEndpointStatus'];
      /**
       * Format: date-time
       * @description When the endpoint was created.
       * @example 2025-10-14T10:30:00Z
       */
      readonly created_at: string;
      /**
       * Format: date-time
       * @description When the endpoint was last changed.
       * @example 2025-10-14T10:30:00Z
       */
      readonly updated_at: string;
    };
    /**
     * @description An endpoint with its signing secret. This is the only time the secret is shown, so store it at once.
     * @example {
     *       "id": "we_4hooks",
     *       "secret": "whsec_bW9jay1zZWNyZXQtZm9yLWRvY3Mtb25seQ==",
     *       "url": "https://example.com/hooks/product",
     *       "description": "Syncs tasks into the data warehouse",
     *       "events": [
     *         "task.created",
     *         "task.updated"
     *       ],
     *       "status": "enabled",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "updated_at": "2025-10-14T10:30:00Z"
     *     }
     */
    WebhookEndpointWithSecret: components['schemas']['WebhookEndpoint'] & {
      /**
       * @description The key that signs events, `whsec_` and base64 (Standard Webhooks). It cannot be read again.
       * @example whsec_bW9jay1zZWNyZXQtZm9yLWRvY3Mtb25seQ==
       */
      readonly secret: string;
    };
    /**
     * @description The endpoint to create.
     * @example {
     *       "url": "https://example.com/hooks/product",
     *       "events": [
     *         "task.created",
     *         "task.updated"
     *       ]
     *     }
     */
    WebhookEndpointCreate: {
      /**
       * Format: uri
       * @description Where events shall be sent. Use `https`; plain `http` is for a loopback address during development.
       * @example https://example.com/hooks/product
       */
      url: string;
      /**
       * @description Notes about the endpoint.
       * @default null
       * @example Syncs tasks into the data warehouse
       */
      description?: string | null;
      /**
       * @description The types of event that the endpoint shall receive.
       * @example [
       *       "task.created",
       *       "task.updated"
       *     ]
       */
      events: components['schemas']['WebhookEventType'][];
      /**
       * @description Whether events shall be sent at once. Without it, `enabled`.
       * @default enabled
       */
      status?: components['schemas']['WebhookEndpointStatus'];
    };
    /**
     * @description The fields of an endpoint to change. Those left out stay as they are.
     * @example {
     *       "status": "disabled"
     *     }
     */
    WebhookEndpointUpdate: {
      /**
       * Format: uri
       * @description Where events shall be sent from now on.
       * @example https://example.com/hooks/product-v2
       */
      url?: string;
      /**
       * @description Notes about the endpoint, or null to remove them.
       * @example Syncs tasks into the data warehouse
       */
      description?: string | null;
      /**
       * @description The types of event from now on. They replace the present ones.
       * @example [
       *       "task.created",
       *       "task.updated",
       *       "task.deleted"
       *     ]
       */
      events?: components['schemas']['WebhookEventType'][];
      status?: components['schemas']['WebhookEndpointStatus'];
    };
    /**
     * @description Which event to send as a test.
     * @example {
     *       "type": "task.created"
     *     }
     */
    WebhookEndpointTest: {
      /** @description The type of the event. Without it, the first type that the endpoint receives. */
      type?: components['schemas']['WebhookEventType'];
    };
    /**
     * @description How to rotate the secret of an endpoint.
     * @example {
     *       "grace_period_seconds": 86400
     *     }
     */
    WebhookSecretRotate: {
      /**
       * @description For how many seconds events are signed with the old secret as well as the new one, up to seven days.
       * @default 0
       * @example 86400
       */
      grace_period_seconds?: number;
    };
    /**
     * @description One attempt to send an event to an endpoint.
     * @example {
     *       "id": "dlv_6p0s71",
     *       "webhook_endpoint_id": "we_4hooks",
     *       "event_id": "evt_5tq8r2",
     *       "event_type": "task.created",
     *       "status": "delivered",
     *       "response_status": 204,
     *       "attempted_at": "2025-10-14T10:30:00Z"
     *     }
     */
    WebhookDelivery: {
      /**
       * @description Unique id of the delivery, with the prefix `dlv_`.
       * @example dlv_6p0s71
       */
      id: string;
      /**
       * @description The endpoint to which the event was sent.
       * @example we_4hooks
       */
      webhook_endpoint_id: string;
      /**
       * @description The event that was sent, as in its header `webhook-id`.
       * @example evt_5tq8r2
       */
      event_id: string;
      event_type: components['schemas']['WebhookEventType'];
      status: components['schemas']['WebhookDeliveryStatus'];
      /**
       * @description The status code that the endpoint answered, or null if no answer came.
       * @example 204
       */
      response_status: number | null;
      /**
       * Format: date-time
       * @description When the event was sent.
       * @example 2025-10-14T10:30:00Z
       */
      attempted_at: string;
    };
    /**
     * @description One page of webhook endpoints.
     * @example {
     *       "data": [
     *         {
     *           "id": "we_4hooks",
     *           "url": "https://example.com/hooks/product",
     *           "description": "Syncs tasks into the data warehouse",
     *           "events": [
     *             "task.created",
     *             "task.updated"
     *           ],
     *           "status": "enabled",
     *           "created_at": "2025-10-14T10:30:00Z",
     *           "updated_at": "2025-10-14T10:30:00Z"
     *         }
     *       ],
     *       "has_more": true,
     *       "next_cursor": "eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0"
     *     }
     */
    WebhookEndpointPage: {
      /**
       * @description The webhook endpoints of this page, newest first.
       * @example [
       *       {
       *         "id": "we_4hooks",
       *         "url": "https://example.com/hooks/product",
       *         "description": "Syncs tasks into the data warehouse",
       *         "events": [
       *           "task.created",
       *           "task.updated"
       *         ],
       *         "status": "enabled",
       *         "created_at": "2025-10-14T10:30:00Z",
       *         "updated_at": "2025-10-14T10:30:00Z"
       *       }
       *     ]
       */
      data: components['schemas']['WebhookEndpoint'][];
      /**
       * @description Whether another page follows.
       * @example true
       */
      has_more: boolean;
      /**
       * @description Send this as `cursor` to get the next page. Null on the last page.
       * @example eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0
       */
      next_cursor: string | null;
    };
    /**
     * @description An attempt to use a key that was refused.
     * @example {
     *       "api_key_id": "key_abc123",
     *       "code": "invalid_api_key",
     *       "ip": "203.0.113.7",
     *       "user_agent": "curl/8.9.1",
     *       "failed_at": "2025-10-14T10:30:00Z"
     *     }
     */
    ApiKeyAuthFailure: {
      /**
       * @description The key that the request named.
       * @example key_abc123
       */
      api_key_id: string;
      /** @description Why it was refused, one of the codes of status 401. */
      code: components['schemas']['ProblemCode'];
      /**
       * @description The IP address from which the request came.
       * @example 203.0.113.7
       */
      ip: string;
      /**
       * @description The `User-Agent` of the request, or null if it had none.
       * @example curl/8.9.1
       */
      user_agent: string | null;
      /**
       * Format: date-time
       * @description When the request was refused.
       * @example 2025-10-14T10:30:00Z
       */
      failed_at: string;
    };
    /**
     * @description A place from which a key was used for the first time.
     * @example {
     *       "api_key_id": "key_abc123",
     *       "ip": "203.0.113.7",
     *       "country": "PT",
     *       "user_agent": "curl/8.9.1",
     *       "used_at": "2025-10-14T10:30:00Z"
     *     }
     */
    ApiKeyLocation: {
      /**
       * @description The key that was used.
       * @example key_abc123
       */
      api_key_id: string;
      /**
       * @description The IP address from which the request came.
       * @example 203.0.113.7
       */
      ip: string;
      /**
       * @description The country of the address (ISO 3166-1 alpha-2), or null if it is not known.
       * @example PT
       */
      country: string | null;
      /**
       * @description The `User-Agent` of the request, or null if it had none.
       * @example curl/8.9.1
       */
      user_agent: string | null;
      /**
       * Format: date-time
       * @description When the key was used there first.
       * @example 2025-10-14T10:30:00Z
       */
      used_at: string;
    };
    /**
     * @description A window of a key's rate limit that is used up.
     * @example {
     *       "api_key_id": "key_abc123",
     *       "plan": "professional",
     *       "window": "minute",
     *       "limit": 500,
     *       "window_seconds": 60,
     *       "reset_at": "2025-10-14T10:31:00Z"
     *     }
     */
    RateLimitNotice: {
      /**
       * @description The key whose window is used up.
       * @example key_abc123
       */
      api_key_id: string;
      plan: components['schemas']['Plan'];
      /**
       * @description Name of the window, as in the header `RateLimit-Policy`.
       * @example minute
       */
      window: string;
      /**
       * @description How many requests the window allows.
       * @example 500
       */
      limit: number;
      /**
       * @description How long the window is, in seconds.
       * @example 60
       */
      window_seconds: number;
      /**
       * Format: date-time
       * @description When the window starts again.
       * @example 2025-10-14T10:31:00Z
       */
      reset_at: string;
    };
    /**
     * @description What happened, as `object.verb`.
     *
     *     - `api_key.created`: an API key was created.
     *     - `api_key.updated`: an API key was updated.
     *     - `api_key.rotated`: an API key was rotated.
     *     - `api_key.revoked`: an API key was revoked.
     *     - `api_key.expiring`: an API key is about to expire.
     *     - `api_key.expired`: an API key has expired.
     *     - `api_key.renewed`: an API key was renewed.
     *     - `api_key.auth_failed`: an authentication failed.
     *     - `api_key.used_from_new_location`: an API key was used from a new location.
     *     - `rate_limit.reached`: a rate limit was reached.
     *     - `quota.exceeded`: the quota was exceeded.
     *     - `task.created`: a task was created.
     *     - `task.updated`: a task was updated.
     *     - `task.deleted`: a task was deleted.
     *     - `project.created`: a project was created.
     *     - `project.updated`: a project was updated.
     *     - `project.deleted`: a project was deleted.
     * @example task.created
     * @enum {string}
     */
    WebhookEventType:
      | 'api_key.created'
      | 'api_key.updated'
      | 'api_key.rotated'
      | 'api_key.revoked'
      | 'api_key.expiring'
      | 'api_key.expired'
      | 'api_key.renewed'
      | 'api_key.auth_failed'
      | 'api_key.used_from_new_location'
      | 'rate_limit.reached'
      | 'quota.exceeded'
      | 'task.created'
      | 'task.updated'
      | 'task.deleted'
      | 'project.created'
      | 'project.updated'
      | 'project.deleted';
    /**
     * @description Sent when a key was created, by whatever means. It does not hold the secret.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.created",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "active",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": null,
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyCreatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.created`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.created';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The new key. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when the name, description, scopes, expiry or auto-renewal of a key was changed.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.updated",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App (updated)",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write",
     *           "projects:read"
     *         ],
     *         "mode": "live",
     *         "status": "active",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": null,
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyUpdatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.updated`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.updated';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key as it is now. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when a key was given a new secret. It does not hold the secret.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.rotated",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_zY9...",
     *         "tail": "k7Lm23",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "active",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": null,
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyRotatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.rotated`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.rotated';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key with its new prefix and tail. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when a key was switched off. Requests with it fail from that moment.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.revoked",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "revoked",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": null,
     *         "revoked_at": "2025-10-14T10:30:00Z",
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyRevokedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.revoked`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.revoked';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key, now revoked. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent 30 days before a key expires, so that you can extend or replace it in time.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.expiring",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "active",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": "2025-11-13T10:30:00Z",
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyExpiringEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.expiring`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.expiring';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key that is about to expire. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when the expiry of a key has passed. Requests with it fail from that moment.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.expired",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "expired",
     *         "plan": "professional",
     *         "auto_renew": false,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": "2025-10-14T10:30:00Z",
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyExpiredEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.expired`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.expired';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key, now expired. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when a key with `auto_renew` renewed itself. The secret stays the same, so nothing needs to change.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.renewed",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "key_abc123",
     *         "name": "Production App",
     *         "description": "Main application backend",
     *         "prefix": "sk_live_mock_aB3...",
     *         "tail": "23vrLh",
     *         "permissions": [
     *           "tasks:read",
     *           "tasks:write"
     *         ],
     *         "mode": "live",
     *         "status": "active",
     *         "plan": "enterprise",
     *         "auto_renew": true,
     *         "created_at": "2025-01-01T00:00:00Z",
     *         "last_used": "2025-10-14T10:30:00Z",
     *         "expires_at": "2026-11-13T10:30:00Z",
     *         "revoked_at": null,
     *         "usage": {
     *           "requests_today": 1234,
     *           "requests_this_month": 45678
     *         }
     *       }
     *     }
     */
    ApiKeyRenewedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.renewed`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.renewed';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The key with its new expiry. */
      data: components['schemas']['ApiKey'];
    };
    /**
     * @description Sent when a request was refused with 401 although it named one of your keys.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.auth_failed",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "api_key_id": "key_abc123",
     *         "code": "invalid_api_key",
     *         "ip": "203.0.113.7",
     *         "user_agent": "curl/8.9.1",
     *         "failed_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    ApiKeyAuthFailedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.auth_failed`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.auth_failed';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The attempt that was refused. */
      data: components['schemas']['ApiKeyAuthFailure'];
    };
    /**
     * @description Sent when a key was used from an address from which it had not been used before. If it was not you, revoke the key.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "api_key.used_from_new_location",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "api_key_id": "key_abc123",
     *         "ip": "203.0.113.7",
     *         "country": "PT",
     *         "user_agent": "curl/8.9.1",
     *         "used_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    ApiKeyUsedFromNewLocationEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `api_key.used_from_new_location`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'api_key.used_from_new_location';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The place from which the key was used. */
      data: components['schemas']['ApiKeyLocation'];
    };
    /**
     * @description Sent once per window, when the first request is refused with 429. The hourly window of a live key sends `quota.exceeded` instead.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "rate_limit.reached",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "api_key_id": "key_abc123",
     *         "plan": "professional",
     *         "window": "minute",
     *         "limit": 500,
     *         "window_seconds": 60,
     *         "reset_at": "2025-10-14T10:31:00Z"
     *       }
     *     }
     */
    RateLimitReachedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `rate_limit.reached`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'rate_limit.reached';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The window that is used up. */
      data: components['schemas']['RateLimitNotice'];
    };
    /**
     * @description Sent once per hour, when the first request of a live key is refused with 429 since its hourly quota is used up. Test keys do not count against the quota.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "quota.exceeded",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "api_key_id": "key_abc123",
     *         "plan": "professional",
     *         "window": "hour",
     *         "limit": 10000,
     *         "window_seconds": 3600,
     *         "reset_at": "2025-10-14T11:00:00Z"
     *       }
     *     }
     */
    QuotaExceededEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `quota.exceeded`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'quota.exceeded';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The hourly window that is used up. */
      data: components['schemas']['RateLimitNotice'];
    };
    /**
     * @description Sent when a task was created.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "task.created",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "task_9f2k41",
     *         "title": "Write the launch announcement",
     *         "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *         "status": "open",
     *         "priority": "high",
     *         "project_id": "proj_web01",
     *         "assignee_id": "user_priya",
     *         "due_at": "2025-10-31T17:00:00Z",
     *         "labels": [
     *           "launch",
     *           "writing"
     *         ],
     *         "created_at": "2025-10-14T10:30:00Z",
     *         "updated_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    TaskCreatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `task.created`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'task.created';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The new task. */
      data: components['schemas']['Task'];
    };
    /**
     * @description Sent when a field of a task was changed.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "task.updated",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "task_9f2k41",
     *         "title": "Write the launch announcement",
     *         "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *         "status": "done",
     *         "priority": "high",
     *         "project_id": "proj_web01",
     *         "assignee_id": "user_priya",
     *         "due_at": "2025-10-31T17:00:00Z",
     *         "labels": [
     *           "launch",
     *           "writing"
     *         ],
     *         "created_at": "2025-10-14T10:30:00Z",
     *         "updated_at": "2025-10-14T16:45:00Z"
     *       }
     *     }
     */
    TaskUpdatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `task.updated`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'task.updated';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The task as it is now. */
      data: components['schemas']['Task'];
    };
    /**
     * @description Sent when a task was deleted.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "task.deleted",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "task_9f2k41",
     *         "title": "Write the launch announcement",
     *         "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *         "status": "open",
     *         "priority": "high",
     *         "project_id": "proj_web01",
     *         "assignee_id": "user_priya",
     *         "due_at": "2025-10-31T17:00:00Z",
     *         "labels": [
     *           "launch",
     *           "writing"
     *         ],
     *         "created_at": "2025-10-14T10:30:00Z",
     *         "updated_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    TaskDeletedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `task.deleted`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'task.deleted';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The task as it was before. */
      data: components['schemas']['Task'];
    };
    /**
     * @description Sent when a project was created.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "project.created",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "proj_web01",
     *         "name": "Website relaunch",
     *         "description": "New design, new content, same address.",
     *         "status": "active",
     *         "owner_id": "user_lukas",
     *         "created_at": "2025-08-18T08:00:00Z",
     *         "updated_at": "2025-10-01T09:30:00Z"
     *       }
     *     }
     */
    ProjectCreatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `project.created`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'project.created';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The new project. */
      data: components['schemas']['Project'];
    };
    /**
     * @description Sent when a field of a project was changed.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "project.updated",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "proj_web01",
     *         "name": "Website relaunch",
     *         "description": "New design, new content, same address.",
     *         "status": "archived",
     *         "owner_id": "user_lukas",
     *         "created_at": "2025-08-18T08:00:00Z",
     *         "updated_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    ProjectUpdatedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `project.updated`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'project.updated';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The project as it is now. */
      data: components['schemas']['Project'];
    };
    /**
     * @description Sent when a project was deleted.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "project.deleted",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "proj_web01",
     *         "name": "Website relaunch",
     *         "description": "New design, new content, same address.",
     *         "status": "active",
     *         "owner_id": "user_lukas",
     *         "created_at": "2025-08-18T08:00:00Z",
     *         "updated_at": "2025-10-01T09:30:00Z"
     *       }
     *     }
     */
    ProjectDeletedEvent: {
      /**
       * @description Unique id of the event, as in the header `webhook-id`.
       * @example evt_5tq8r2
       */
      id: string;
      /**
       * @description Always `project.deleted`. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'project.deleted';
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2025-10-14T10:30:00Z
       */
      created_at: string;
      /** @description Whether it happened to live or to test data. */
      mode: components['schemas']['ApiKeyMode'];
      /** @description The project as it was before. */
      data: components['schemas']['Project'];
    };
    /**
     * @description Any event. The field `type` tells which, and with it what `data` holds.
     * @example {
     *       "id": "evt_5tq8r2",
     *       "type": "task.created",
     *       "created_at": "2025-10-14T10:30:00Z",
     *       "mode": "live",
     *       "data": {
     *         "id": "task_9f2k41",
     *         "title": "Write the launch announcement",
     *         "description": "Blog post and e-mail. Marketing signs off by Friday.",
     *         "status": "open",
     *         "priority": "high",
     *         "project_id": "proj_web01",
     *         "assignee_id": "user_priya",
     *         "due_at": "2025-10-31T17:00:00Z",
     *         "labels": [
     *           "launch",
     *           "writing"
     *         ],
     *         "created_at": "2025-10-14T10:30:00Z",
     *         "updated_at": "2025-10-14T10:30:00Z"
     *       }
     *     }
     */
    WebhookEvent:
      | components['schemas']['ApiKeyCreatedEvent']
      | components['schemas']['ApiKeyUpdatedEvent']
      | components['schemas']['ApiKeyRotatedEvent']
      | components['schemas']['ApiKeyRevokedEvent']
      | components['schemas']['ApiKeyExpiringEvent']
      | components['schemas']['ApiKeyExpiredEvent']
      | components['schemas']['ApiKeyRenewedEvent']
      | components['schemas']['ApiKeyAuthFailedEvent']
      | components['schemas']['ApiKeyUsedFromNewLocationEvent']
      | components['schemas']['RateLimitReachedEvent']
      | components['schemas']['QuotaExceededEvent']
      | components['schemas']['TaskCreatedEvent']
      | components['schemas']['TaskUpdatedEvent']
      | components['schemas']['TaskDeletedEvent']
      | components['schemas']['ProjectCreatedEvent']
      | components['schemas']['ProjectUpdatedEvent']
      | components['schemas']['ProjectDeletedEvent'];
    /**
     * @description What is exchanged for a token, a key (`client_credentials`) or a refresh token (`refresh_token`).
     * @example client_credentials
     * @enum {string}
     */
    GrantType: 'client_credentials' | 'refresh_token';
    /**
     * @description The form that asks for an access token (RFC 6749). Fields that are not known are ignored.
     * @example {
     *       "grant_type": "client_credentials",
     *       "scope": "tasks:read tasks:write"
     *     }
     */
    AccessTokenRequest: {
      grant_type: components['schemas']['GrantType'];
      /**
       * @description The scopes wanted, separated by spaces. Without it, all scopes of the key, or of the refresh token.
       * @example tasks:read tasks:write
       */
      scope?: string;
      /**
       * @description The refresh token to exchange. Required with the grant `refresh_token`.
       * @example rt_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7
       */
      refresh_token?: string;
      /**
       * @description The id of the key, unless it is sent by HTTP Basic.
       * @example key_abc123
       */
      client_id?: string;
      /**
       * @description The key in full, unless it is sent by HTTP Basic.
       * @example sk_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x94Zzlqh
       */
      client_secret?: string;
    };
    /**
     * @description An access token, and a refresh token to get the next one with.
     * @example {
     *       "access_token": "at_test_mock_zY9xW7vU5tS3rQ1pN9mL7kJ5",
     *       "token_type": "Bearer",
     *       "expires_in": 3600,
     *       "scope": "tasks:read tasks:write",
     *       "refresh_token": "rt_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7"
     *     }
     */
    AccessToken: {
      /**
       * @description The token. Send it as the bearer token until it expires.
       * @example at_test_mock_zY9xW7vU5tS3rQ1pN9mL7kJ5
       */
      access_token: string;
      /**
       * @description Always `Bearer`.
       * @example Bearer
       * @constant
       */
      token_type: 'Bearer';
      /**
       * @description For how many seconds from now the token is valid.
       * @example 3600
       */
      expires_in: number;
      /**
       * @description The scopes of the token, separated by spaces.
       * @example tasks:read tasks:write
       */
      scope: string;
      /**
       * @description Good for one exchange within 30 days, which answers a new one.
       * @example rt_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7
       */
      refresh_token: string;
    };
    /**
     * @description The reason of an error as a stable word to branch on.
     *
     *     - `malformed_request` (400): the JSON, the query, the path or the `Idempotency-Key` cannot be read.
     *     - `missing_credentials` (401): there is no `Authorization` header.
     *     - `malformed_credentials` (401): the header is not `Bearer` followed by a key or an access token.
     *     - `invalid_api_key` (401): no such key or access token opens anything: it never did, was revoked, or was replaced.
     *     - `expired_api_key` (401): the key or access token was valid once; its time has passed.
     *     - `insufficient_scope` (403): the key lacks the scope in `required_scope`.
     *     - `plan_required` (403): the key's plan does not include this feature.
     *     - `not_found` (404): there is no such path or object, or the other mode holds it.
     *     - `method_not_allowed` (405): the path does not have this method; `Allow` lists those it has.
     *     - `conflict` (409): the present state of the object does not allow this.
     *     - `idempotency_in_progress` (409): the first request with this `Idempotency-Key` has not finished yet.
     *     - `body_too_large` (413): the body is larger than one mebibyte.
     *     - `unsupported_media_type` (415): the `Content-Type` is not one the operation reads.
     *     - `validation_failed` (422): a field or parameter is wrong; `errors` lists each.
     *     - `idempotency_key_reused` (422): the `Idempotency-Key` was used before with another body.
     *     - `rate_limit_exceeded` (429): a window of the rate limit is used up.
     *     - `internal_error` (500): the service failed. The request may be repeated.
     *     - `service_unavailable` (503): the service is down for a moment. The request may be repeated.
     * @example not_found
     * @enum {string}
     */
    ProblemCode:
      | 'malformed_request'
      | 'missing_credentials'
      | 'malformed_credentials'
      | 'invalid_api_key'
      | 'expired_api_key'
      | 'insufficient_scope'
      | 'plan_required'
      | 'not_found'
      | 'method_not_allowed'
      | 'conflict'
      | 'idempotency_in_progress'
      | 'body_too_large'
      | 'unsupported_media_type'
      | 'validation_failed'
      | 'idempotency_key_reused'
      | 'rate_limit_exceeded'
      | 'internal_error'
      | 'service_unavailable';
    /**
     * @description An error, in the form of RFC 9457 with a code, a message and the id of the request.
     * @example {
     *       "type": "https://api.example.com/problems/not-found",
     *       "title": "Not found",
     *       "status": 404,
     *       "detail": "There is no task with the id task_nope.",
     *       "instance": "/v1/tasks/task_nope",
     *       "code": "not_found",
     *       "message": "There is no task with the id task_nope.",
     *       "request_id": "req_7Hq2mockX41"
     *     }
     */
    Problem: {
      /**
       * Format: uri
       * @description URI that names the kind of problem. Its last segment is the code, with hyphens.
       * @example https://api.example.com/problems/not-found
       */
      type: string;
      /**
       * @description Short name of the kind of problem, the same every time.
       * @example Not found
       */
      title: string;
      /**
       * @description The HTTP status code of the answer.
       * @example 404
       */
      status: number;
      /**
       * @description What went wrong this time, and what to do about it.
       * @example There is no task with the id task_nope.
       */
      detail: string;
      /**
       * Format: uri-reference
       * @description The path that was asked for.
       * @example /v1/tasks/task_nope
       */
      instance?: string;
      code: components['schemas']['ProblemCode'];
      /**
       * @description The same text as `detail`, for clients that read `message`.
       * @example There is no task with the id task_nope.
       */
      message: string;
      /**
       * @description The id of the request, as in the header `X-Request-Id`.
       * @example req_7Hq2mockX41
       */
      request_id: string;
    };
    /**
     * @description The error of a key that is valid but may not do this.
     * @example {
     *       "type": "https://api.example.com/problems/insufficient-scope",
     *       "title": "Insufficient scope",
     *       "status": 403,
     *       "detail": "This key may not do that; it needs the scope tasks:write.",
     *       "instance": "/v1/tasks",
     *       "code": "insufficient_scope",
     *       "message": "This key may not do that; it needs the scope tasks:write.",
     *       "request_id": "req_7Hq2mockX41",
     *       "required_scope": "tasks:write"
     *     }
     */
    PermissionProblem: components['schemas']['Problem'] & {
      /** @description The scope that the key lacks. Present when the code is `insufficient_scope`. */
      required_scope?: components['schemas']['Scope'];
      /** @description The plan that includes the feature. Present when the code is `plan_required`. */
      required_plan?: components['schemas']['Plan'];
    };
    /**
     * @description One thing that is wrong with a request, and where. It names either a `pointer` or a `parameter`.
     * @example {
     *       "pointer": "/title",
     *       "code": "required",
     *       "message": "title is required."
     *     }
     */
    FieldError: {
      /**
       * Format: json-pointer
       * @description JSON Pointer (RFC 6901) to the field in the body. The empty pointer is the whole body.
       * @example /title
       */
      pointer?: string;
      /**
       * @description Name of the query, path or header parameter.
       * @example limit
       */
      parameter?: string;
      /**
       * @description What is wrong, as a stable word, such as `required`, `type`, `format`, `enum`, `pattern`, `minimum`, `maximum`, `min_length`, `max_length`, `min_items`, `max_items`, `min_properties`, `unique_items` or `unknown_field`.
       * @example required
       */
      code: string;
      /**
       * @description What is wrong, as a sentence for people.
       * @example title is required.
       */
      message: string;
    };
    /**
     * @description The error of a request whose form could be read but whose content is wrong, with every fault found.
     * @example {
     *       "type": "https://api.example.com/problems/validation-failed",
     *       "title": "Validation failed",
     *       "status": 422,
     *       "detail": "The request has 1 fault; see errors.",
     *       "instance": "/v1/tasks",
     *       "code": "validation_failed",
     *       "message": "The request has 1 fault; see errors.",
     *       "request_id": "req_7Hq2mockX41",
     *       "errors": [
     *         {
     *           "pointer": "/title",
     *           "code": "required",
     *           "message": "title is required."
     *         }
     *       ]
     *     }
     */
    ValidationProblem: components['schemas']['Problem'] & {
      /**
       * @description Always `validation_failed`.
       * @example validation_failed
       * @constant
       */
      code?: 'validation_failed';
      /**
       * @description Every fault that was found, in the order of the fields.
       * @example [
       *       {
       *         "pointer": "/title",
       *         "code": "required",
       *         "message": "title is required."
       *       }
       *     ]
       */
      errors: components['schemas']['FieldError'][];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'validation_failed';
    };
    /**
     * @description The error of an `Idempotency-Key` that was used before with another body.
     * @example {
     *       "type": "https://api.example.com/problems/idempotency-key-reused",
     *       "title": "Idempotency key reused",
     *       "status": 422,
     *       "detail": "This Idempotency-Key was used with another body. Choose a new key.",
     *       "instance": "/v1/tasks",
     *       "code": "idempotency_key_reused",
     *       "message": "This Idempotency-Key was used with another body. Choose a new key.",
     *       "request_id": "req_7Hq2mockX41"
     *     }
     */
    IdempotencyKeyReusedProblem: components['schemas']['Problem'] & {
      /**
       * @description Always `idempotency_key_reused`.
       * @example idempotency_key_reused
       * @constant
       */
      code?: 'idempotency_key_reused';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'idempotency_key_reused';
    };
    /**
     * @description The error of a POST that could be read but not carried out. The code tells the two kinds apart.
     * @example {
     *       "type": "https://api.example.com/problems/idempotency-key-reused",
     *       "title": "Idempotency key reused",
     *       "status": 422,
     *       "detail": "This Idempotency-Key was used with another body. Choose a new key.",
     *       "instance": "/v1/tasks",
     *       "code": "idempotency_key_reused",
     *       "message": "This Idempotency-Key was used with another body. Choose a new key.",
     *       "request_id": "req_7Hq2mockX41"
     *     }
     */
    UnprocessableProblem:
      | components['schemas']['ValidationProblem']
      | components['schemas']['IdempotencyKeyReusedProblem'];
    /**
     * @description The reason why no token was issued (RFC 6749, section 5.2).
     *
     *     - `invalid_request`: a field is missing, repeated or malformed.
     *     - `invalid_client`: the id or the secret of the client is wrong (status 401).
     *     - `invalid_grant`: the refresh token is unknown, expired or used up.
     *     - `unauthorized_client`: this client may not use this grant.
     *     - `unsupported_grant_type`: the grant is neither `client_credentials` nor `refresh_token`.
     *     - `invalid_scope`: a scope is unknown, or the key does not carry it.
     * @example invalid_client
     * @enum {string}
     */
    OAuthErrorCode:
      | 'invalid_request'
      | 'invalid_client'
      | 'invalid_grant'
      | 'unauthorized_client'
      | 'unsupported_grant_type'
      | 'invalid_scope';
    /**
     * @description The error of the token endpoint, in the form of RFC 6749.
     * @example {
     *       "error": "invalid_client",
     *       "error_description": "The id or the secret of the client is wrong."
     *     }
     */
    OAuthError: {
      error: components['schemas']['OAuthErrorCode'];
      /**
       * @description What went wrong, as a sentence for developers.
       * @example The client secret is wrong.
       */
      error_description?: string;
      /**
       * Format: uri
       * @description A page that explains the error.
       * @example https://example.com/docs/oauth#invalid_client
       */
      error_uri?: string;
    };
  };
  responses: {
    /** @description The path exists but does not have this method. No operation answers this; it is the answer to a method without one. */
    MethodNotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        Allow: components['headers']['Allow'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request cannot be read. */
    BadRequest: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The credentials are missing or were refused. The code tells which. */
    Unauthorized: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        'WWW-Authenticate': components['headers']['BearerChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key is valid but lacks the scope `admin:*`. */
    AdminRequired: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        'WWW-Authenticate': components['headers']['ScopeChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PermissionProblem'];
      };
    };
    /** @description A query parameter is wrong. `errors` lists each fault. */
    InvalidParameters: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ValidationProblem'];
      };
    };
    /** @description A window of the rate limit is used up. Wait for `Retry-After`. */
    TooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service failed. The request may be repeated. */
    InternalError: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
    ServiceUnavailable: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        'Retry-After': components['headers']['RetryAfterIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key lacks the scope `admin:*`, or its plan does not include what was asked for. */
    AdminOrPlanRequired: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        'WWW-Authenticate': components['headers']['ScopeChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PermissionProblem'];
      };
    };
    /** @description An earlier request with the same `Idempotency-Key` has not finished yet. Send this one again in a moment. */
    IdempotencyConflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is larger than one mebibyte. */
    BodyTooLarge: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The `Content-Type` of the body is not one that the operation reads. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A field of the body is wrong, or the `Idempotency-Key` was used before with another body. */
    Unprocessable: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UnprocessableProblem'];
      };
    };
    /** @description There is no such object, or it belongs to the other mode. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The present state of the object does not allow this. */
    StateConflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A field of the body is wrong. `errors` lists each fault. */
    InvalidBody: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ValidationProblem'];
      };
    };
    /** @description The present state of the object does not allow this, or an earlier request with the same `Idempotency-Key` has not finished yet. */
    StateOrIdempotencyConflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key is valid but lacks the scope that this operation needs. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
        'X-RateLimit-Reset': components['headers']['RateLimitReset'];
        'RateLimit-Policy': components['headers']['RateLimitPolicy'];
        RateLimit: components['headers']['RateLimit'];
        'WWW-Authenticate': components['headers']['ScopeChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PermissionProblem'];
      };
    };
    /** @description No token was issued, since the request or the grant is wrong. */
    OAuthTokenRefused: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        'Cache-Control': components['headers']['NoStore'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description The id or the secret of the client is wrong, or the key expired or was revoked. */
    OAuthClientRefused: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        'Cache-Control': components['headers']['NoStore'];
        'WWW-Authenticate': components['headers']['BasicChallenge'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['OAuthError'];
      };
    };
    /** @description An earlier request with the same `Idempotency-Key` has not finished yet. Send this one again in a moment. */
    OAuthIdempotencyConflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is not `application/x-www-form-urlencoded`. */
    OAuthUnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The `Idempotency-Key` was used before with another body. */
    IdempotencyKeyReused: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['IdempotencyKeyReusedProblem'];
      };
    };
    /** @description Too many tokens were asked for. Wait for `Retry-After`. */
    OAuthTooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
        'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
        'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
        'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
        RateLimit: components['headers']['RateLimitIfKnown'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description How many objects a page may hold, from 1 to 100.
     * @example 50
     */
    Limit: number;
    /**
     * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
     * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
     */
    Cursor: string;
    /**
     * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
     * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
     */
    IdempotencyKey: string;
    /**
     * @description The id of the API key.
     * @example key_abc123
     */
    ApiKeyId: string;
    /**
     * @description The id of the task.
     * @example task_9f2k41
     */
    TaskId: string;
    /**
     * @description The id of the project.
     * @example proj_web01
     */
    ProjectId: string;
    /**
     * @description The id of the user.
     * @example user_amara
     */
    UserId: string;
    /**
     * @description The id of the webhook endpoint.
     * @example we_4hooks
     */
    WebhookEndpointId: string;
    /**
     * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
     * @example evt_5tq8r2
     */
    WebhookId: string;
    /**
     * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
     * @example 1760437800
     */
    WebhookTimestamp: number;
    /**
     * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
     * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
     */
    WebhookSignature: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Unique id of the request. Quote it when you ask support about an answer.
     * @example req_7Hq2mockX41
     */
    RequestId: string;
    /**
     * @description How many requests the key may make per hour.
     * @example 1000
     */
    RateLimitLimit: number;
    /**
     * @description How many requests the key has left in the current hourly window.
     * @example 999
     */
    RateLimitRemaining: number;
    /**
     * @description When the hourly window starts again, in seconds since 1970 (UTC).
     * @example 1760439600
     */
    RateLimitReset: number;
    /**
     * @description The limits of the key, one item per window, with the quota `q` and the length of the window `w` in seconds (IETF RateLimit fields, drafts 08 to 10).
     * @example "hour";q=1000;w=3600, "minute";q=100;w=60
     */
    RateLimitPolicy: string;
    /**
     * @description What is left in each window, with the remaining requests `r` and the seconds `t` until the window starts again (IETF RateLimit fields, drafts 08 to 10).
     * @example "hour";r=999;t=1800, "minute";r=99;t=30
     */
    RateLimit: string;
    /**
     * @description How many requests the key may make per hour. Missing when no key was recognised.
     * @example 1000
     */
    RateLimitLimitIfKnown: number;
    /**
     * @description How many requests the key has left in the current hourly window. Missing when no key was recognised.
     * @example 999
     */
    RateLimitRemainingIfKnown: number;
    /**
     * @description When the hourly window starts again, in seconds since 1970 (UTC). Missing when no key was recognised.
     * @example 1760439600
     */
    RateLimitResetIfKnown: number;
    /**
     * @description The limits of the key, one item per window. Missing when no key was recognised.
     * @example "hour";q=1000;w=3600, "minute";q=100;w=60
     */
    RateLimitPolicyIfKnown: string;
    /**
     * @description What is left in each window. Missing when no key was recognised.
     * @example "hour";r=999;t=1800, "minute";r=99;t=30
     */
    RateLimitIfKnown: string;
    /**
     * @description The authentication challenge (RFC 6750). It has no `error` when no credentials were sent, and `error="invalid_token"` when they were refused.
     * @example Bearer realm="Product API", error="invalid_token", error_description="The API key has expired."
     */
    BearerChallenge: string;
    /**
     * @description The authentication challenge (RFC 6750) with the scope that was missing. Only sent with `insufficient_scope`.
     * @example Bearer realm="Product API", error="insufficient_scope", scope="tasks:write"
     */
    ScopeChallenge: string;
    /**
     * @description How many seconds to wait before the next request. A request sent earlier is refused again.
     * @example 30
     */
    RetryAfter: number;
    /**
     * @description How many seconds to wait before the next request. Missing when the end of the outage is not known.
     * @example 5
     */
    RetryAfterIfKnown: number;
    /**
     * @description True when this is the stored answer of an earlier request with the same `Idempotency-Key`. Otherwise false or missing.
     * @example false
     */
    IdempotencyReplayed: boolean;
    /**
     * @description The path of the object that was created, relative to the host.
     * @example /v1/tasks/task_9f2k41
     */
    Location: string;
    /**
     * @description Always `no-store`, since the answer holds a secret.
     * @example no-store
     */
    NoStore: 'no-store';
    /**
     * @description The authentication challenge (RFC 7617) for the client's id and secret.
     * @example Basic realm="Product API", charset="UTF-8"
     */
    BasicChallenge: string;
    /**
     * @description The methods that this path does have, separated by commas.
     * @example GET, POST
     */
    Allow: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'apiKeys.list': {
    parameters: {
      query?: {
        /**
         * @description How many objects a page may hold, from 1 to 100.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
         * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only keys with this status.
         * @example active
         */
        status?: components['schemas']['ApiKeyStatus'];
        /**
         * @description Only keys of this mode.
         * @example live
         */
        mode?: components['schemas']['ApiKeyMode'];
        /**
         * @description Only the key that ends in these six characters. Handy for finding whose key turned up in a log.
         * @example 23vrLh
         */
        tail?: string;
        /**
         * @description Only keys with this text in the name or the description, in any case.
         * @example production
         */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of keys. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.create': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The name, scopes and expiry of the new key. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyCreate'];
      };
    };
    responses: {
      /** @description The new key with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyWithSecret'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminOrPlanRequired'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key that made this call. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.revoke': {
    parameters: {
      query?: {
        /**
         * @description Whether to remove the record as well. That cannot be undone.
         * @example false
         */
        permanent?: boolean;
      };
      header?: never;
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, now revoked. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      /** @description The key was revoked and its record removed, as `permanent=true` asked. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyUpdate'];
      };
    };
    responses: {
      /** @description The key as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminOrPlanRequired'];
      404: components['responses']['NotFound'];
      409: components['responses']['StateConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidBody'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'apiKeys.rotate': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /**
         * @description The id of the API key.
         * @example key_abc123
         */
        key_id: components['parameters']['ApiKeyId'];
      };
      cookie?: never;
    };
    /** @description The grace period. Without a body there is none. */
    requestBody?: {
      content: {
        'application/json': components['schemas']['ApiKeyRotate'];
      };
    };
    responses: {
      /** @description The key with its new secret. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyWithSecret'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      409: components['responses']['StateOrIdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'tasks.list': {
    parameters: {
      query?: {
        /**
         * @description How many objects a page may hold, from 1 to 100.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
         * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only tasks with this status.
         * @example open
         */
        status?: components['schemas']['TaskStatus'];
        /**
         * @description Only tasks with this priority.
         * @example high
         */
        priority?: components['schemas']['TaskPriority'];
        /**
         * @description Only tasks of this project.
         * @example proj_web01
         */
        project_id?: string;
        /**
         * @description Only tasks of this user.
         * @example user_priya
         */
        assignee_id?: string;
        /**
         * @description Only tasks that carry this label among others.
         * @example launch
         */
        label?: string;
        /**
         * @description Only tasks due before this instant. Tasks without a due date are left out.
         * @example 2025-11-01T00:00:00Z
         */
        due_before?: string;
        /**
         * @description Only tasks due after this instant. Tasks without a due date are left out.
         * @example 2025-10-01T00:00:00Z
         */
        due_after?: string;
        /**
         * @description Only tasks created before this instant.
         * @example 2025-11-01T00:00:00Z
         */
        created_before?: string;
        /**
         * @description Only tasks created after this instant.
         * @example 2025-10-01T00:00:00Z
         */
        created_after?: string;
        /**
         * @description Only tasks with this text in the title or the description, in any case.
         * @example launch
         */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of tasks. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'tasks.create': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The new task. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskCreate'];
      };
    };
    responses: {
      /** @description The new task. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'tasks.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the task.
         * @example task_9f2k41
         */
        task_id: components['parameters']['TaskId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'tasks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the task.
         * @example task_9f2k41
         */
        task_id: components['parameters']['TaskId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task is gone. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'tasks.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the task.
         * @example task_9f2k41
         */
        task_id: components['parameters']['TaskId'];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskUpdate'];
      };
    };
    responses: {
      /** @description The task as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidBody'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'projects.list': {
    parameters: {
      query?: {
        /**
         * @description How many objects a page may hold, from 1 to 100.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
         * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only projects with this status.
         * @example active
         */
        status?: components['schemas']['ProjectStatus'];
        /**
         * @description Only projects of this owner.
         * @example user_lukas
         */
        owner_id?: string;
        /**
         * @description Only projects with this text in the name or the description, in any case.
         * @example website
         */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of projects. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'projects.create': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The new project. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProjectCreate'];
      };
    };
    responses: {
      /** @description The new project. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'projects.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the project.
         * @example proj_web01
         */
        project_id: components['parameters']['ProjectId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The project. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'projects.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the project.
         * @example proj_web01
         */
        project_id: components['parameters']['ProjectId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The project is gone. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'projects.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the project.
         * @example proj_web01
         */
        project_id: components['parameters']['ProjectId'];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProjectUpdate'];
      };
    };
    responses: {
      /** @description The project as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Project'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidBody'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'users.list': {
    parameters: {
      query?: {
        /**
         * @description How many objects a page may hold, from 1 to 100.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
         * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only users with this role.
         * @example manager
         */
        role?: components['schemas']['UserRole'];
        /**
         * @description Only users with this text in the name or the e-mail address, in any case.
         * @example okafor
         */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of users. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'users.me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user to whom the calling key belongs. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'users.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the user.
         * @example user_amara
         */
        user_id: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'users.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the user.
         * @example user_amara
         */
        user_id: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['UserUpdate'];
      };
    };
    responses: {
      /** @description The user as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidBody'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'rateLimit.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state of the rate limit. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RateLimitStatus'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.list': {
    parameters: {
      query?: {
        /**
         * @description How many objects a page may hold, from 1 to 100.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description Where the page starts. Send the `next_cursor` of the page before; leave it out for the first page.
         * @example eyJhZnRlciI6InRhc2tfOWYyazQxIn0
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only endpoints with this status.
         * @example enabled
         */
        status?: components['schemas']['WebhookEndpointStatus'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of endpoints. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      422: components['responses']['InvalidParameters'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.create': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The URL and the events it shall receive. */
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookEndpointCreate'];
      };
    };
    responses: {
      /** @description The new endpoint with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointWithSecret'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoint. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpoint'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoint is gone. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookEndpointUpdate'];
      };
    };
    responses: {
      /** @description The endpoint as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpoint'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidBody'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.test': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    /** @description The type of event to send. Without a body, the first type that the endpoint receives. */
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookEndpointTest'];
      };
    };
    responses: {
      /** @description The delivery, whether it succeeded or failed. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'webhookEndpoints.rotateSecret': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /**
         * @description The id of the webhook endpoint.
         * @example we_4hooks
         */
        webhook_endpoint_id: components['parameters']['WebhookEndpointId'];
      };
      cookie?: never;
    };
    /** @description The grace period. Without a body there is none. */
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookSecretRotate'];
      };
    };
    responses: {
      /** @description The endpoint with its new secret. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimit'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemaining'];
          'X-RateLimit-Reset': components['headers']['RateLimitReset'];
          'RateLimit-Policy': components['headers']['RateLimitPolicy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookEndpointWithSecret'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['AdminRequired'];
      404: components['responses']['NotFound'];
      409: components['responses']['IdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'oauth.token': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A value of your own, such as a UUID, that names this one call. For 24 hours the same key with the same body gives the first answer again. It may be sent bare or as a quoted string.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The grant, as a form. */
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['AccessTokenRequest'];
      };
    };
    responses: {
      /** @description The access token and the next refresh token. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['RequestId'];
          'X-RateLimit-Limit': components['headers']['RateLimitLimitIfKnown'];
          'X-RateLimit-Remaining': components['headers']['RateLimitRemainingIfKnown'];
          'X-RateLimit-Reset': components['headers']['RateLimitResetIfKnown'];
          'RateLimit-Policy': components['headers']['RateLimitPolicyIfKnown'];
          RateLimit: components['headers']['RateLimitIfKnown'];
          'Cache-Control': components['headers']['NoStore'];
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessToken'];
        };
      };
      400: components['responses']['OAuthTokenRefused'];
      401: components['responses']['OAuthClientRefused'];
      409: components['responses']['OAuthIdempotencyConflict'];
      413: components['responses']['BodyTooLarge'];
      415: components['responses']['OAuthUnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['OAuthTooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['ServiceUnavailable'];
    };
  };
  'events.apiKeyCreated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyCreatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyUpdated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyUpdatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyRotated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyRotatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyRevoked': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyRevokedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyExpiring': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyExpiringEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyExpired': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyExpiredEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyRenewed': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyRenewedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyAuthFailed': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyAuthFailedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.apiKeyUsedFromNewLocation': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyUsedFromNewLocationEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.rateLimitReached': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['RateLimitReachedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.quotaExceeded': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['QuotaExceededEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.taskCreated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskCreatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.taskUpdated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskUpdatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.taskDeleted': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskDeletedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.projectCreated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProjectCreatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.projectUpdated': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProjectUpdatedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'events.projectDeleted': {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Unique id of the event. It stays the same when the event is sent again, so use it to drop duplicates.
         * @example evt_5tq8r2
         */
        'webhook-id': components['parameters']['WebhookId'];
        /**
         * @description When this attempt was sent, in seconds since 1970 (UTC). Refuse what is more than five minutes away from now.
         * @example 1760437800
         */
        'webhook-timestamp': components['parameters']['WebhookTimestamp'];
        /**
         * @description One or more signatures, separated by spaces. Each is `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret. Accept the event when any of them matches.
         * @example v1,bW9jay1zaWduYXR1cmUtZm9yLXRoZS1kb2NzLW9ubHk=
         */
        'webhook-signature': components['parameters']['WebhookSignature'];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProjectDeletedEvent'];
      };
    };
    responses: {
      /** @description You no longer want events at this URL. The endpoint is disabled. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You have taken the event. It is not sent again. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}

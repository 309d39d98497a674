// Generated from Product API 1.0.0 by product-codegen. Do not edit.

/**
 * What a key may do. Grant as few as the application needs.
 *
 * - `tasks:read`: view tasks. `tasks:write`: create and update tasks. `tasks:delete`: delete
 *   tasks.
 * - `projects:read`: view projects. `projects:write`: create and update projects.
 *   `projects:delete`: delete projects.
 * - `users:read`: view users. `users:write`: create and update users.
 * - `admin:*`: everything, including keys and webhook endpoints. Dangerous in the wrong hands.
 */
export type Scope =
  | 'tasks:read'
  | 'tasks:write'
  | 'tasks:delete'
  | 'projects:read'
  | 'projects:write'
  | 'projects:delete'
  | 'users:read'
  | 'users:write'
  | 'admin:*';

/** The plan of an account, which sets its rate limits and features. */
export type Plan = 'free' | 'professional' | 'enterprise';

/** Whether a key works on real data (`live`) or in the sandbox (`test`). The two never mix. */
export type ApiKeyMode = 'live' | 'test';

/**
 * Whether a key works (`active`), has passed its expiry (`expired`), or was switched off for good
 * (`revoked`).
 */
export type ApiKeyStatus = 'active' | 'expired' | 'revoked';

/**
 * How many requests a key has made.
 *
 * @example { requests_today: 1234, requests_this_month: 45678 }
 */
export interface ApiKeyUsage {
  /**
   * Requests since midnight UTC.
   *
   * At least 0.
   *
   * @example 1234
   */
  requests_today: number;
  /**
   * Requests since the first of the month, midnight UTC.
   *
   * At least 0.
   *
   * @example 45678
   */
  requests_this_month: number;
}

/** An API key as it can be read back. The secret itself is not part of it. */
export interface ApiKey {
  /**
   * Unique id of the key, with the prefix `key_`.
   *
   * Pattern: `^key_[A-Za-z0-9]+$`.
   *
   * @example 'key_abc123'
   */
  readonly id: string;
  /**
   * What the key is for. One key per application keeps revoking simple.
   *
   * From 1 to 100 characters.
   *
   * @example 'Production App'
   */
  name: string;
  /**
   * Notes about the key, or null.
   *
   * At most 500 characters.
   *
   * @example 'Main application backend'
   */
  description: string | null;
  /**
   * The first characters of the key, followed by three dots, to tell keys apart.
   *
   * Pattern: `^sk_(live|test)_\w+\.\.\.$`.
   *
   * @example 'sk_live_mock_aB3...'
   */
  readonly prefix: string;
  /**
   * The last six characters of the key.
   *
   * Exactly 6 characters.
   *
   * @example '23vrLh'
   */
  readonly tail: string;
  /**
   * The scopes that the key carries. A key without any may only ask about itself.
   *
   * No item twice.
   *
   * @example ['tasks:read', 'tasks:write']
   */
  permissions: Scope[];
  /** Whether a key works on real data (`live`) or in the sandbox (`test`). The two never mix. */
  mode: ApiKeyMode;
  /**
   * Whether a key works (`active`), has passed its expiry (`expired`), or was switched off for good
   * (`revoked`).
   */
  status: ApiKeyStatus;
  /** The plan of an account, which sets its rate limits and features. */
  plan: Plan;
  /**
   * Whether the key renews itself for another 365 days before it expires. Enterprise plan only.
   *
   * @example false
   */
  auto_renew: boolean;
  /**
   * When the key was created.
   *
   * Format: `date-time`.
   *
   * @example '2025-01-01T00:00:00Z'
   */
  readonly created_at: string;
  /**
   * When the key last authenticated a request, or null if it never did.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  readonly last_used: string | null;
  /**
   * When the key stops working, or null if it never does.
   *
   * Format: `date-time`.
   *
   * @example '2026-10-14T00:00:00Z'
   */
  expires_at: string | null;
  /**
   * When the key was revoked, or null if it was not.
   *
   * Format: `date-time`.
   */
  readonly revoked_at: string | null;
  /**
   * How many requests a key has made.
   *
   * @example { requests_today: 1234, requests_this_month: 45678 }
   */
  readonly usage: ApiKeyUsage;
}

/** A key with its secret. This is the only time the secret is shown, so store it at once. */
export interface ApiKeyWithSecret extends ApiKey {
  /**
   * The key in full. Send it as the bearer token. It cannot be read again.
   *
   * Pattern: `^sk_(live|test)_[A-Za-z0-9_]+$`.
   *
   * @example 'sk_live_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x923vrLh'
   */
  readonly key: string;
}

/** The key to create. */
export interface ApiKeyCreate {
  /**
   * What the key is for.
   *
   * From 1 to 100 characters.
   *
   * @example 'New Integration'
   */
  name: string;
  /**
   * Notes about the key.
   *
   * At most 500 characters.
   *
   * @defaultValue `null`
   * @example 'Nightly import of tasks'
   */
  description?: string | null;
  /**
   * The scopes that the key shall carry. Without any it may only ask about itself.
   *
   * At most 9 items. No item twice.
   *
   * @defaultValue `[]`
   * @example ['tasks:read', 'tasks:write']
   */
  permissions?: Scope[];
  /**
   * The mode of the new key. Without it, the mode of the key that makes this call. A test key makes
   * test keys only.
   */
  mode?: ApiKeyMode;
  /**
   * When the key shall stop working, some time in the future, or null for never.
   *
   * Format: `date-time`.
   *
   * @defaultValue `null`
   * @example '2026-10-14T00:00:00Z'
   */
  expires_at?: string | null;
  /**
   * Whether the key shall renew itself before it expires. Enterprise plan only.
   *
   * @defaultValue `false`
   * @example false
   */
  auto_renew?: boolean;
}

/** The fields of a key to change. Those left out stay as they are. */
export interface ApiKeyUpdate {
  /**
   * What the key is for.
   *
   * From 1 to 100 characters.
   *
   * @example 'Production App (updated)'
   */
  name?: string;
  /**
   * Notes about the key, or null to remove them.
   *
   * At most 500 characters.
   *
   * @example 'Main application backend'
   */
  description?: string | null;
  /**
   * The scopes that the key shall carry from now on. They replace the present ones.
   *
   * At most 9 items. No item twice.
   *
   * @example ['tasks:read', 'tasks:write', 'projects:read']
   */
  permissions?: Scope[];
  /**
   * The new expiry, some time in the future, or null for never. An expired key is active again once
   * extended.
   *
   * Format: `date-time`.
   *
   * @example '2026-12-31T23:59:59Z'
   */
  expires_at?: string | null;
  /**
   * Whether the key shall renew itself before it expires. Enterprise plan only.
   *
   * @example true
   */
  auto_renew?: boolean;
}

/**
 * How to rotate a key.
 *
 * @example { grace_period_seconds: 3600 }
 */
export interface ApiKeyRotate {
  /**
   * For how many seconds the old secret goes on working beside the new one, up to seven days.
   *
   * From 0 to 604800.
   *
   * @defaultValue `0`
   * @example 3600
   */
  grace_period_seconds?: number;
}

/** One page of keys. */
export interface ApiKeyPage {
  /**
   * The keys of this page, newest first.
   *
   * At most 100 items.
   */
  data: ApiKey[];
  /**
   * Whether another page follows.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * Send this as `cursor` to get the next page. Null on the last page.
   *
   * @example 'eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0'
   */
  next_cursor: string | null;
}

/** How far a task has got. */
export type TaskStatus = 'open' | 'in_progress' | 'done';

/** How much a task matters, from `low` to `urgent`. */
export type TaskPriority = 'low' | 'normal' | 'high' | 'urgent';

/** A piece of work to be done. */
export interface Task {
  /**
   * Unique id of the task, with the prefix `task_`.
   *
   * Pattern: `^task_[A-Za-z0-9]+$`.
   *
   * @example 'task_9f2k41'
   */
  readonly id: string;
  /**
   * What is to be done, in one line.
   *
   * From 1 to 200 characters.
   *
   * @example 'Write the launch announcement'
   */
  title: string;
  /**
   * The details, as Markdown, or null.
   *
   * At most 5000 characters.
   *
   * @example 'Blog post and e-mail. Marketing signs off by Friday.'
   */
  description: string | null;
  /** How far a task has got. */
  status: TaskStatus;
  /** How much a task matters, from `low` to `urgent`. */
  priority: TaskPriority;
  /**
   * The project to which the task belongs, or null.
   *
   * Pattern: `^proj_[A-Za-z0-9]+$`.
   *
   * @example 'proj_web01'
   */
  project_id: string | null;
  /**
   * The user who does the task, or null.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @example 'user_priya'
   */
  assignee_id: string | null;
  /**
   * When the task should be done, or null.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-31T17:00:00Z'
   */
  due_at: string | null;
  /**
   * Words to sort and find tasks by.
   *
   * At most 20 items. No item twice.
   *
   * @example ['launch', 'writing']
   */
  labels: string[];
  /**
   * When the task was created.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  readonly created_at: string;
  /**
   * When the task was last changed.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  readonly updated_at: string;
}

/** The task to create. */
export interface TaskCreate {
  /**
   * What is to be done, in one line.
   *
   * From 1 to 200 characters.
   *
   * @example 'Write the launch announcement'
   */
  title: string;
  /**
   * The details, as Markdown.
   *
   * At most 5000 characters.
   *
   * @defaultValue `null`
   * @example 'Blog post and e-mail. Marketing signs off by Friday.'
   */
  description?: string | null;
  /**
   * How far the task has got. Without it, `open`.
   *
   * @defaultValue `'open'`
   */
  status?: TaskStatus;
  /**
   * How much the task matters. Without it, `normal`.
   *
   * @defaultValue `'normal'`
   */
  priority?: TaskPriority;
  /**
   * The project to which the task shall belong.
   *
   * Pattern: `^proj_[A-Za-z0-9]+$`.
   *
   * @defaultValue `null`
   * @example 'proj_web01'
   */
  project_id?: string | null;
  /**
   * The user who shall do the task.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @defaultValue `null`
   * @example 'user_priya'
   */
  assignee_id?: string | null;
  /**
   * When the task should be done.
   *
   * Format: `date-time`.
   *
   * @defaultValue `null`
   * @example '2025-10-31T17:00:00Z'
   */
  due_at?: string | null;
  /**
   * Words to sort and find the task by, at most 20.
   *
   * At most 20 items. No item twice.
   *
   * @defaultValue `[]`
   * @example ['launch', 'writing']
   */
  labels?: string[];
}

/**
 * The fields of a task to change. Those left out stay as they are.
 *
 * @example { status: 'done' }
 */
export interface TaskUpdate {
  /**
   * What is to be done, in one line.
   *
   * From 1 to 200 characters.
   *
   * @example 'Write and send the launch announcement'
   */
  title?: string;
  /**
   * The details, as Markdown, or null to remove them.
   *
   * At most 5000 characters.
   *
   * @example 'Blog post and e-mail. Marketing has signed off.'
   */
  description?: string | null;
  /** How far a task has got. */
  status?: TaskStatus;
  /** How much a task matters, from `low` to `urgent`. */
  priority?: TaskPriority;
  /**
   * The project to which the task shall belong, or null for none.
   *
   * Pattern: `^proj_[A-Za-z0-9]+$`.
   *
   * @example 'proj_web01'
   */
  project_id?: string | null;
  /**
   * The user who shall do the task, or null for nobody.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @example 'user_tomas'
   */
  assignee_id?: string | null;
  /**
   * When the task should be done, or null for no due date.
   *
   * Format: `date-time`.
   *
   * @example '2025-11-07T17:00:00Z'
   */
  due_at?: string | null;
  /**
   * The labels from now on, at most 20. They replace the present ones.
   *
   * At most 20 items. No item twice.
   *
   * @example ['launch']
   */
  labels?: string[];
}

/** One page of tasks. */
export interface TaskPage {
  /**
   * The tasks of this page, newest first.
   *
   * At most 100 items.
   */
  data: Task[];
  /**
   * Whether another page follows.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * Send this as `cursor` to get the next page. Null on the last page.
   *
   * @example 'eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0'
   */
  next_cursor: string | null;
}

/** Whether a project is being worked on (`active`) or has been put away (`archived`). */
export type ProjectStatus = 'active' | 'archived';

/** A named group of tasks with an owner. */
export interface Project {
  /**
   * Unique id of the project, with the prefix `proj_`.
   *
   * Pattern: `^proj_[A-Za-z0-9]+$`.
   *
   * @example 'proj_web01'
   */
  readonly id: string;
  /**
   * What the project is called.
   *
   * From 1 to 100 characters.
   *
   * @example 'Website relaunch'
   */
  name: string;
  /**
   * What the project is about, as Markdown, or null.
   *
   * At most 5000 characters.
   *
   * @example 'New design, new content, same address.'
   */
  description: string | null;
  /** Whether a project is being worked on (`active`) or has been put away (`archived`). */
  status: ProjectStatus;
  /**
   * The user who answers for the project, or null.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @example 'user_lukas'
   */
  owner_id: string | null;
  /**
   * When the project was created.
   *
   * Format: `date-time`.
   *
   * @example '2025-08-18T08:00:00Z'
   */
  readonly created_at: string;
  /**
   * When the project was last changed.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-01T09:30:00Z'
   */
  readonly updated_at: string;
}

/** The project to create. */
export interface ProjectCreate {
  /**
   * What the project shall be called.
   *
   * From 1 to 100 characters.
   *
   * @example 'Website relaunch'
   */
  name: string;
  /**
   * What the project is about, as Markdown.
   *
   * At most 5000 characters.
   *
   * @defaultValue `null`
   * @example 'New design, new content, same address.'
   */
  description?: string | null;
  /**
   * Whether the project is being worked on. Without it, `active`.
   *
   * @defaultValue `'active'`
   */
  status?: ProjectStatus;
  /**
   * The user who shall answer for the project.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @defaultValue `null`
   * @example 'user_lukas'
   */
  owner_id?: string | null;
}

/**
 * The fields of a project to change. Those left out stay as they are.
 *
 * @example { status: 'archived' }
 */
export interface ProjectUpdate {
  /**
   * What the project shall be called.
   *
   * From 1 to 100 characters.
   *
   * @example 'Website relaunch 2026'
   */
  name?: string;
  /**
   * What the project is about, as Markdown, or null to remove it.
   *
   * At most 5000 characters.
   *
   * @example 'New design, new content, same address.'
   */
  description?: string | null;
  /** Whether a project is being worked on (`active`) or has been put away (`archived`). */
  status?: ProjectStatus;
  /**
   * The user who shall answer for the project, or null for nobody.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @example 'user_mei'
   */
  owner_id?: string | null;
}

/** One page of projects. */
export interface ProjectPage {
  /**
   * The projects of this page, newest first.
   *
   * At most 100 items.
   */
  data: Project[];
  /**
   * Whether another page follows.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * Send this as `cursor` to get the next page. Null on the last page.
   *
   * @example 'eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0'
   */
  next_cursor: string | null;
}

/** What a person may do in the account. A `member` works, a `manager` plans, an `admin` decides. */
export type UserRole = 'member' | 'manager' | 'admin';

/** A person in your account. */
export interface User {
  /**
   * Unique id of the user, with the prefix `user_`.
   *
   * Pattern: `^user_[A-Za-z0-9]+$`.
   *
   * @example 'user_amara'
   */
  readonly id: string;
  /**
   * The person's name.
   *
   * From 1 to 100 characters.
   *
   * @example 'Amara Okafor'
   */
  name: string;
  /**
   * The person's e-mail address.
   *
   * Format: `email`. At most 254 characters.
   *
   * @example 'amara.okafor@example.com'
   */
  email: string;
  /** What a person may do in the account. A `member` works, a `manager` plans, an `admin` decides. */
  role: UserRole;
  /**
   * A picture of the person, or null.
   *
   * Format: `uri`. At most 2000 characters.
   *
   * @example 'https://example.com/avatars/amara.png'
   */
  avatar_url: string | null;
  /**
   * When the user joined the account.
   *
   * Format: `date-time`.
   *
   * @example '2025-01-06T08:00:00Z'
   */
  readonly created_at: string;
  /**
   * When the user was last changed.
   *
   * Format: `date-time`.
   *
   * @example '2025-06-12T10:15:00Z'
   */
  readonly updated_at: string;
}

/**
 * The fields of a user to change. Those left out stay as they are.
 *
 * @example { role: 'manager' }
 */
export interface UserUpdate {
  /**
   * The person's name.
   *
   * From 1 to 100 characters.
   *
   * @example 'Amara Okafor-Lund'
   */
  name?: string;
  /**
   * The person's e-mail address.
   *
   * Format: `email`. At most 254 characters.
   *
   * @example 'amara.lund@example.com'
   */
  email?: string;
  /** What a person may do in the account. A `member` works, a `manager` plans, an `admin` decides. */
  role?: UserRole;
  /**
   * A picture of the person, or null to remove it.
   *
   * Format: `uri`. At most 2000 characters.
   *
   * @example 'https://example.com/avatars/amara-2.png'
   */
  avatar_url?: string | null;
}

/** One page of users. */
export interface UserPage {
  /**
   * The users of this page, newest first.
   *
   * At most 100 items.
   */
  data: User[];
  /**
   * Whether another page follows.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * Send this as `cursor` to get the next page. Null on the last page.
   *
   * @example 'eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0'
   */
  next_cursor: string | null;
}

/** One window of the rate limit and what is left of it. */
export interface RateLimitWindow {
  /**
   * Name of the window, as in the headers `RateLimit-Policy` and `RateLimit`.
   *
   * @example 'minute'
   */
  name: string;
  /**
   * How many requests the window allows.
   *
   * At least 0.
   *
   * @example 500
   */
  limit: number;
  /**
   * How many requests are left.
   *
   * At least 0.
   *
   * @example 488
   */
  remaining: number;
  /**
   * How long the window is, in seconds.
   *
   * At least 1.
   *
   * @example 60
   */
  window_seconds: number;
  /**
   * When the window starts again, in seconds since 1970 (UTC).
   *
   * Format: `int64`. At least 0.
   *
   * @example 1760437860
   */
  reset: number;
  /**
   * When the window starts again, as a timestamp.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:31:00Z'
   */
  reset_at: string;
}

/**
 * The rate limit of the calling key. The outer fields describe the hourly window, `windows` every
 * one.
 */
export interface RateLimitStatus {
  /**
   * How many requests the key may make per hour.
   *
   * At least 0.
   *
   * @example 10000
   */
  limit: number;
  /**
   * How many requests are left in the current hour's window.
   *
   * At least 0.
   *
   * @example 9847
   */
  remaining: number;
  /**
   * When the hourly window starts again, in seconds since 1970 (UTC).
   *
   * Format: `int64`. At least 0.
   *
   * @example 1760439600
   */
  reset: number;
  /**
   * When the hourly window starts again, as a timestamp.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T11:00:00Z'
   */
  reset_at: string;
  /** The plan of an account, which sets its rate limits and features. */
  plan: Plan;
  /**
   * Every window of the key, the longest first.
   *
   * At least 1 item.
   */
  windows: RateLimitWindow[];
}

/** Whether events are sent to an endpoint (`enabled`) or not (`disabled`). */
export type WebhookEndpointStatus = 'enabled' | 'disabled';

/**
 * How a delivery ended, with a `2xx` answer (`delivered`), or with another answer or none
 * (`failed`).
 */
export type WebhookDeliveryStatus = 'delivered' | 'failed';

/** A URL of yours that receives events. */
export interface WebhookEndpoint {
  /**
   * Unique id of the endpoint, with the prefix `we_`.
   *
   * Pattern: `^we_[A-Za-z0-9]+$`.
   *
   * @example 'we_4hooks'
   */
  readonly id: string;
  /**
   * Where events are sent. Use `https`; plain `http` is for a loopback address during development.
   *
   * Format: `uri`. At most 2000 characters. Pattern: `^https?://`.
   *
   * @example 'https://example.com/hooks/product'
   */
  url: string;
  /**
   * Notes about the endpoint, or null.
   *
   * At most 500 characters.
   *
   * @example 'Syncs tasks into the data warehouse'
   */
  description: string | null;
  /**
   * The types of event that the endpoint receives.
   *
   * At least 1 item. No item twice.
   *
   * @example ['task.created', 'task.updated']
   */
  events: WebhookEventType[];
  /** Whether events are sent to an endpoint (`enabled`) or not (`disabled`). */
  status: WebhookEndpointStatus;
  /**
   * When the endpoint was created.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  readonly created_at: string;
  /**
   * When the endpoint was last changed.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  readonly updated_at: string;
}

/**
 * An endpoint with its signing secret. This is the only time the secret is shown, so store it at
 * once.
 */
export interface WebhookEndpointWithSecret extends WebhookEndpoint {
  /**
   * The key that signs events, `whsec_` and base64 (Standard Webhooks). It cannot be read again.
   *
   * Pattern: `^whsec_[A-Za-z0-9+/]+=*$`.
   *
   * @example 'whsec_bW9jay1zZWNyZXQtZm9yLWRvY3Mtb25seQ=='
   */
  readonly secret: string;
}

/** The endpoint to create. */
export interface WebhookEndpointCreate {
  /**
   * Where events shall be sent. Use `https`; plain `http` is for a loopback address during
   * development.
   *
   * Format: `uri`. At most 2000 characters. Pattern: `^https?://`.
   *
   * @example 'https://example.com/hooks/product'
   */
  url: string;
  /**
   * Notes about the endpoint.
   *
   * At most 500 characters.
   *
   * @defaultValue `null`
   * @example 'Syncs tasks into the data warehouse'
   */
  description?: string | null;
  /**
   * The types of event that the endpoint shall receive.
   *
   * At least 1 item. No item twice.
   *
   * @example ['task.created', 'task.updated']
   */
  events: WebhookEventType[];
  /**
   * Whether events shall be sent at once. Without it, `enabled`.
   *
   * @defaultValue `'enabled'`
   */
  status?: WebhookEndpointStatus;
}

/**
 * The fields of an endpoint to change. Those left out stay as they are.
 *
 * @example { status: 'disabled' }
 */
export interface WebhookEndpointUpdate {
  /**
   * Where events shall be sent from now on.
   *
   * Format: `uri`. At most 2000 characters. Pattern: `^https?://`.
   *
   * @example 'https://example.com/hooks/product-v2'
   */
  url?: string;
  /**
   * Notes about the endpoint, or null to remove them.
   *
   * At most 500 characters.
   *
   * @example 'Syncs tasks into the data warehouse'
   */
  description?: string | null;
  /**
   * The types of event from now on. They replace the present ones.
   *
   * At least 1 item. No item twice.
   *
   * @example ['task.created', 'task.updated', 'task.deleted']
   */
  events?: WebhookEventType[];
  /** Whether events are sent to an endpoint (`enabled`) or not (`disabled`). */
  status?: WebhookEndpointStatus;
}

/**
 * Which event to send as a test.
 *
 * @example { type: 'task.created' }
 */
export interface WebhookEndpointTest {
  /** The type of the event. Without it, the first type that the endpoint receives. */
  type?: WebhookEventType;
}

/**
 * How to rotate the secret of an endpoint.
 *
 * @example { grace_period_seconds: 86400 }
 */
export interface WebhookSecretRotate {
  /**
   * For how many seconds events are signed with the old secret as well as the new one, up to seven
   * days.
   *
   * From 0 to 604800.
   *
   * @defaultValue `0`
   * @example 86400
   */
  grace_period_seconds?: number;
}

/** One attempt to send an event to an endpoint. */
export interface WebhookDelivery {
  /**
   * Unique id of the delivery, with the prefix `dlv_`.
   *
   * Pattern: `^dlv_[A-Za-z0-9]+$`.
   *
   * @example 'dlv_6p0s71'
   */
  id: string;
  /**
   * The endpoint to which the event was sent.
   *
   * @example 'we_4hooks'
   */
  webhook_endpoint_id: string;
  /**
   * The event that was sent, as in its header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  event_id: string;
  /**
   * What happened, as `object.verb`.
   *
   * - `api_key.created`: an API key was created.
   * - `api_key.updated`: an API key was updated.
   * - `api_key.rotated`: an API key was rotated.
   * - `api_key.revoked`: an API key was revoked.
   * - `api_key.expiring`: an API key is about to expire.
   * - `api_key.expired`: an API key has expired.
   * - `api_key.renewed`: an API key was renewed.
   * - `api_key.auth_failed`: an authentication failed.
   * - `api_key.used_from_new_location`: an API key was used from a new location.
   * - `rate_limit.reached`: a rate limit was reached.
   * - `quota.exceeded`: the quota was exceeded.
   * - `task.created`: a task was created.
   * - `task.updated`: a task was updated.
   * - `task.deleted`: a task was deleted.
   * - `project.created`: a project was created.
   * - `project.updated`: a project was updated.
   * - `project.deleted`: a project was deleted.
   */
  event_type: WebhookEventType;
  /**
   * How a delivery ended, with a `2xx` answer (`delivered`), or with another answer or none
   * (`failed`).
   */
  status: WebhookDeliveryStatus;
  /**
   * The status code that the endpoint answered, or null if no answer came.
   *
   * From 100 to 599.
   *
   * @example 204
   */
  response_status: number | null;
  /**
   * When the event was sent.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  attempted_at: string;
}

/** One page of webhook endpoints. */
export interface WebhookEndpointPage {
  /**
   * The webhook endpoints of this page, newest first.
   *
   * At most 100 items.
   */
  data: WebhookEndpoint[];
  /**
   * Whether another page follows.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * Send this as `cursor` to get the next page. Null on the last page.
   *
   * @example 'eyJhZnRlciI6InRhc2tfM2M4ZDAyIn0'
   */
  next_cursor: string | null;
}

/** An attempt to use a key that was refused. */
export interface ApiKeyAuthFailure {
  /**
   * The key that the request named.
   *
   * Pattern: `^key_[A-Za-z0-9]+$`.
   *
   * @example 'key_abc123'
   */
  api_key_id: string;
  /** Why it was refused, one of the codes of status 401. */
  code: ProblemCode;
  /**
   * The IP address from which the request came.
   *
   * @example '203.0.113.7'
   */
  ip: string;
  /**
   * The `User-Agent` of the request, or null if it had none.
   *
   * @example 'curl/8.9.1'
   */
  user_agent: string | null;
  /**
   * When the request was refused.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  failed_at: string;
}

/** A place from which a key was used for the first time. */
export interface ApiKeyLocation {
  /**
   * The key that was used.
   *
   * Pattern: `^key_[A-Za-z0-9]+$`.
   *
   * @example 'key_abc123'
   */
  api_key_id: string;
  /**
   * The IP address from which the request came.
   *
   * @example '203.0.113.7'
   */
  ip: string;
  /**
   * The country of the address (ISO 3166-1 alpha-2), or null if it is not known.
   *
   * Pattern: `^[A-Z]{2}$`.
   *
   * @example 'PT'
   */
  country: string | null;
  /**
   * The `User-Agent` of the request, or null if it had none.
   *
   * @example 'curl/8.9.1'
   */
  user_agent: string | null;
  /**
   * When the key was used there first.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  used_at: string;
}

/** A window of a key's rate limit that is used up. */
export interface RateLimitNotice {
  /**
   * The key whose window is used up.
   *
   * Pattern: `^key_[A-Za-z0-9]+$`.
   *
   * @example 'key_abc123'
   */
  api_key_id: string;
  /** The plan of an account, which sets its rate limits and features. */
  plan: Plan;
  /**
   * Name of the window, as in the header `RateLimit-Policy`.
   *
   * @example 'minute'
   */
  window: string;
  /**
   * How many requests the window allows.
   *
   * At least 0.
   *
   * @example 500
   */
  limit: number;
  /**
   * How long the window is, in seconds.
   *
   * At least 1.
   *
   * @example 60
   */
  window_seconds: number;
  /**
   * When the window starts again.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:31:00Z'
   */
  reset_at: string;
}

/**
 * What happened, as `object.verb`.
 *
 * - `api_key.created`: an API key was created.
 * - `api_key.updated`: an API key was updated.
 * - `api_key.rotated`: an API key was rotated.
 * - `api_key.revoked`: an API key was revoked.
 * - `api_key.expiring`: an API key is about to expire.
 * - `api_key.expired`: an API key has expired.
 * - `api_key.renewed`: an API key was renewed.
 * - `api_key.auth_failed`: an authentication failed.
 * - `api_key.used_from_new_location`: an API key was used from a new location.
 * - `rate_limit.reached`: a rate limit was reached.
 * - `quota.exceeded`: the quota was exceeded.
 * - `task.created`: a task was created.
 * - `task.updated`: a task was updated.
 * - `task.deleted`: a task was deleted.
 * - `project.created`: a project was created.
 * - `project.updated`: a project was updated.
 * - `project.deleted`: a project was deleted.
 */
export type WebhookEventType =
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

/** Sent when a key was created, by whatever means. It does not hold the secret. */
export interface ApiKeyCreatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.created`.
   *
   * @example 'api_key.created'
   */
  type: 'api_key.created';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The new key. */
  data: ApiKey;
}

/** Sent when the name, description, scopes, expiry or auto-renewal of a key was changed. */
export interface ApiKeyUpdatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.updated`.
   *
   * @example 'api_key.updated'
   */
  type: 'api_key.updated';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key as it is now. */
  data: ApiKey;
}

/** Sent when a key was given a new secret. It does not hold the secret. */
export interface ApiKeyRotatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.rotated`.
   *
   * @example 'api_key.rotated'
   */
  type: 'api_key.rotated';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key with its new prefix and tail. */
  data: ApiKey;
}

/** Sent when a key was switched off. Requests with it fail from that moment. */
export interface ApiKeyRevokedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.revoked`.
   *
   * @example 'api_key.revoked'
   */
  type: 'api_key.revoked';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key, now revoked. */
  data: ApiKey;
}

/** Sent 30 days before a key expires, so that you can extend or replace it in time. */
export interface ApiKeyExpiringEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.expiring`.
   *
   * @example 'api_key.expiring'
   */
  type: 'api_key.expiring';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key that is about to expire. */
  data: ApiKey;
}

/** Sent when the expiry of a key has passed. Requests with it fail from that moment. */
export interface ApiKeyExpiredEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.expired`.
   *
   * @example 'api_key.expired'
   */
  type: 'api_key.expired';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key, now expired. */
  data: ApiKey;
}

/**
 * Sent when a key with `auto_renew` renewed itself. The secret stays the same, so nothing needs
 * to change.
 */
export interface ApiKeyRenewedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.renewed`.
   *
   * @example 'api_key.renewed'
   */
  type: 'api_key.renewed';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The key with its new expiry. */
  data: ApiKey;
}

/** Sent when a request was refused with 401 although it named one of your keys. */
export interface ApiKeyAuthFailedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.auth_failed`.
   *
   * @example 'api_key.auth_failed'
   */
  type: 'api_key.auth_failed';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The attempt that was refused. */
  data: ApiKeyAuthFailure;
}

/**
 * Sent when a key was used from an address from which it had not been used before. If it was not
 * you, revoke the key.
 */
export interface ApiKeyUsedFromNewLocationEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `api_key.used_from_new_location`.
   *
   * @example 'api_key.used_from_new_location'
   */
  type: 'api_key.used_from_new_location';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The place from which the key was used. */
  data: ApiKeyLocation;
}

/**
 * Sent once per window, when the first request is refused with 429. The hourly window of a live
 * key sends `quota.exceeded` instead.
 */
export interface RateLimitReachedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `rate_limit.reached`.
   *
   * @example 'rate_limit.reached'
   */
  type: 'rate_limit.reached';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The window that is used up. */
  data: RateLimitNotice;
}

/**
 * Sent once per hour, when the first request of a live key is refused with 429 since its hourly
 * quota is used up. Test keys do not count against the quota.
 */
export interface QuotaExceededEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `quota.exceeded`.
   *
   * @example 'quota.exceeded'
   */
  type: 'quota.exceeded';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The hourly window that is used up. */
  data: RateLimitNotice;
}

/** Sent when a task was created. */
export interface TaskCreatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `task.created`.
   *
   * @example 'task.created'
   */
  type: 'task.created';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The new task. */
  data: Task;
}

/** Sent when a field of a task was changed. */
export interface TaskUpdatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `task.updated`.
   *
   * @example 'task.updated'
   */
  type: 'task.updated';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The task as it is now. */
  data: Task;
}

/** Sent when a task was deleted. */
export interface TaskDeletedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `task.deleted`.
   *
   * @example 'task.deleted'
   */
  type: 'task.deleted';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The task as it was before. */
  data: Task;
}

/** Sent when a project was created. */
export interface ProjectCreatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `project.created`.
   *
   * @example 'project.created'
   */
  type: 'project.created';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The new project. */
  data: Project;
}

/** Sent when a field of a project was changed. */
export interface ProjectUpdatedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `project.updated`.
   *
   * @example 'project.updated'
   */
  type: 'project.updated';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The project as it is now. */
  data: Project;
}

/** Sent when a project was deleted. */
export interface ProjectDeletedEvent {
  /**
   * Unique id of the event, as in the header `webhook-id`.
   *
   * Pattern: `^evt_[A-Za-z0-9]+$`.
   *
   * @example 'evt_5tq8r2'
   */
  id: string;
  /**
   * Always `project.deleted`.
   *
   * @example 'project.deleted'
   */
  type: 'project.deleted';
  /**
   * When it happened.
   *
   * Format: `date-time`.
   *
   * @example '2025-10-14T10:30:00Z'
   */
  created_at: string;
  /** Whether it happened to live or to test data. */
  mode: ApiKeyMode;
  /** The project as it was before. */
  data: Project;
}

/** Any event. The field `type` tells which, and with it what `data` holds. */
export type WebhookEvent =
  | ApiKeyCreatedEvent
  | ApiKeyUpdatedEvent
  | ApiKeyRotatedEvent
  | ApiKeyRevokedEvent
  | ApiKeyExpiringEvent
  | ApiKeyExpiredEvent
  | ApiKeyRenewedEvent
  | ApiKeyAuthFailedEvent
  | ApiKeyUsedFromNewLocationEvent
  | RateLimitReachedEvent
  | QuotaExceededEvent
  | TaskCreatedEvent
  | TaskUpdatedEvent
  | TaskDeletedEvent
  | ProjectCreatedEvent
  | ProjectUpdatedEvent
  | ProjectDeletedEvent;

/**
 * What is exchanged for a token, a key (`client_credentials`) or a refresh token
 * (`refresh_token`).
 */
export type GrantType = 'client_credentials' | 'refresh_token';

/**
 * The form that asks for an access token (RFC 6749). Fields that are not known are ignored.
 *
 * @example { grant_type: 'client_credentials', scope: 'tasks:read tasks:write' }
 */
export interface AccessTokenRequest {
  /**
   * What is exchanged for a token, a key (`client_credentials`) or a refresh token
   * (`refresh_token`).
   */
  grant_type: GrantType;
  /**
   * The scopes wanted, separated by spaces. Without it, all scopes of the key, or of the refresh
   * token.
   *
   * Pattern: `^[a-z]+:[a-z*]+( [a-z]+:[a-z*]+)*$`.
   *
   * @example 'tasks:read tasks:write'
   */
  scope?: string;
  /**
   * The refresh token to exchange. Required with the grant `refresh_token`.
   *
   * At least 1 character.
   *
   * @example 'rt_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7'
   */
  refresh_token?: string;
  /**
   * The id of the key, unless it is sent by HTTP Basic.
   *
   * At least 1 character.
   *
   * @example 'key_abc123'
   */
  client_id?: string;
  /**
   * The key in full, unless it is sent by HTTP Basic.
   *
   * At least 1 character.
   *
   * @example 'sk_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x94Zzlqh'
   */
  client_secret?: string;
}

/** An access token, and a refresh token to get the next one with. */
export interface AccessToken {
  /**
   * The token. Send it as the bearer token until it expires.
   *
   * @example 'at_test_mock_zY9xW7vU5tS3rQ1pN9mL7kJ5'
   */
  access_token: string;
  /**
   * Always `Bearer`.
   *
   * @example 'Bearer'
   */
  token_type: 'Bearer';
  /**
   * For how many seconds from now the token is valid.
   *
   * At least 1.
   *
   * @example 3600
   */
  expires_in: number;
  /**
   * The scopes of the token, separated by spaces.
   *
   * @example 'tasks:read tasks:write'
   */
  scope: string;
  /**
   * Good for one exchange within 30 days, which answers a new one.
   *
   * @example 'rt_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7'
   */
  refresh_token: string;
}

/**
 * The reason of an error as a stable word to branch on.
 *
 * - `malformed_request` (400): the JSON, the query, the path or the `Idempotency-Key` cannot be
 *   read.
 * - `missing_credentials` (401): there is no `Authorization` header.
 * - `malformed_credentials` (401): the header is not `Bearer` followed by a key or an access
 *   token.
 * - `invalid_api_key` (401): no such key or access token opens anything: it never did, was
 *   revoked, or was replaced.
 * - `expired_api_key` (401): the key or access token was valid once; its time has passed.
 * - `insufficient_scope` (403): the key lacks the scope in `required_scope`.
 * - `plan_required` (403): the key's plan does not include this feature.
 * - `not_found` (404): there is no such path or object, or the other mode holds it.
 * - `method_not_allowed` (405): the path does not have this method; `Allow` lists those it has.
 * - `conflict` (409): the present state of the object does not allow this.
 * - `idempotency_in_progress` (409): the first request with this `Idempotency-Key` has not
 *   finished yet.
 * - `body_too_large` (413): the body is larger than one mebibyte.
 * - `unsupported_media_type` (415): the `Content-Type` is not one the operation reads.
 * - `validation_failed` (422): a field or parameter is wrong; `errors` lists each.
 * - `idempotency_key_reused` (422): the `Idempotency-Key` was used before with another body.
 * - `rate_limit_exceeded` (429): a window of the rate limit is used up.
 * - `internal_error` (500): the service failed. The request may be repeated.
 * - `service_unavailable` (503): the service is down for a moment. The request may be repeated.
 */
export type ProblemCode =
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

/** An error, in the form of RFC 9457 with a code, a message and the id of the request. */
export interface Problem {
  /**
   * URI that names the kind of problem. Its last segment is the code, with hyphens.
   *
   * Format: `uri`.
   *
   * @example 'https://api.example.com/problems/not-found'
   */
  type: string;
  /**
   * Short name of the kind of problem, the same every time.
   *
   * @example 'Not found'
   */
  title: string;
  /**
   * The HTTP status code of the answer.
   *
   * From 400 to 599.
   *
   * @example 404
   */
  status: number;
  /**
   * What went wrong this time, and what to do about it.
   *
   * @example 'There is no task with the id task_nope.'
   */
  detail: string;
  /**
   * The path that was asked for.
   *
   * Format: `uri-reference`.
   *
   * @example '/v1/tasks/task_nope'
   */
  instance?: string;
  /**
   * The reason of an error as a stable word to branch on.
   *
   * - `malformed_request` (400): the JSON, the query, the path or the `Idempotency-Key` cannot be
   *   read.
   * - `missing_credentials` (401): there is no `Authorization` header.
   * - `malformed_credentials` (401): the header is not `Bearer` followed by a key or an access
   *   token.
   * - `invalid_api_key` (401): no such key or access token opens anything: it never did, was
   *   revoked, or was replaced.
   * - `expired_api_key` (401): the key or access token was valid once; its time has passed.
   * - `insufficient_scope` (403): the key lacks the scope in `required_scope`.
   * - `plan_required` (403): the key's plan does not include this feature.
   * - `not_found` (404): there is no such path or object, or the other mode holds it.
   * - `method_not_allowed` (405): the path does not have this method; `Allow` lists those it has.
   * - `conflict` (409): the present state of the object does not allow this.
   * - `idempotency_in_progress` (409): the first request with this `Idempotency-Key` has not
   *   finished yet.
   * - `body_too_large` (413): the body is larger than one mebibyte.
   * - `unsupported_media_type` (415): the `Content-Type` is not one the operation reads.
   * - `validation_failed` (422): a field or parameter is wrong; `errors` lists each.
   * - `idempotency_key_reused` (422): the `Idempotency-Key` was used before with another body.
   * - `rate_limit_exceeded` (429): a window of the rate limit is used up.
   * - `internal_error` (500): the service failed. The request may be repeated.
   * - `service_unavailable` (503): the service is down for a moment. The request may be repeated.
   */
  code: ProblemCode;
  /**
   * The same text as `detail`, for clients that read `message`.
   *
   * @example 'There is no task with the id task_nope.'
   */
  message: string;
  /**
   * The id of the request, as in the header `X-Request-Id`.
   *
   * @example 'req_7Hq2mockX41'
   */
  request_id: string;
}

/** The error of a key that is valid but may not do this. */
export interface PermissionProblem extends Problem {
  /** The scope that the key lacks. Present when the code is `insufficient_scope`. */
  required_scope?: Scope;
  /** The plan that includes the feature. Present when the code is `plan_required`. */
  required_plan?: Plan;
}

/**
 * One thing that is wrong with a request, and where. It names either a `pointer` or a `parameter`.
 *
 * @example { pointer: '/title', code: 'required', message: 'title is required.' }
 */
export interface FieldError {
  /**
   * JSON Pointer (RFC 6901) to the field in the body. The empty pointer is the whole body.
   *
   * Format: `json-pointer`.
   *
   * @example '/title'
   */
  pointer?: string;
  /**
   * Name of the query, path or header parameter.
   *
   * @example 'limit'
   */
  parameter?: string;
  /**
   * What is wrong, as a stable word, such as `required`, `type`, `format`, `enum`, `pattern`,
   * `minimum`, `maximum`, `min_length`, `max_length`, `min_items`, `max_items`, `min_properties`,
   * `unique_items` or `unknown_field`.
   *
   * Pattern: `^[a-z][a-z_]*$`.
   *
   * @example 'required'
   */
  code: string;
  /**
   * What is wrong, as a sentence for people.
   *
   * @example 'title is required.'
   */
  message: string;
}

/**
 * The error of a request whose form could be read but whose content is wrong, with every fault
 * found.
 */
export type ValidationProblem = Problem & {
  /**
   * Always `validation_failed`.
   *
   * @example 'validation_failed'
   */
  code?: 'validation_failed';
  /**
   * Every fault that was found, in the order of the fields.
   *
   * At least 1 item.
   *
   * @example [{ pointer: '/title', code: 'required', message: 'title is required.' }]
   */
  errors: FieldError[];
};

/** The error of an `Idempotency-Key` that was used before with another body. */
export type IdempotencyKeyReusedProblem = Problem & {
  /**
   * Always `idempotency_key_reused`.
   *
   * @example 'idempotency_key_reused'
   */
  code?: 'idempotency_key_reused';
};

/** The error of a POST that could be read but not carried out. The code tells the two kinds apart. */
export type UnprocessableProblem = ValidationProblem | IdempotencyKeyReusedProblem;

/**
 * The reason why no token was issued (RFC 6749, section 5.2).
 *
 * - `invalid_request`: a field is missing, repeated or malformed.
 * - `invalid_client`: the id or the secret of the client is wrong (status 401).
 * - `invalid_grant`: the refresh token is unknown, expired or used up.
 * - `unauthorized_client`: this client may not use this grant.
 * - `unsupported_grant_type`: the grant is neither `client_credentials` nor `refresh_token`.
 * - `invalid_scope`: a scope is unknown, or the key does not carry it.
 */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope';

/** The error of the token endpoint, in the form of RFC 6749. */
export interface OAuthError {
  /**
   * The reason why no token was issued (RFC 6749, section 5.2).
   *
   * - `invalid_request`: a field is missing, repeated or malformed.
   * - `invalid_client`: the id or the secret of the client is wrong (status 401).
   * - `invalid_grant`: the refresh token is unknown, expired or used up.
   * - `unauthorized_client`: this client may not use this grant.
   * - `unsupported_grant_type`: the grant is neither `client_credentials` nor `refresh_token`.
   * - `invalid_scope`: a scope is unknown, or the key does not carry it.
   */
  error: OAuthErrorCode;
  /**
   * What went wrong, as a sentence for developers.
   *
   * @example 'The client secret is wrong.'
   */
  error_description?: string;
  /**
   * A page that explains the error.
   *
   * Format: `uri`.
   *
   * @example 'https://example.com/docs/oauth#invalid_client'
   */
  error_uri?: string;
}

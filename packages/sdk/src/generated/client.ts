// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import { Client, type ClientOptions, type ConfigurationError } from '@product/client-runtime';
import { operations } from './operations.ts';
import { profile } from './profile.ts';
import { ApiKeys } from './resources/api-keys.ts';
import { Tasks } from './resources/tasks.ts';
import { Projects } from './resources/projects.ts';
import { Users } from './resources/users.ts';
import { RateLimit } from './resources/rate-limit.ts';
import { WebhookEndpoints } from './resources/webhook-endpoints.ts';
import { Oauth } from './resources/oauth.ts';
import type { paths } from './schema.ts';

/** What a {@link ProductClient} can be told; everything has a default. */
export interface ProductClientOptions extends ClientOptions {}

/**
 * The client of the Product API 1.0.0.
 *
 * @remarks
 * Reads `PRODUCT_API_KEY` and `PRODUCT_BASE_URL` from the environment when they are not given.
 *
 * The API key is sent as a bearer token.
 *
 * @example
 * ```ts
 * const client = new ProductClient();
 * ```
 */
export class ProductClient extends Client<paths> {
  /** The API keys of your account: create, inspect, limit, rotate and revoke them. */
  readonly apiKeys: ApiKeys;
  /** Tasks: the pieces of work a team has to do. */
  readonly tasks: Tasks;
  /** Projects: named groups of tasks with an owner. */
  readonly projects: Projects;
  /** The people of your account, with the role each of them has. */
  readonly users: Users;
  /** The rate limit of the calling key: what is allowed, what is left, and when it starts again. */
  readonly rateLimit: RateLimit;
  /** Webhook endpoints: the URLs of yours to which the service sends events. */
  readonly webhookEndpoints: WebhookEndpoints;
  /** Short-lived access tokens, got in exchange for an API key or a refresh token (RFC 6749). */
  readonly oauth: Oauth;

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param options - Key, address, retries, limits; see {@link ProductClientOptions}.
   * @throws A {@link ConfigurationError} if an option cannot be used; nothing is sent.
   */
  constructor(options: ProductClientOptions = {}) {
    super({ profile, operations }, options);
    this.apiKeys = new ApiKeys(this.caller);
    this.tasks = new Tasks(this.caller);
    this.projects = new Projects(this.caller);
    this.users = new Users(this.caller);
    this.rateLimit = new RateLimit(this.caller);
    this.webhookEndpoints = new WebhookEndpoints(this.caller);
    this.oauth = new Oauth(this.caller);
  }
}

// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import type {
  ApiKeyAuthFailedEvent,
  ApiKeyCreatedEvent,
  ApiKeyExpiredEvent,
  ApiKeyExpiringEvent,
  ApiKeyRenewedEvent,
  ApiKeyRevokedEvent,
  ApiKeyRotatedEvent,
  ApiKeyUpdatedEvent,
  ApiKeyUsedFromNewLocationEvent,
  ProjectCreatedEvent,
  ProjectDeletedEvent,
  ProjectUpdatedEvent,
  QuotaExceededEvent,
  RateLimitReachedEvent,
  TaskCreatedEvent,
  TaskDeletedEvent,
  TaskUpdatedEvent,
} from './models.ts';

/** The events that the API sends, by name. */
export interface WebhookEventMap {
  /** Sent when a key was created, by whatever means. It does not hold the secret. */
  'api_key.created': ApiKeyCreatedEvent;
  /** Sent when the name, description, scopes, expiry or auto-renewal of a key was changed. */
  'api_key.updated': ApiKeyUpdatedEvent;
  /** Sent when a key was given a new secret. It does not hold the secret. */
  'api_key.rotated': ApiKeyRotatedEvent;
  /** Sent when a key was switched off. Requests with it fail from that moment. */
  'api_key.revoked': ApiKeyRevokedEvent;
  /** Sent 30 days before a key expires, so that you can extend or replace it in time. */
  'api_key.expiring': ApiKeyExpiringEvent;
  /** Sent when the expiry of a key has passed. Requests with it fail from that moment. */
  'api_key.expired': ApiKeyExpiredEvent;
  /**
   * Sent when a key with `auto_renew` renewed itself. The secret stays the same, so nothing needs
   * to change.
   */
  'api_key.renewed': ApiKeyRenewedEvent;
  /** Sent when a request was refused with 401 although it named one of your keys. */
  'api_key.auth_failed': ApiKeyAuthFailedEvent;
  /**
   * Sent when a key was used from an address from which it had not been used before. If it was not
   * you, revoke the key.
   */
  'api_key.used_from_new_location': ApiKeyUsedFromNewLocationEvent;
  /**
   * Sent once per window, when the first request is refused with 429. The hourly window of a live
   * key sends `quota.exceeded` instead.
   */
  'rate_limit.reached': RateLimitReachedEvent;
  /**
   * Sent once per hour, when the first request of a live key is refused with 429 since its hourly
   * quota is used up. Test keys do not count against the quota.
   */
  'quota.exceeded': QuotaExceededEvent;
  /** Sent when a task was created. */
  'task.created': TaskCreatedEvent;
  /** Sent when a field of a task was changed. */
  'task.updated': TaskUpdatedEvent;
  /** Sent when a task was deleted. */
  'task.deleted': TaskDeletedEvent;
  /** Sent when a project was created. */
  'project.created': ProjectCreatedEvent;
  /** Sent when a field of a project was changed. */
  'project.updated': ProjectUpdatedEvent;
  /** Sent when a project was deleted. */
  'project.deleted': ProjectDeletedEvent;
}

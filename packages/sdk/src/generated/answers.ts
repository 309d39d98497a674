// Generated from Product API 1.0.0 by product-codegen. Do not edit.

export type {
  ApiKeysListAnswers,
  ApiKeysCreateAnswers,
  ApiKeysCurrentAnswers,
  ApiKeysGetAnswers,
  ApiKeysUpdateAnswers,
  ApiKeysRevokeAnswers,
  ApiKeysRotateAnswers,
} from './resources/api-keys.ts';
export type {
  TasksListAnswers,
  TasksCreateAnswers,
  TasksGetAnswers,
  TasksUpdateAnswers,
  TasksDeleteAnswers,
} from './resources/tasks.ts';
export type {
  ProjectsListAnswers,
  ProjectsCreateAnswers,
  ProjectsGetAnswers,
  ProjectsUpdateAnswers,
  ProjectsDeleteAnswers,
} from './resources/projects.ts';
export type {
  UsersListAnswers,
  UsersMeAnswers,
  UsersGetAnswers,
  UsersUpdateAnswers,
} from './resources/users.ts';
export type { RateLimitGetAnswers } from './resources/rate-limit.ts';
export type {
  WebhookEndpointsListAnswers,
  WebhookEndpointsCreateAnswers,
  WebhookEndpointsGetAnswers,
  WebhookEndpointsUpdateAnswers,
  WebhookEndpointsDeleteAnswers,
  WebhookEndpointsTestAnswers,
  WebhookEndpointsRotateSecretAnswers,
} from './resources/webhook-endpoints.ts';
export type { OauthTokenAnswers } from './resources/oauth.ts';

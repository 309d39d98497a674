export type { Duration, MockClock } from './clock/mock-clock.ts';
export { createMock } from './create-mock.ts';
export { createMockFromModel } from './create-mock-from-model.ts';
export type {
  MockAnswer,
  MockHeaders,
  MockRequest,
  MockReset,
  MockResponse,
} from './exchange/message.ts';
export type { Fault, Faults } from './faults/faults.ts';
export type { operations as ProductOperations } from './generated/product-operations.ts';
export type {
  CreatedKey,
  FirstKeys,
  KeyInfo,
  KeyMode,
  KeyOptions,
  KeyRing,
} from './keys/key-ring.ts';
export type {
  Mock,
  MockSnapshot,
  RequestEntry,
  RequestLog,
  ServedMock,
  Violation,
  WebhookDelivery,
  Webhooks,
} from './mock.ts';
export { MockError, type MockErrorCode } from './mock-error.ts';
export type { PlanQuotas } from './model/limit-policy.ts';
export type { MockOptions } from './options/mock-options.ts';
export type { OperationState, RowScope, Rows } from './own-handlers/operation-state.ts';
export type { AnyOperation, AnyOperations } from './own-handlers/operation-types.ts';
export type {
  OperationAnswer,
  OperationCall,
  OperationCaller,
  OperationHandler,
  OperationInput,
  OperationResult,
  UncheckedAnswer,
} from './own-handlers/own-handler.ts';
export { SchemaError } from './schema/validate/schema-error.ts';
export type {
  AcceptedCredential,
  SecurityOption,
  StrictSecurity,
} from './security/security-option.ts';

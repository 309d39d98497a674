import type { Answers } from '../exchange/exchange-state.ts';
import { completeHeaders } from './complete-headers.ts';
import { faultOf } from './fault-of.ts';
import { findRoute } from './find-route.ts';
import { fit } from './fit.ts';
import { mend } from './mend.ts';
import { prepare } from './prepare.ts';

/** Answers for documents that were not written for the mock. */
export const anyAnswers: Answers = {
  idempotencyHeader: 'idempotency-key',
  findRoute,
  prepare,
  fit,
  mend,
  faultOf,
  complete: completeHeaders,
};

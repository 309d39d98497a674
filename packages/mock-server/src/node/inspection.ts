import type { ApiModel } from '@product/spec-model';
import type { Collections } from '../infer/infer-collections.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';

/** What `product-mock inspect` shows. */
export interface Inspection {
  readonly model: Pick<ApiModel, 'info'>;
  /** In the order of the document. */
  readonly operations: readonly Operation[];
  readonly collections: Collections;
  readonly schemas: SchemaReader;
}

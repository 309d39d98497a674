import type { LoadedApi } from '@product/spec-model';
import { emitClient } from './emit/emit-client.ts';
import { emitIndex } from './emit/emit-index.ts';
import { emitModels } from './emit/emit-models.ts';
import { emitOperations } from './emit/emit-operations.ts';
import { emitProfile } from './emit/emit-profile.ts';
import { emitResources } from './emit/emit-resource.ts';
import { emitSchema } from './emit/emit-schema.ts';
import { emitValidate } from './emit/emit-validate.ts';
import { emitWebhooks } from './emit/emit-webhooks.ts';
import { formatFile } from './format-file.ts';
import type { GeneratedFile } from './generated-file.ts';
import { type GenerateOptions, planSdk, type SdkPlan } from './plan/plan-sdk.ts';

/** Makes some files of an SDK from the plan. */
export type Emitter = (plan: SdkPlan) => GeneratedFile[] | Promise<GeneratedFile[]>;

/** What is emitted, in this order. */
const EMITTERS: readonly Emitter[] = [
  emitSchema,
  emitModels,
  emitOperations,
  emitProfile,
  emitResources,
  emitWebhooks,
  emitValidate,
  emitClient,
  emitIndex,
];

/**
 * Makes the source of an SDK: plan the names once, emit each file, format it.
 *
 * @remarks Pure and deterministic: nothing is written, and the same document gives the same text,
 * whatever the machine and the day.
 *
 * @param api - A document, read by `loadApi`.
 * @param options - What the user calls the client and its package.
 * @returns The files, by their place below the output folder.
 * @example
 * ```ts
 * const api = await loadApi('openapi.yaml');
 * const files = await generate(api, { clientName: 'ProductClient', packageName: '@product/api-client' });
 * await writeFiles('src/generated', files);
 * ```
 */
export async function generate(api: LoadedApi, options: GenerateOptions): Promise<GeneratedFile[]> {
  const plan = planSdk(api, options);
  const emitted = await Promise.all(EMITTERS.map((emit) => emit(plan)));
  return Promise.all(emitted.flat().map((file) => formatFile(file, plan.model.info)));
}

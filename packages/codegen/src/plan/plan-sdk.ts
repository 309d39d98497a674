import type { ApiModel, ApiWebhook, JsonObject, LoadedApi } from '@product/spec-model';
import { TypePrinter } from '../schema/type-printer.ts';
import { NameRegister, pascalCase } from '../text/identifier.ts';
import { MODULE_NAMES } from '../text/reserved-names.ts';
import { planResources, type ResourcePlan } from './plan-resources.ts';

/** What the user calls the things to be generated. */
export interface GenerateOptions {
  /** Name of the client class: `ProductClient`. */
  readonly clientName: string;
  /** Name of the package that will hold the code: `@product/api-client`. */
  readonly packageName: string;
  /** Version of that package, which its client tells in its `User-Agent`. */
  readonly packageVersion?: string | undefined;
}

/** Every decision about names and types, made once; emitters only write it down. */
export interface SdkPlan {
  readonly model: ApiModel;
  /** The bundled document, for openapi-typescript. */
  readonly document: JsonObject;
  readonly clientName: string;
  readonly packageName: string;
  readonly packageVersion: string | undefined;
  /** The client's name without `Client`: `Product`. */
  readonly productName: string;
  /** Type names of the schemas, by their name in the document, in document order. */
  readonly modelNames: ReadonlyMap<string, string>;
  readonly resources: readonly ResourcePlan[];
  readonly webhooks: readonly WebhookPlan[];
}

/** A webhook and the type of its event. */
export interface WebhookPlan {
  readonly webhook: ApiWebhook;
  /** The type of the event, in terms of the models. */
  readonly type: string;
  /** Models that the type names. */
  readonly used: readonly string[];
}

/**
 * Decides the names and types of an SDK.
 *
 * @remarks Identifiers are made from the document's names by allow-list and given once each, models
 * first, so that a document cannot make two things of one name or shadow what the code relies on.
 */
export function planSdk(api: LoadedApi, options: GenerateOptions): SdkPlan {
  const { model, document } = api;
  const clientName = pascalCase(options.clientName);
  const productName = clientName.replace(/Client$/, '') || clientName;
  const names = new NameRegister([
    ...MODULE_NAMES,
    ...[clientName, `${clientName}Options`, `${productName}Error`],
  ]);
  const modelNames = new Map(
    Object.keys(model.schemas).map((name) => [name, names.claim(pascalCase(name), 'Model')]),
  );
  return {
    model,
    document,
    clientName,
    packageName: options.packageName,
    packageVersion: options.packageVersion,
    productName,
    modelNames,
    resources: planResources({ model, modelNames, names }),
    webhooks: model.webhooks.map((webhook) => planWebhook(webhook, model, modelNames)),
  };
}

function planWebhook(
  webhook: ApiWebhook,
  model: ApiModel,
  modelNames: ReadonlyMap<string, string>,
): WebhookPlan {
  const printer = new TypePrinter(model.schemas, modelNames);
  const json = webhook.requestBody?.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
  return { webhook, type: printer.print(json?.schema), used: [...printer.used] };
}

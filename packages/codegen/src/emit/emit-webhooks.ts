import type { GeneratedFile } from '../generated-file.ts';
import type { SdkPlan, WebhookPlan } from '../plan/plan-sdk.ts';
import { code, docComment, sentence } from '../text/doc-comment.ts';
import { memberName } from '../text/literal.ts';

/** Whether the document names a schema `WebhookEvent`; then that one is the union of events. */
export function hasOwnEventUnion(plan: SdkPlan): boolean {
  return plan.model.schemas['WebhookEvent'] !== undefined;
}

/** `webhooks.ts`: the events that the API sends, by name and as a union; no webhooks, no file. */
export function emitWebhooks(plan: SdkPlan): GeneratedFile[] {
  if (plan.webhooks.length === 0) {
    return [];
  }
  const used = [...new Set(plan.webhooks.flatMap((webhook) => webhook.used))].sort();
  const imports =
    used.length === 0 ? '' : `import type { ${used.join(', ')} } from './models.ts';\n`;
  const union = `/** Any event that the API sends. */
export type WebhookEvent = WebhookEventMap[keyof WebhookEventMap];
`;
  const content = `${imports}
/** The events that the API sends, by name. */
export interface WebhookEventMap {
${plan.webhooks.map(memberOf).join('\n')}
}
${hasOwnEventUnion(plan) ? '' : `\n${union}`}`;
  return [{ path: 'webhooks.ts', content }];
}

function memberOf({ webhook, type }: WebhookPlan): string {
  const said = webhook.description ?? webhook.summary ?? '';
  const summary = sentence(said) || `The event ${code(webhook.name)}.`;
  return `${docComment({ summary })}${memberName(webhook.name)}: ${type};`;
}

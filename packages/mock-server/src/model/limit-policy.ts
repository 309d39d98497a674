import type { ApiModel } from '@product/spec-model';
import { MockError } from '../mock-error.ts';
import { suggestName } from '../options/nearest-name.ts';
import { asNumber, asObject, asText } from './json-read.ts';

/** One window of a plan. */
export interface LimitWindow {
  /** As the `RateLimit` headers name it: `hour`. */
  readonly name: string;
  /** Requests per window. */
  readonly quota: number;
  readonly windowSeconds: number;
}

/** The rate limits, read from the document's `x-rate-limit-policies`. */
export interface LimitPolicy {
  /** The windows of each plan. */
  readonly plans: ReadonlyMap<string, readonly LimitWindow[]>;
  readonly defaultPlan: string;
  /** The window that the `X-RateLimit-…` headers describe. */
  readonly headerWindow: string;
}

/** Other quotas than the document's, by plan and window: `{ free: { minute: 5 } }`. */
export type PlanQuotas = {
  readonly [plan: string]: { readonly [window: string]: number };
};

/**
 * Reads the limits, with other quotas put in.
 *
 * @param quotas - A plan the document does not name gets the windows of the default plan.
 * @throws {@link MockError} with code `invalid_option` for a window that no plan has, or a quota below 1.
 */
export function readLimitPolicy(model: ApiModel, quotas: PlanQuotas = {}): LimitPolicy {
  const policy = asObject(model.extensions['x-rate-limit-policies']);
  const plans = new Map<string, readonly LimitWindow[]>();
  for (const [plan, windows] of Object.entries(asObject(policy['plans']))) {
    plans.set(plan, Array.isArray(windows) ? windows.map(readWindow) : []);
  }
  const defaultPlan = asText(policy['default_plan'], plans.keys().next().value ?? 'default');
  for (const [plan, byWindow] of Object.entries(quotas)) {
    const windows = plans.get(plan) ?? plans.get(defaultPlan) ?? [];
    plans.set(plan, overrideQuotas(plan, windows, byWindow));
  }
  const fallback = plans.get(defaultPlan)?.[0]?.name ?? '';
  const headerWindow = asText(asObject(policy['headers'])['x_rate_limit'], fallback);
  return { plans, defaultPlan, headerWindow };
}

function readWindow(value: unknown): LimitWindow {
  const window = asObject(value);
  const windowSeconds = asNumber(window['window_seconds'], 60);
  return {
    name: asText(window['name'], `${windowSeconds}s`),
    quota: asNumber(window['quota'], 60),
    windowSeconds,
  };
}

function overrideQuotas(
  plan: string,
  windows: readonly LimitWindow[],
  byWindow: { readonly [window: string]: number },
): readonly LimitWindow[] {
  const names = windows.map((window) => window.name);
  for (const [name, quota] of Object.entries(byWindow)) {
    const problem = names.includes(name) ? quotaProblem(quota) : `there is no window "${name}"`;
    if (problem === undefined) continue;
    throw new MockError(
      'invalid_option',
      `cannot set the limits of plan "${plan}": ${problem}. ${suggestName(name, names)}`,
    );
  }
  return windows.map((window) => ({ ...window, quota: byWindow[window.name] ?? window.quota }));
}

function quotaProblem(quota: number): string | undefined {
  return Number.isInteger(quota) && quota > 0 ? undefined : 'a quota is a whole number above 0';
}

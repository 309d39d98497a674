import type { WebhookTarget } from '../../mock.ts';
import { asNumber, asText, asTexts } from '../../model/json-read.ts';
import type { Row } from '../../state/row-group.ts';

/** An endpoint as the sender needs it, with the secrets that sign at an instant. */
export function endpointTarget(
  { id, data, hidden }: Row,
  mode: string,
  now: number,
): WebhookTarget {
  const secret = asText(hidden['secret'], '');
  const overlaps = asNumber(hidden['previousUntil'], 0) > now;
  const previous = overlaps ? [asText(hidden['previous'], '')] : [];
  return {
    id,
    mode,
    url: asText(data['url'], ''),
    events: asTexts(data['events']),
    secrets: [secret, ...previous],
  };
}

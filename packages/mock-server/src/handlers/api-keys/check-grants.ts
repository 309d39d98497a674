import { type FieldError, invalid, type Outcome } from '../../exchange/outcome.ts';
import type { KeyField } from '../../keys/key-field.ts';
import type { KeyRecord } from '../../keys/key-record.ts';
import type { Call } from '../handler.ts';
import type { KeyWish } from './read-wish.ts';
import type { SentFields } from './sent-fields.ts';

/** What a wish is held against: the key as it is, or as it begins. */
export type KeyBefore = Pick<KeyRecord, 'apiTypes' | 'allowedForAll' | 'logging'>;

/** A 422 for a level, an API type or a logging that the policy does not have. */
export function refuseGrants(
  { core }: Call,
  { wish, before, fields }: Checked,
): Outcome | undefined {
  const { grants } = core.keyPolicy;
  const errors: FieldError[] = [];
  const blame = (field: KeyField, code: string, message: string): void => {
    errors.push({ pointer: fields.get(field)?.pointer ?? '', code, message });
  };
  if (grants.kind === 'level' && wish.level !== undefined) {
    if (wish.level < grants.min) blame('level', 'minimum', `The least level is ${grants.min}.`);
    if (wish.level > grants.max) blame('level', 'maximum', `The highest level is ${grants.max}.`);
  }
  if (grants.kind === 'api_types') {
    const unknown = wish.apiTypes?.find((type) => !grants.types.includes(type));
    const field = fields.has('api_types') ? 'api_types' : 'logging';
    if (unknown !== undefined) blame(field, 'enum', `There is no API type ${unknown}.`);
    checkLogging({ wish, before, fields }, blame);
  }
  return errors.length > 0 ? invalid(errors) : undefined;
}

/** A wish with what it stands on. */
export interface Checked {
  readonly wish: KeyWish;
  readonly before: KeyBefore;
  readonly fields: SentFields;
}

function checkLogging(
  { wish, before }: Checked,
  blame: (field: KeyField, code: string, message: string) => void,
): void {
  const { logging } = wish;
  const forAll = wish.allowedForAll ?? before.allowedForAll;
  if (logging?.all === true && !forAll) {
    blame('logged_for_all', 'not_allowed', 'Only a key for all API types is logged for all.');
  }
  const types = wish.apiTypes ?? before.apiTypes;
  const stray = logging?.types.find(({ type, logged }) => logged && !types.includes(type));
  if (stray === undefined || forAll) return;
  blame('logging', 'not_allowed', `The key is not allowed for the API type ${stray.type}.`);
}

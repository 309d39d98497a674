import { asNumber, asObject, asText, asTexts } from './json-read.ts';

/** What says what a key may do. */
export type Grants =
  | { readonly kind: 'scopes' }
  | {
      readonly kind: 'level';
      readonly min: number;
      readonly max: number;
      /** The highest level of each role. */
      readonly roles: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'api_types'; readonly types: readonly string[] };

/** What a caller needs: all the scopes, all the rights, one of the roles or a stronger one. */
export interface Needs {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly rights: readonly string[];
}

/** What a caller needs to manage keys, and to end them. */
export interface ManageRules {
  readonly any: Needs;
  readonly revoke: Needs;
}

/**
 * Reads the member `grants` of a key policy.
 *
 * @param named - The API types that operations name; the policy may name others.
 */
export function readGrants(value: unknown, named: readonly string[]): Grants {
  const grants = asObject(value);
  switch (grants['kind']) {
    case 'level':
      return {
        kind: 'level',
        min: asNumber(grants['min'], 0),
        max: asNumber(grants['max'], 8),
        roles: readLevels(grants['roles']),
      };
    case 'role':
      return { kind: 'role', role: asText(grants['role'], '') };
    case 'api_types': {
      const types = asTexts(grants['types']);
      return { kind: 'api_types', types: types.length > 0 ? types : named };
    }
    default:
      return { kind: 'scopes' };
  }
}

function readLevels(value: unknown): ReadonlyMap<string, number> {
  const entries = Object.entries(asObject(value));
  return new Map(entries.map(([role, level]) => [role, asNumber(level, 0)]));
}

/** Reads the member `manage` of a key policy. */
export function readManageRules(value: unknown): ManageRules {
  const manage = asObject(value);
  const any = readNeeds(manage);
  return { any, revoke: manage['revoke'] === undefined ? any : readNeeds(manage['revoke']) };
}

function readNeeds(value: unknown): Needs {
  const needs = asObject(value);
  const [scopes, roles, rights] = [needs['scopes'], needs['roles'], needs['rights']].map(asTexts);
  return { scopes: scopes ?? [], roles: roles ?? [], rights: rights ?? [] };
}

import type { Oas2Rule, Oas3Rule, Plugin, UserContext } from '@redocly/openapi-core';

type Place = UserContext['location'];

/**
 * Rules that the linter lacks: equal operationIds are reported at every place that uses them, and
 * a security requirement must name a scheme that exists.
 */
export const documentRules: Plugin = {
  id: 'product',
  rules: {
    oas3: {
      'product/unique-operation-ids': uniqueOperationIds(),
      'product/known-security-schemes': knownSecuritySchemes(),
    },
    oas2: {
      'product/unique-operation-ids': uniqueOperationIds() as Oas2Rule, // the members it visits are alike
      'product/known-security-schemes': knownSecuritySchemes() as Oas2Rule, // the members it visits are alike
    },
  },
};

function uniqueOperationIds(): Oas3Rule {
  return () => {
    const places = new Map<string, Place[]>();
    return {
      Operation(operation, { location }) {
        if (typeof operation.operationId !== 'string') {
          return;
        }
        gather(places, operation.operationId, location);
      },
      Root: {
        leave(_root, { report }) {
          for (const [id, used] of places) {
            for (const place of used.length > 1 ? used : []) {
              const others = used.filter((other) => other !== place).map(name);
              report({
                message: `operationId "${id}" must be unique: it is also used at ${others.join(' and ')}.`,
                location: place.child(['operationId']),
              });
            }
          }
        },
      },
    };
  };
}

function knownSecuritySchemes(): Oas3Rule {
  return () => {
    const known = new Set<string>();
    const places = new Map<string, Place[]>();
    return {
      SecurityScheme(_scheme, { key }) {
        known.add(String(key));
      },
      SecurityRequirement(requirement, { location }) {
        for (const scheme of Object.keys(requirement)) {
          gather(places, scheme, location.child([scheme]));
        }
      },
      Root: {
        leave(_root, { report }) {
          for (const [scheme, used] of places) {
            for (const place of known.has(scheme) ? [] : used) {
              report({
                message: `there is no security scheme named "${scheme}".`,
                location: place.key(),
              });
            }
          }
        },
      },
    };
  };
}

function gather(places: Map<string, Place[]>, name: string, place: Place): void {
  const known = places.get(name);
  if (known === undefined) {
    places.set(name, [place]);
  } else if (!known.some((other) => other.absolutePointer === place.absolutePointer)) {
    known.push(place);
  }
}

function name(place: Place): string {
  const file = place.source.absoluteRef.split(/[\\/]/).at(-1) ?? '';
  return `${file}${place.pointer}`;
}

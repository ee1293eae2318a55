import { Problem } from './problem.ts';
import type { Method, Route } from './route.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route for a path below the base. Throws Problem `not_found` or `method_not_allowed`. */
export interface ApiRouter {
  find(method: string, path: string): Match;
}

export function createApiRouter(routes: readonly Route[]): ApiRouter {
  const table = routes.map((route) => ({ route, segments: route.path.split('/') }));
  return {
    find(method, path) {
      const segments = path.split('/');
      const allowed = new Set<Method>();
      for (const { route, segments: pattern } of table) {
        const params = matchSegments(pattern, segments);
        if (params === undefined) continue;
        if (route.method === method) return { route, params };
        allowed.add(route.method);
      }
      if (allowed.size === 0) {
        throw new Problem('not_found', `There is nothing at ${path}. See /api/openapi.json.`);
      }
      const allow = [...allowed].join(', ');
      throw new Problem('method_not_allowed', `${path} takes ${allow}, not ${method}.`, {
        headers: { allow },
      });
    },
  };
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (name === undefined && segment !== expected) return undefined;
    if (name !== undefined) params[name] = decoded(segment);
  }
  return params;
}

/** A segment that is not well encoded stays as it is: then it names nothing that exists. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

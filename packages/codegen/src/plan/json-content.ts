import type { ApiContent, ApiResponse } from '@product/spec-model';

/** The JSON body of an answer, if it has one. */
export function jsonContent(response: ApiResponse | undefined): ApiContent | undefined {
  return response?.content.find(({ mediaType }) => /[/+]json\b/.test(mediaType));
}

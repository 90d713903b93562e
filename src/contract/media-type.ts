import type { Operation, RequestBody, Response } from './contract';
import type { Schema } from './schema';

/** Returns a media type without its parameters, such as a charset, in lower case. */
export const bareMediaType = (mediaType: string): string => (mediaType.split(';')[0] as string).trim().toLowerCase();

/** Whether a media type is one of JSON: `application/json`, `application/problem+json`, `text/json`. */
export const isJsonType = (mediaType: string): boolean =>
  /^(?:application\/(?:[\w.+-]+\+)?json|text\/json)$/.test(bareMediaType(mediaType));

/** A body of JSON under one of the media types that it may have. */
export interface JsonBody {
  readonly mediaType: string;
  readonly schema: Schema;
}

/** Changes to a resource, not the resource (RFC 6902): which of them a service takes, no schema says. */
const JSON_PATCH = 'application/json-patch+json';

const jsonAmong = (contents: Response['others'] = []): JsonBody[] =>
  contents.flatMap(({ mediaType, schema }) =>
    schema === undefined || !isJsonType(mediaType) || bareMediaType(mediaType) === JSON_PATCH
      ? []
      : [{ mediaType: bareMediaType(mediaType), schema }],
  );

/** The JSON that a response may come as, beside the body that its cases are made of. */
export const otherJson = (response: Response): readonly JsonBody[] => jsonAmong(response.others);

/** The JSON that an operation may be sent, beside its main body. */
export const otherJsonSent = ({ otherContent }: Operation): readonly JsonBody[] => jsonAmong(otherContent?.types);

const named = (all: readonly JsonBody[], mediaType: string | undefined): JsonBody | undefined =>
  mediaType === undefined ? undefined : all.find((one) => one.mediaType === bareMediaType(mediaType));

/** The response as it is said to be for a media type: that of the answer's Content-Type, or of the request's Accept. */
export function responseAs(response: Response, mediaType: string | undefined): Response {
  if (response.mediaType === undefined || bareMediaType(mediaType ?? '') === bareMediaType(response.mediaType))
    return response;
  const other = named(otherJson(response), mediaType);
  return other === undefined ? response : { ...response, ...other };
}

/** The body of a request as it is said to be for the media type that it is sent as. */
export function requestAs(operation: Operation, mediaType: string | undefined): RequestBody | undefined {
  const { request } = operation;
  if (request === undefined || bareMediaType(mediaType ?? '') === bareMediaType(request.mediaType)) return request;
  const other = named(otherJsonSent(operation), mediaType);
  return other === undefined ? request : { ...request, ...other };
}

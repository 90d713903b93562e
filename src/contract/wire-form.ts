/** How lists and objects of parameters are written as text (OpenAPI's `style`); `tabDelimited` is Swagger 2.0's `tsv`. */
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'tabDelimited'
  | 'deepObject';

/** Where a parameter stands in a request. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** The form of a parameter on the wire, as far as a document says it. */
export interface WrittenForm {
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  /** The value is one text of this media type, as JSON; style and explode say nothing then. */
  readonly mediaType?: string;
  /** Reserved characters stand in the query as they are, not percent-encoded. */
  readonly allowReserved?: boolean;
}

/** The form of a parameter on the wire, the defaults of OpenAPI filled in. */
export type WireForm =
  | { readonly mediaType: string }
  | { readonly style: ParameterStyle; readonly explode: boolean; readonly allowReserved: boolean };

/** Gives the form of a parameter on the wire: what is said of it, else OpenAPI's defaults for its place. */
export function wireFormOf(parameter: WrittenForm & { readonly in: ParameterPlace }): WireForm {
  const { mediaType, in: place, allowReserved = false } = parameter;
  if (mediaType !== undefined) return { mediaType };
  const style = parameter.style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  return { style, explode: parameter.explode ?? style === 'form', allowReserved };
}

/** Copies what is said of a parameter's form; what is not said stays absent. */
export function writtenForm({ style, explode, mediaType, allowReserved }: WrittenForm): WrittenForm {
  return {
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(allowReserved === undefined ? {} : { allowReserved }),
  };
}

import type { ParameterPlace, ParameterStyle, WrittenForm } from '../../contract';
import { jsonContent } from './media-type';
import type { Notes } from './notes';
import { type Place, placeAt, placesIn, textAt } from './place';

/** Swagger 2.0's `collectionFormat`, as the style that separates items in the same way. */
const COLLECTION_FORMATS: Readonly<Record<string, WrittenForm>> = {
  csv: { explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

const STYLES: Readonly<Record<ParameterPlace, readonly ParameterStyle[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** The form of a Swagger 2.0 parameter: lists only have one, with commas where nothing is said. */
function collectionForm(place: Place, where: ParameterPlace, notes: Notes): WrittenForm {
  if (textAt(place, 'type') !== 'array') return {};
  const word = textAt(place, 'collectionFormat') ?? 'csv';
  const form = Object.hasOwn(COLLECTION_FORMATS, word) ? COLLECTION_FORMATS[word] : undefined;
  if (form === undefined)
    notes.warn(placeAt(place, 'collectionFormat') ?? place, `there is no collectionFormat ${word}: it is read as csv`);
  if (form !== undefined && word !== 'csv') return form;
  return where === 'query' ? { explode: false } : {};
}

function styleAt(place: Place, where: ParameterPlace, notes: Notes): WrittenForm {
  const written = textAt(place, 'style');
  const style = STYLES[where].find((one) => one === written);
  if (written !== undefined && style === undefined)
    notes.warn(placeAt(place, 'style') ?? place, `a ${where} has no style ${written}: it is read as the default`);
  const explode = placeAt(place, 'explode')?.value;
  return {
    ...(style === undefined ? {} : { style }),
    ...(typeof explode === 'boolean' ? { explode } : {}),
    ...(placeAt(place, 'allowReserved')?.value === true ? { allowReserved: true } : {}),
  };
}

/** Reads how a parameter is written as text: `style` and `explode`, `content`, or `collectionFormat`. */
export function formOf(place: Place, where: ParameterPlace, notes: Notes): WrittenForm {
  const content = placeAt(place, 'content');
  const [other] = placesIn(content);
  if (other !== undefined) return { mediaType: jsonContent(content)?.mediaType ?? other[0] };
  return placeAt(place, 'schema') === undefined ? collectionForm(place, where, notes) : styleAt(place, where, notes);
}

import {
  type Definitions,
  type JsonSchema,
  LeastSizes,
  Normaliser,
  requireProductive,
  type Schema,
  unlessRefused,
} from '../../contract';
import type { Models } from '../print-module';
import { withExtendedParents } from './extended-parents';
import type { ModelShelf } from './models';
import { withNamedHeirs } from './named-heirs';
import type { Notes } from './notes';
import type { Place } from './place';
import { noteUnsaid } from './unsaid';

/** The schemas of the models; one that a contract cannot express is named, and inexact. */
function normalised(models: Models, refuse: (name: string, message: string) => void): Definitions {
  const normaliser = new Normaliser(models);
  const definitions = Object.keys(models).map((name): [string, Schema] => {
    const schema = unlessRefused<Schema>(
      () => normaliser.definition(name),
      ({ message }) => {
        refuse(name, message);
        return { kind: 'any', inexact: message };
      },
    );
    return [name, schema];
  });
  return Object.fromEntries(definitions);
}

/** The models of a shelf that a contract can express. Of the others no values are made, which is noted. */
export function soundModels(shelf: ModelShelf, notes: Notes): Models {
  const warn = (parent: string, message: string): void => {
    const place = shelf.placeOf(parent);
    if (place !== undefined) notes.warn(place, `${parent} ${message}`);
  };
  const extended = withExtendedParents(shelf.models(), (parent) =>
    warn(parent, 'lists models that extend it, and would contain itself: they are read without its alternatives'),
  );
  const models: Record<string, JsonSchema> = {
    ...withNamedHeirs(extended, shelf.families, (parent) =>
      warn(parent, 'has a discriminator: a value is judged by the model that it names, of those that extend it'),
    ),
  };
  const refuse = (name: string, message: string): void => {
    models[name] = { 'x-inexact': notes.refuse(shelf.placeOf(name) as Place, name, message) };
  };
  const definitions: Record<string, Schema> = { ...normalised(models, refuse) };
  for (let loop = loopIn(definitions); loop !== undefined; loop = loopIn(definitions)) {
    refuse(loop.name, loop.message);
    definitions[loop.name] = { kind: 'any', inexact: loop.message };
  }
  for (const [name, schema] of Object.entries(definitions)) {
    const place = shelf.placeOf(name);
    if (place !== undefined) noteUnsaid(schema, place, name, notes);
  }
  const sizes = new LeastSizes(definitions);
  for (const [name, schema] of Object.entries(definitions)) {
    const problem = sizes.problemOf(schema);
    if (problem !== undefined) refuse(name, problem);
  }
  return models;
}

/** A model that only refers to itself. */
const loopIn = (definitions: Definitions): { name: string; message: string } | undefined =>
  unlessRefused<{ name: string; message: string } | undefined>(
    () => void requireProductive(definitions),
    ({ where = '', message }) => ({ name: where.replace('/models/', ''), message }),
  );

import { type Model, type Property, sitesOf } from '../contract';

/** The declared members of a model whose root is an object; none of any other. */
export const membersOf = (model: Model): Property[] =>
  sitesOf(model).flatMap(({ parent, property }) => (parent === '' && property !== undefined ? [property] : []));

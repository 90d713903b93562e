import type { BreakingRule } from '../../rule';
import { responseAdditionalPropertiesClosed } from './response-additional-properties-closed';
import { responseAdditionalPropertiesOpened } from './response-additional-properties-opened';
import { responseOptionalPropertyAdded } from './response-optional-property-added';
import { responseOptionalPropertyRemoved } from './response-optional-property-removed';
import { responsePropertyAddedToClosedObject } from './response-property-added-to-closed-object';
import { responsePropertyAnyOfAdded } from './response-property-any-of-added';
import { responsePropertyAnyOfBecameOneOf } from './response-property-any-of-became-one-of';
import { responsePropertyAnyOfRemoved } from './response-property-any-of-removed';
import { responsePropertyBecameEnum } from './response-property-became-enum';
import { responsePropertyBecameNotEnum } from './response-property-became-not-enum';
import { responsePropertyBecameNotNullable } from './response-property-became-not-nullable';
import { responsePropertyBecameNullable } from './response-property-became-nullable';
import { responsePropertyBecameOptional } from './response-property-became-optional';
import { responsePropertyBecameRequired } from './response-property-became-required';
import { responsePropertyDiscriminatorChanged } from './response-property-discriminator-changed';
import { responsePropertyEnumValueAdded } from './response-property-enum-value-added';
import { responsePropertyEnumValueRemoved } from './response-property-enum-value-removed';
import { responsePropertyFormatAnnotationChanged } from './response-property-format-annotation-changed';
import { responsePropertyFormatChanged } from './response-property-format-changed';
import { responsePropertyFormatGeneralized } from './response-property-format-generalized';
import { responsePropertyFormatSpecialized } from './response-property-format-specialized';
import { responsePropertyMaxDecreased } from './response-property-max-decreased';
import { responsePropertyMaxIncreased } from './response-property-max-increased';
import { responsePropertyMaxItemsDecreased } from './response-property-max-items-decreased';
import { responsePropertyMaxItemsIncreased } from './response-property-max-items-increased';
import { responsePropertyMaxLengthDecreased } from './response-property-max-length-decreased';
import { responsePropertyMaxLengthIncreased } from './response-property-max-length-increased';
import { responsePropertyMaxPropertiesDecreased } from './response-property-max-properties-decreased';
import { responsePropertyMaxPropertiesIncreased } from './response-property-max-properties-increased';
import { responsePropertyMinDecreased } from './response-property-min-decreased';
import { responsePropertyMinIncreased } from './response-property-min-increased';
import { responsePropertyMinItemsDecreased } from './response-property-min-items-decreased';
import { responsePropertyMinItemsIncreased } from './response-property-min-items-increased';
import { responsePropertyMinLengthDecreased } from './response-property-min-length-decreased';
import { responsePropertyMinLengthIncreased } from './response-property-min-length-increased';
import { responsePropertyMinPropertiesDecreased } from './response-property-min-properties-decreased';
import { responsePropertyMinPropertiesIncreased } from './response-property-min-properties-increased';
import { responsePropertyMultipleOfChanged } from './response-property-multiple-of-changed';
import { responsePropertyMultipleOfGeneralized } from './response-property-multiple-of-generalized';
import { responsePropertyMultipleOfSpecialized } from './response-property-multiple-of-specialized';
import { responsePropertyOneOfAdded } from './response-property-one-of-added';
import { responsePropertyOneOfBecameAnyOf } from './response-property-one-of-became-any-of';
import { responsePropertyOneOfRemoved } from './response-property-one-of-removed';
import { responsePropertyPatternAdded } from './response-property-pattern-added';
import { responsePropertyPatternChanged } from './response-property-pattern-changed';
import { responsePropertyPatternRemoved } from './response-property-pattern-removed';
import { responsePropertyPropertyNamesGeneralized } from './response-property-property-names-generalized';
import { responsePropertyPropertyNamesSpecialized } from './response-property-property-names-specialized';
import { responsePropertyTypeChanged } from './response-property-type-changed';
import { responsePropertyTypeGeneralized } from './response-property-type-generalized';
import { responsePropertyTypeSpecialized } from './response-property-type-specialized';
import { responsePropertyUniqueItemsAdded } from './response-property-unique-items-added';
import { responsePropertyUniqueItemsRemoved } from './response-property-unique-items-removed';
import { responseRequiredPropertyAdded } from './response-required-property-added';
import { responseRequiredPropertyRemoved } from './response-required-property-removed';

/** The rules of what answers say, in the order of the documentation. */
export const RESPONSE_RULES: readonly BreakingRule[] = [
  responseRequiredPropertyRemoved,
  responseOptionalPropertyRemoved,
  responseRequiredPropertyAdded,
  responseOptionalPropertyAdded,
  responsePropertyAddedToClosedObject,
  responsePropertyBecameOptional,
  responsePropertyBecameRequired,
  responsePropertyBecameNullable,
  responsePropertyBecameNotNullable,
  responsePropertyTypeChanged,
  responsePropertyTypeGeneralized,
  responsePropertyTypeSpecialized,
  responsePropertyBecameNotEnum,
  responsePropertyBecameEnum,
  responsePropertyEnumValueAdded,
  responsePropertyEnumValueRemoved,
  responsePropertyMaxLengthIncreased,
  responsePropertyMaxLengthDecreased,
  responsePropertyMinLengthDecreased,
  responsePropertyMinLengthIncreased,
  responsePropertyMaxIncreased,
  responsePropertyMaxDecreased,
  responsePropertyMinDecreased,
  responsePropertyMinIncreased,
  responsePropertyMaxItemsIncreased,
  responsePropertyMaxItemsDecreased,
  responsePropertyMinItemsDecreased,
  responsePropertyMinItemsIncreased,
  responsePropertyMaxPropertiesIncreased,
  responsePropertyMaxPropertiesDecreased,
  responsePropertyMinPropertiesDecreased,
  responsePropertyMinPropertiesIncreased,
  responsePropertyMultipleOfGeneralized,
  responsePropertyMultipleOfSpecialized,
  responsePropertyMultipleOfChanged,
  responsePropertyUniqueItemsRemoved,
  responsePropertyUniqueItemsAdded,
  responsePropertyPatternRemoved,
  responsePropertyPatternAdded,
  responsePropertyPatternChanged,
  responsePropertyFormatGeneralized,
  responsePropertyFormatSpecialized,
  responsePropertyFormatChanged,
  responsePropertyFormatAnnotationChanged,
  responsePropertyPropertyNamesGeneralized,
  responsePropertyPropertyNamesSpecialized,
  responseAdditionalPropertiesOpened,
  responseAdditionalPropertiesClosed,
  responsePropertyAnyOfAdded,
  responsePropertyAnyOfRemoved,
  responsePropertyOneOfAdded,
  responsePropertyOneOfRemoved,
  responsePropertyOneOfBecameAnyOf,
  responsePropertyAnyOfBecameOneOf,
  responsePropertyDiscriminatorChanged,
];

import type { BreakingRule } from '../../rule';
import { newOptionalRequestProperty } from './new-optional-request-property';
import { newRequiredRequestProperty } from './new-required-request-property';
import { requestAdditionalPropertiesClosed } from './request-additional-properties-closed';
import { requestAdditionalPropertiesOpened } from './request-additional-properties-opened';
import { requestPropertyAnyOfAdded } from './request-property-any-of-added';
import { requestPropertyAnyOfBecameOneOf } from './request-property-any-of-became-one-of';
import { requestPropertyAnyOfRemoved } from './request-property-any-of-removed';
import { requestPropertyBecameEnum } from './request-property-became-enum';
import { requestPropertyBecameNotEnum } from './request-property-became-not-enum';
import { requestPropertyBecameNotNullable } from './request-property-became-not-nullable';
import { requestPropertyBecameNullable } from './request-property-became-nullable';
import { requestPropertyBecameOptional } from './request-property-became-optional';
import { requestPropertyBecameRequired } from './request-property-became-required';
import { requestPropertyDiscriminatorChanged } from './request-property-discriminator-changed';
import { requestPropertyEnumValueAdded } from './request-property-enum-value-added';
import { requestPropertyEnumValueRemoved } from './request-property-enum-value-removed';
import { requestPropertyFormatAnnotationChanged } from './request-property-format-annotation-changed';
import { requestPropertyFormatChanged } from './request-property-format-changed';
import { requestPropertyFormatGeneralized } from './request-property-format-generalized';
import { requestPropertyFormatSpecialized } from './request-property-format-specialized';
import { requestPropertyMaxDecreased } from './request-property-max-decreased';
import { requestPropertyMaxIncreased } from './request-property-max-increased';
import { requestPropertyMaxItemsDecreased } from './request-property-max-items-decreased';
import { requestPropertyMaxItemsIncreased } from './request-property-max-items-increased';
import { requestPropertyMaxLengthDecreased } from './request-property-max-length-decreased';
import { requestPropertyMaxLengthIncreased } from './request-property-max-length-increased';
import { requestPropertyMaxPropertiesDecreased } from './request-property-max-properties-decreased';
import { requestPropertyMaxPropertiesIncreased } from './request-property-max-properties-increased';
import { requestPropertyMinDecreased } from './request-property-min-decreased';
import { requestPropertyMinIncreased } from './request-property-min-increased';
import { requestPropertyMinItemsDecreased } from './request-property-min-items-decreased';
import { requestPropertyMinItemsIncreased } from './request-property-min-items-increased';
import { requestPropertyMinLengthDecreased } from './request-property-min-length-decreased';
import { requestPropertyMinLengthIncreased } from './request-property-min-length-increased';
import { requestPropertyMinPropertiesDecreased } from './request-property-min-properties-decreased';
import { requestPropertyMinPropertiesIncreased } from './request-property-min-properties-increased';
import { requestPropertyMultipleOfChanged } from './request-property-multiple-of-changed';
import { requestPropertyMultipleOfGeneralized } from './request-property-multiple-of-generalized';
import { requestPropertyMultipleOfSpecialized } from './request-property-multiple-of-specialized';
import { requestPropertyOneOfAdded } from './request-property-one-of-added';
import { requestPropertyOneOfBecameAnyOf } from './request-property-one-of-became-any-of';
import { requestPropertyOneOfRemoved } from './request-property-one-of-removed';
import { requestPropertyPatternAdded } from './request-property-pattern-added';
import { requestPropertyPatternChanged } from './request-property-pattern-changed';
import { requestPropertyPatternRemoved } from './request-property-pattern-removed';
import { requestPropertyPropertyNamesGeneralized } from './request-property-property-names-generalized';
import { requestPropertyPropertyNamesSpecialized } from './request-property-property-names-specialized';
import { requestPropertyRemoved } from './request-property-removed';
import { requestPropertyRemovedAndRefused } from './request-property-removed-and-refused';
import { requestPropertyTypeChanged } from './request-property-type-changed';
import { requestPropertyTypeGeneralized } from './request-property-type-generalized';
import { requestPropertyTypeSpecialized } from './request-property-type-specialized';
import { requestPropertyUniqueItemsAdded } from './request-property-unique-items-added';
import { requestPropertyUniqueItemsRemoved } from './request-property-unique-items-removed';

/** The rules of what requests say, in the order of the documentation. */
export const REQUEST_RULES: readonly BreakingRule[] = [
  requestPropertyRemoved,
  requestPropertyRemovedAndRefused,
  newRequiredRequestProperty,
  newOptionalRequestProperty,
  requestPropertyBecameOptional,
  requestPropertyBecameRequired,
  requestPropertyBecameNullable,
  requestPropertyBecameNotNullable,
  requestPropertyTypeChanged,
  requestPropertyTypeGeneralized,
  requestPropertyTypeSpecialized,
  requestPropertyBecameNotEnum,
  requestPropertyBecameEnum,
  requestPropertyEnumValueAdded,
  requestPropertyEnumValueRemoved,
  requestPropertyMaxLengthIncreased,
  requestPropertyMaxLengthDecreased,
  requestPropertyMinLengthDecreased,
  requestPropertyMinLengthIncreased,
  requestPropertyMaxIncreased,
  requestPropertyMaxDecreased,
  requestPropertyMinDecreased,
  requestPropertyMinIncreased,
  requestPropertyMaxItemsIncreased,
  requestPropertyMaxItemsDecreased,
  requestPropertyMinItemsDecreased,
  requestPropertyMinItemsIncreased,
  requestPropertyMaxPropertiesIncreased,
  requestPropertyMaxPropertiesDecreased,
  requestPropertyMinPropertiesDecreased,
  requestPropertyMinPropertiesIncreased,
  requestPropertyMultipleOfGeneralized,
  requestPropertyMultipleOfSpecialized,
  requestPropertyMultipleOfChanged,
  requestPropertyUniqueItemsRemoved,
  requestPropertyUniqueItemsAdded,
  requestPropertyPatternRemoved,
  requestPropertyPatternAdded,
  requestPropertyPatternChanged,
  requestPropertyFormatGeneralized,
  requestPropertyFormatSpecialized,
  requestPropertyFormatChanged,
  requestPropertyFormatAnnotationChanged,
  requestPropertyPropertyNamesGeneralized,
  requestPropertyPropertyNamesSpecialized,
  requestAdditionalPropertiesOpened,
  requestAdditionalPropertiesClosed,
  requestPropertyAnyOfAdded,
  requestPropertyAnyOfRemoved,
  requestPropertyOneOfAdded,
  requestPropertyOneOfRemoved,
  requestPropertyOneOfBecameAnyOf,
  requestPropertyAnyOfBecameOneOf,
  requestPropertyDiscriminatorChanged,
];

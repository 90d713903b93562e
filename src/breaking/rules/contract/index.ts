import type { BreakingRule } from '../../rule';
import { apiMethodChanged } from './api-method-changed';
import { apiOperationIdChanged } from './api-operation-id-changed';
import { apiPathChanged } from './api-path-changed';
import { apiRemovedWithoutDeprecation } from './api-removed-without-deprecation';
import { apiSecurityAdded } from './api-security-added';
import { apiSecurityChanged } from './api-security-changed';
import { apiSecurityRemoved } from './api-security-removed';
import { endpointAdded } from './endpoint-added';
import { newOptionalRequestParameter } from './new-optional-request-parameter';
import { newRequiredRequestParameter } from './new-required-request-parameter';
import { optionalResponseHeaderRemoved } from './optional-response-header-removed';
import { requestBodyAddedOptional } from './request-body-added-optional';
import { requestBodyAddedRequired } from './request-body-added-required';
import { requestBodyBecameOptional } from './request-body-became-optional';
import { requestBodyBecameRequired } from './request-body-became-required';
import { requestBodyMediaTypeChanged } from './request-body-media-type-changed';
import { requestBodyRemoved } from './request-body-removed';
import { requestParameterBecameOptional } from './request-parameter-became-optional';
import { requestParameterBecameRequired } from './request-parameter-became-required';
import { requestParameterRemoved } from './request-parameter-removed';
import { requiredResponseHeaderRemoved } from './required-response-header-removed';
import { responseBodyAdded } from './response-body-added';
import { responseBodyRemoved } from './response-body-removed';
import { responseHeaderAdded } from './response-header-added';
import { responseHeaderBecameOptional } from './response-header-became-optional';
import { responseHeaderBecameRequired } from './response-header-became-required';
import { responseMediaTypeChanged } from './response-media-type-changed';
import { responseNonSuccessStatusAdded } from './response-non-success-status-added';
import { responseNonSuccessStatusRemoved } from './response-non-success-status-removed';
import { responseSuccessStatusAdded } from './response-success-status-added';
import { responseSuccessStatusRemoved } from './response-success-status-removed';
import { wireNamesChanged } from './wire-names-changed';

/** The rules of all else of a contract, in the order of the documentation. */
export const CONTRACT_RULES: readonly BreakingRule[] = [
  apiRemovedWithoutDeprecation,
  endpointAdded,
  apiOperationIdChanged,
  apiMethodChanged,
  apiPathChanged,
  apiSecurityAdded,
  apiSecurityRemoved,
  apiSecurityChanged,
  requestBodyAddedRequired,
  requestBodyAddedOptional,
  requestBodyRemoved,
  requestBodyBecameRequired,
  requestBodyBecameOptional,
  requestBodyMediaTypeChanged,
  requestParameterRemoved,
  newRequiredRequestParameter,
  newOptionalRequestParameter,
  requestParameterBecameRequired,
  requestParameterBecameOptional,
  responseSuccessStatusRemoved,
  responseSuccessStatusAdded,
  responseNonSuccessStatusRemoved,
  responseNonSuccessStatusAdded,
  responseMediaTypeChanged,
  responseBodyRemoved,
  responseBodyAdded,
  requiredResponseHeaderRemoved,
  optionalResponseHeaderRemoved,
  responseHeaderAdded,
  responseHeaderBecameOptional,
  responseHeaderBecameRequired,
  wireNamesChanged,
];

package iam;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The user as it is after an update; null is what the answer does not have. */
public record User(
        String username,
        List<ActiveSession> activeSessions,
        List<Login> loginHistory,
        Long creationTime,
        OffsetDateTime updatedAt,
        String fullName,
        String id,
        Long lastLoginTime,
        Boolean isGtcAccepted,
        String etag,
        Boolean isMarketingAccepted,
        String phoneNumber,
        String email,
        Status status,
        String accountId,
        List<String> totpScratchCodes,
        String object,
        List<String> groups,
        String address,
        String totpSecret,
        String password,
        Boolean emailVerified,
        OffsetDateTime createdAt,
        Map<String, Map<String, String>> userProperties,
        Boolean isTotpEnabled,
        Long passwordChangedTime) {

    public enum Status { ENROLLING, INVITED, ACTIVE, RESET, INACTIVE }

    public record ActiveSession(
            String userAgent, String ipAddress, String accountId, String referenceToken, OffsetDateTime loginTime) {}

    public record Login(OffsetDateTime date, String ipAddress, String userAgent, Boolean success) {}
}

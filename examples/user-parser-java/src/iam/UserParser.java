package iam;

import static iam.Members.FLAG;
import static iam.Members.IDENTIFIER;
import static iam.Members.INT64;
import static iam.Members.MOMENT;
import static iam.Members.TEXT;
import static iam.Members.listOf;
import static iam.Members.mapOf;
import static iam.Members.oneOf;
import static iam.Members.text;

import iam.Members.Reader;
import iam.User.ActiveSession;
import iam.User.Login;
import iam.User.Status;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the answer to an update of a user. */
public final class UserParser {
    private static final Reader<String> USERNAME = text(4, 30, Pattern.compile("[A-Za-z0-9_\\-,.@+=]*"));
    private static final Reader<String> EMAIL = text(3, 254, Pattern.compile(".+@.+"));
    private static final Reader<String> SHORT = text(0, 100, null);
    private static final List<String> STATUSES = Stream.of(Status.values()).map(Enum::name).toList();
    /** The document lists ten, and says that it is always the first. */
    private static final List<String> OBJECTS = List.of("user", "api-key", "group", "account", "account-template",
            "trusted-cert", "list", "error", "policy", "identity-provider");

    private UserParser() {}

    /** @throws UnreadableResponse where the answer is not what the contract promises. */
    public static User parse(byte[] body) throws UnreadableResponse {
        Object value;
        try {
            // A decoder of its own refuses what is not UTF-8; `new String` would put U+FFFD in its place.
            value = Json.read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException | IllegalArgumentException notJson) {
            throw new UnreadableResponse("", "JSON text");
        }
        return user(Members.of(value, ""));
    }

    private static User user(Members of) throws UnreadableResponse {
        return new User(
                of.optional("username", USERNAME),
                of.optional("activeSessions", listOf(UserParser::session, Integer.MAX_VALUE)),
                of.optional("loginHistory", listOf(UserParser::login, 5)),
                of.optional("creationTime", INT64),
                of.optional("updatedAt", MOMENT),
                of.optional("fullName", SHORT),
                of.required("id", IDENTIFIER),
                of.optional("lastLoginTime", INT64),
                of.optional("isGtcAccepted", FLAG),
                of.required("etag", TEXT),
                of.optional("isMarketingAccepted", FLAG),
                of.optional("phoneNumber", SHORT),
                of.required("email", EMAIL),
                Status.valueOf(of.required("status", oneOf(STATUSES))),
                of.required("accountId", IDENTIFIER),
                of.optional("totpScratchCodes", listOf(TEXT, Integer.MAX_VALUE)),
                of.required("object", oneOf(OBJECTS)),
                of.optional("groups", listOf(TEXT, Integer.MAX_VALUE)),
                of.optional("address", SHORT),
                of.optional("totpSecret", TEXT),
                of.optional("password", TEXT),
                of.optional("emailVerified", FLAG),
                of.optional("createdAt", MOMENT),
                of.optional("userProperties", mapOf(mapOf(TEXT))),
                of.optional("isTotpEnabled", FLAG),
                of.optional("passwordChangedTime", INT64));
    }

    private static ActiveSession session(Object value, String where) throws UnreadableResponse {
        Members of = Members.of(value, where);
        return new ActiveSession(
                of.required("userAgent", TEXT),
                of.required("ipAddress", TEXT),
                of.required("accountId", IDENTIFIER),
                of.required("referenceToken", TEXT),
                of.required("loginTime", MOMENT));
    }

    private static Login login(Object value, String where) throws UnreadableResponse {
        Members of = Members.of(value, where);
        return new Login(
                of.required("date", MOMENT),
                of.required("ipAddress", TEXT),
                of.required("userAgent", TEXT),
                of.required("success", FLAG));
    }
}

package iam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The parser of examples/user-parser-java with a mistake, as people make them in Java: `Mistaken [NAME]`. Answers JSON
 * lines. The names are those of mistakes.ts.
 */
public final class Mistaken {
    /** A response parser. */
    private interface Parse {
        Object parse(byte[] body, Map<?, ?> response) throws Exception;
    }

    /** Changes the user, or gives what stands for it. */
    private interface Spoil {
        Object spoil(Map<String, Object> user, byte[] body) throws Exception;
    }

    /** What is read instead of a body that was refused: another one, or a value; null where it is refused after all. */
    private interface Rescue {
        Object rescue(String body) throws Exception;
    }

    private static final Map<String, Parse> MISTAKES = new LinkedHashMap<>();
    private static final Map<Object, Object> KNOWN = new HashMap<>();

    private Mistaken() {}

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(byte[] body) throws Exception {
        return (Map<String, Object>) Adapter.onTheWire(UserParser.parse(body));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<?, ?> said(byte[] body) {
        return (Map<?, ?>) Json.read(text(body));
    }

    private static void giving(String name, Spoil spoil) {
        MISTAKES.put(name, (body, response) -> {
            Map<String, Object> user = read(body);
            Object spoiled = spoil.spoil(user, body);
            return spoiled == null ? user : spoiled;
        });
    }

    private static void changing(String name, Consumer<Map<String, Object>> change) {
        giving(name, (user, body) -> {
            change.accept(user);
            return null;
        });
    }

    private static void leavingOut(String name, String member, Predicate<Object> isNothing) {
        giving(name, (user, body) -> {
            if (user.containsKey(member) && isNothing.test(user.get(member))) user.remove(member);
            return null;
        });
    }

    private static <T> void field(String name, String member, Class<T> type, Function<T, Object> change) {
        giving(name, (user, body) -> {
            user.computeIfPresent(member, (key, value) -> change.apply(type.cast(value)));
            return null;
        });
    }

    private static void refusing(String name, Spoil isRefused) {
        giving(name, (user, body) -> {
            if (Boolean.TRUE.equals(isRefused.spoil(user, body))) throw new UnreadableResponse("", "to its liking");
            return null;
        });
    }

    private static void rescuing(String name, Rescue rescue) {
        MISTAKES.put(name, (body, response) -> {
            try {
                return read(body);
            } catch (UnreadableResponse refused) {
                Object other = rescue.rescue(text(body));
                if (other == null || other.equals(text(body))) throw refused;
                return other instanceof String text ? read(text.getBytes(StandardCharsets.UTF_8)) : other;
            }
        });
    }

    private static void replacing(String name, String pattern, String by) {
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        rescuing(name, body -> compiled.matcher(body).replaceAll(by));
    }

    private static Map<String, Object> without(Map<String, Object> members, String name) {
        Map<String, Object> others = new LinkedHashMap<>(members);
        others.remove(name);
        return others;
    }

    static {
        leavingOut("leaves a field out", "groups", value -> true);
        leavingOut("takes false for absent", "emailVerified", Boolean.FALSE::equals);
        leavingOut("takes an empty text for absent", "address", ""::equals);
        leavingOut("takes zero for absent", "creationTime", value -> ((Long) value) == 0);
        leavingOut("takes an empty list for absent", "groups", value -> ((List<?>) value).isEmpty());
        changing("gives a default", user -> user.putIfAbsent("isTotpEnabled", false));
        changing("makes up an empty list", user -> user.putIfAbsent("groups", List.of()));
        field("rounds an int64", "creationTime", Long.class, value -> new BigDecimal(value.doubleValue()).longValue());
        field("saturates an int64", "lastLoginTime", Long.class,
                value -> Math.max(-(1L << 53), Math.min(1L << 53, value)));
        field("wraps an int64 to 32 bits", "passwordChangedTime", Long.class, Long::intValue);
        field("takes milliseconds for seconds", "creationTime", Long.class, value -> value / 1000);
        giving("forgets the offset", (user, body) -> {
            if (said(body).get("createdAt") instanceof String text) user.put("createdAt", text.substring(0, 19) + "Z");
            return null;
        });
        field("drops the fraction", "updatedAt", String.class, value -> value.replaceFirst("\\.\\d+", ""));
        field("trims texts", "fullName", String.class, String::strip);
        field("normalises texts", "fullName", String.class, value -> Normalizer.normalize(value, Normalizer.Form.NFC));
        field("cuts texts", "fullName", String.class, value -> value.substring(0, Math.min(64, value.length())));
        field("breaks surrogate pairs", "address", String.class, value -> value.replaceAll("[^\\x00-\\uffff]", "??"));
        field("reads true out of a text", "phoneNumber", String.class, value -> value.equals("true") ? true : value);
        field("removes duplicates", "groups", List.class, value -> new LinkedHashSet<Object>((List<?>) value).stream().toList());
        field("sorts a list", "groups", List.class, value -> {
            List<String> sorted = new ArrayList<>();
            for (Object one : value) sorted.add((String) one);
            Collections.sort(sorted);
            return sorted;
        });
        field("keeps the first item only", "loginHistory", List.class, value -> value.subList(0, Math.min(1, value.size())));
        changing("swaps two fields", user -> {
            Object name = user.remove("fullName");
            Object address = user.remove("address");
            if (address != null) user.put("fullName", address);
            if (name != null) user.put("address", name);
        });
        changing("loses the key __proto__", user -> {
            if (user.get("userProperties") instanceof Map<?, ?> properties)
                properties.keySet().removeIf(name -> ((String) name).startsWith("__"));
        });
        MISTAKES.put("gives nothing", (body, response) -> read(body).isEmpty() ? body : null);
        giving("loses a field when another is absent",
                (user, body) -> user.containsKey("username") ? null : without(user, "fullName"));
        giving("reads otherwise beside an unknown member", (user, body) -> {
            Map<?, ?> said = said(body);
            boolean isBeside = said.containsKey("somethingNew") || said.containsKey("data") || said.containsKey("error");
            return isBeside ? without(user, "fullName") : null;
        });
        giving("remembers by a part of the response", (user, body) -> {
            Object known = KNOWN.containsKey(user.get("id")) ? KNOWN.get(user.get("id")) : user.get("fullName");
            KNOWN.put(user.get("id"), known);
            Map<String, Object> remembered = without(user, "fullName");
            if (known != null) remembered.put("fullName", known);
            return remembered;
        });
        changing("counts what it reads", user -> user.put("serial", Math.random()));
        refusing("refuses what is in the future", (user, body) -> user.get("createdAt") instanceof String moment
                && OffsetDateTime.parse(moment).isAfter(OffsetDateTime.now()));
        refusing("refuses an empty list", (user, body) -> List.of().equals(user.get("activeSessions")));
        giving("fails when an optional field is absent",
                (user, body) -> ((String) user.get("phoneNumber")).isEmpty() ? user : null);
        refusing("fails on a long text", (user, body) -> ((String) user.get("etag")).length() > 10_000);
        refusing("refuses unknown members",
                (user, body) -> said(body).containsKey("somethingNew") || text(body).contains("\"newIn"));
        refusing("wants members in the usual order", (user, body) -> {
            List<Object> names = new ArrayList<>(said(body).keySet());
            return names.indexOf("object") < names.indexOf("id");
        });
        Pattern blanks = Pattern.compile("\"status\"\\s+:|\"status\":\\s+\"");
        refusing("wants no blanks", (user, body) -> blanks.matcher(text(body)).find());
        MISTAKES.put("wants the media type to the letter", (body, response) -> {
            if ("application/json".equals(((Map<?, ?>) response.get("headers")).get("content-type"))) return read(body);
            throw new UnreadableResponse("", "application/json");
        });
        replacing("takes an unknown status for null",
                "\"status\":\"(?!ENROLLING|INVITED|ACTIVE|RESET|INACTIVE)[^\"]*\"", "\"status\":\"ACTIVE\"");
        rescuing("does without a required field", body -> body.contains("\"etag\":") ? null
                : body.replaceFirst("^\\{(?=\")", "{\"etag\":\"\","));
        replacing("takes null for absent", "\"groups\":null,?", "");
        replacing("takes texts for numbers", "\"creationTime\":\"(\\d+)\"", "\"creationTime\":$1");
        replacing("takes a number past int64", "\"creationTime\":-?\\d{19,}", "\"creationTime\":0");
        replacing("takes a day that is none", "\"createdAt\":\"2023-02-30", "\"createdAt\":\"2023-03-02");
        replacing("takes a moment without a zone", "\"createdAt\":\"([^\"Z+]{19})\"", "\"createdAt\":\"$1Z\"");
        replacing("takes a blank for T", "\"updatedAt\":\"(\\S{10}) ", "\"updatedAt\":\"$1T");
        rescuing("takes an error page", body -> body.startsWith("<") ? Map.of("html", body) : null);
        rescuing("takes any root", body -> body.equals("null") ? Map.of() : null);
        replacing("takes what comes behind", "\\}[^}]+$", "}");
        rescuing("takes what is cut off", body -> body + "}");
        rescuing("takes more items than agreed", body -> {
            if (!body.startsWith("{") || !body.contains("\"loginHistory\":[{")) return null;
            Map<String, Object> members = new LinkedHashMap<>();
            for (Map.Entry<?, ?> member : said(body.getBytes(StandardCharsets.UTF_8)).entrySet())
                members.put((String) member.getKey(), member.getValue());
            if (!(members.get("loginHistory") instanceof List<?> items) || items.size() <= 5) return null;
            members.put("loginHistory", items.subList(0, 5));
            return Json.write(members);
        });
        MISTAKES.put("gives null for a 404", (body, response) -> status(response) == 404 ? null : read(body));
        MISTAKES.put("gives an empty object for an error",
                (body, response) -> status(response) >= 500 ? Map.of() : read(body));
        MISTAKES.put("fails with an error of its own on what is not JSON", (body, response) -> {
            Json.read(text(body));
            return read(body);
        });
        MISTAKES.put("fails on null", (body, response) -> text(body).equals("null") ? said(null) : read(body));
        MISTAKES.put("fails on depth", (body, response) -> depth(body, 0) < 0 ? null : read(body));
        MISTAKES.put("takes ever longer for each item", (body, response) -> {
            List<String> items = List.of(text(body).split(","));
            for (String one : items) if (items.contains(one + " ")) return null;
            return read(body);
        });
        Pattern end = Pattern.compile(" +\n");
        MISTAKES.put("looks for an end by a slow expression", (body, response) -> {
            end.matcher(text(body)).find();
            return read(body);
        });
    }

    private static int status(Map<?, ?> response) {
        return ((Number) response.get("status")).intValue();
    }

    /** How deep brackets are, one call for each: deep ones take all of the stack. */
    private static int depth(byte[] body, int at) {
        return at < body.length && (body[at] == '[' || body[at] == '{') ? 1 + depth(body, at + 1) : 0;
    }

    private static Map<String, Object> answer(Parse parse, Map<?, ?> question) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", question.get("id"));
        try {
            Object value = parse.parse(Base64.getDecoder().decode((String) question.get("body")), question);
            answer.put("verdict", "accept");
            answer.put("value", value);
        } catch (UnreadableResponse refusal) {
            answer.put("verdict", "reject");
            answer.put("error", "UnreadableResponse: " + refusal.getMessage());
        } catch (Exception | StackOverflowError error) {
            answer.put("verdict", "error");
            answer.put("error", error.getClass().getName() + ": " + error.getMessage());
        }
        return answer;
    }

    public static void main(String[] words) throws IOException {
        Parse parse = words.length == 0 ? (body, response) -> read(body) : MISTAKES.get(words[0]);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(Json.write(answer(parse, (Map<?, ?>) Json.read(line))));
            if (!questions.ready()) answers.flush();
        }
    }
}

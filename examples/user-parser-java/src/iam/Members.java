package iam;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The members of an object of the answer, each read as what the contract says it is. */
final class Members {
    /** How a value of one kind is read; `where` is its place. */
    interface Reader<T> {
        T read(Object value, String where) throws UnreadableResponse;
    }

    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[-+]\\d\\d:\\d\\d)");
    /** What `OffsetDateTime` can hold. */
    private static final Pattern NANOSECONDS = Pattern.compile("(\\.\\d{9})\\d+");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Reader<String> TEXT = text(0, Integer.MAX_VALUE, null);
    static final Reader<String> IDENTIFIER = text(0, Integer.MAX_VALUE, ID);

    static final Reader<Boolean> FLAG = (value, where) -> {
        if (value instanceof Boolean flag) return flag;
        throw new UnreadableResponse(where, "true or false");
    };

    static final Reader<Long> INT64 = (value, where) -> {
        // 1e400000000 would become as many digits if it were asked for its exact value.
        if (value instanceof BigDecimal number && number.scale() == 0 && number.precision() < 20) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLarge) {
                // Said below.
            }
        }
        throw new UnreadableResponse(where, "a whole number of 64 bits");
    };

    /** RFC 3339; a leap second, which `OffsetDateTime` does not have, is refused. */
    static final Reader<OffsetDateTime> MOMENT = (value, where) -> {
        if (value instanceof String text && DATE_TIME.matcher(text).matches()) {
            try {
                String held = NANOSECONDS.matcher(text).replaceFirst("$1");
                return OffsetDateTime.parse(held, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            } catch (DateTimeException notInTheCalendar) {
                // Said below.
            }
        }
        throw new UnreadableResponse(where, "a moment of RFC 3339");
    };

    private final Map<?, ?> members;
    private final String where;

    private Members(Map<?, ?> members, String where) {
        this.members = members;
        this.where = where;
    }

    static Members of(Object value, String where) throws UnreadableResponse {
        if (value instanceof Map<?, ?> members) return new Members(members, where);
        throw new UnreadableResponse(where, "an object");
    }

    <T> T required(String name, Reader<T> reader) throws UnreadableResponse {
        if (!members.containsKey(name)) throw new UnreadableResponse(where + "/" + name, "there, although it is required");
        return reader.read(members.get(name), where + "/" + name);
    }

    <T> T optional(String name, Reader<T> reader) throws UnreadableResponse {
        return members.containsKey(name) ? reader.read(members.get(name), where + "/" + name) : null;
    }

    /** Lengths are in code points, as JSON Schema counts: a surrogate pair is one character. */
    static Reader<String> text(int shortest, int longest, Pattern pattern) {
        return (value, where) -> {
            if (value instanceof String text) {
                int length = text.codePointCount(0, text.length());
                boolean fits = pattern == null || pattern.matcher(text).matches();
                if (length >= shortest && length <= longest && fits) return text;
            }
            throw new UnreadableResponse(where, "a text of the agreed length and form");
        };
    }

    static Reader<String> oneOf(List<String> allowed) {
        return (value, where) -> {
            if (value instanceof String text && allowed.contains(text)) return text;
            throw new UnreadableResponse(where, "one of " + allowed);
        };
    }

    static <T> Reader<List<T>> listOf(Reader<T> item, int longest) {
        return (value, where) -> {
            if (!(value instanceof List<?> items) || items.size() > longest)
                throw new UnreadableResponse(where, "a list of the agreed length");
            List<T> read = new ArrayList<>();
            for (Object one : items) read.add(item.read(one, where + "/" + read.size()));
            return read;
        };
    }

    static <T> Reader<Map<String, T>> mapOf(Reader<T> member) {
        return (value, where) -> {
            if (!(value instanceof Map<?, ?> members)) throw new UnreadableResponse(where, "an object");
            Map<String, T> read = new LinkedHashMap<>();
            for (Map.Entry<?, ?> one : members.entrySet())
                read.put((String) one.getKey(), member.read(one.getValue(), where + "/" + one.getKey()));
            return read;
        };
    }
}

package iam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text (RFC 8259), read and written without losing a digit: the JDK has no JSON of its own. */
public final class Json {
    /** Deeper than this nothing is nested that anybody means. */
    private static final int DEEPEST = 500;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Gives null, Boolean, BigDecimal, String, List or Map. Of a name that occurs twice the last one counts.
     *
     * @throws IllegalArgumentException where the text is not JSON, or is nested too deeply.
     */
    public static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) throw json.unexpected();
        return value;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("it is nested too deeply");
        blanks();
        return switch (next()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        if (next() == '}') {
            at++;
            return members;
        }
        for (;;) {
            blanks();
            if (next() != '"') throw unexpected();
            String name = string();
            blanks();
            expect(':');
            members.put(name, value(depth));
            blanks();
            if (next() == '}') break;
            expect(',');
        }
        at++;
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        at++;
        blanks();
        if (next() == ']') {
            at++;
            return items;
        }
        for (;;) {
            items.add(value(depth));
            blanks();
            if (next() == ']') break;
            expect(',');
        }
        at++;
        return items;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        at++;
        for (;;) {
            char c = next();
            at++;
            if (c == '"') return read.toString();
            if (c < ' ') throw unexpected();
            read.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> throw unexpected();
        };
    }

    private char fourDigits() {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0 || next() > 'f') throw unexpected();
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private BigDecimal number() {
        int start = at;
        if (next() == '-') at++;
        if (next() == '0') at++;
        else digits();
        if (isAt('.')) {
            at++;
            digits();
        }
        if (isAt('e') || isAt('E')) {
            at++;
            if (isAt('+') || isAt('-')) at++;
            digits();
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException("a number is out of every range");
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == start) throw unexpected();
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) throw unexpected();
        at += word.length();
        return value;
    }

    private void blanks() {
        while (isAt(' ') || isAt('\n') || isAt('\r') || isAt('\t')) at++;
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private char next() {
        if (at >= text.length()) throw unexpected();
        return text.charAt(at);
    }

    private void expect(char c) {
        if (next() != c) throw unexpected();
        at++;
    }

    private IllegalArgumentException unexpected() {
        String what = at < text.length() ? "character " + (int) text.charAt(at) : "end";
        return new IllegalArgumentException("unexpected " + what + " at " + at);
    }

    /** Writes what {@link #read} gives, and what prints as a number; all but ASCII as escapes. */
    public static String write(Object value) {
        StringBuilder to = new StringBuilder();
        write(value, to);
        return to.toString();
    }

    private static void write(Object value, StringBuilder to) {
        if (value instanceof Map<?, ?> members) {
            String gap = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                quote((String) member.getKey(), to.append(gap));
                write(member.getValue(), to.append(':'));
                gap = ",";
            }
            to.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> items) {
            String gap = "[";
            for (Object item : items) {
                write(item, to.append(gap));
                gap = ",";
            }
            to.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) quote(string, to);
        else to.append(value);
    }

    private static void quote(String string, StringBuilder to) {
        to.append('"');
        for (int index = 0; index < string.length(); index++) {
            char c = string.charAt(index);
            if (c == '"' || c == '\\') to.append('\\').append(c);
            else if (c < ' ' || c > '~') to.append(String.format("\\u%04x", (int) c));
            else to.append(c);
        }
        to.append('"');
    }
}

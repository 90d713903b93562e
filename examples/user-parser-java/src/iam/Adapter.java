package iam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets pactcheck fuzz {@link UserParser}: answers each JSON line on stdin with one on stdout. */
public final class Adapter {
    /** What is fuzzed. */
    public interface Parser {
        Object parse(byte[] body) throws Exception;
    }

    private Adapter() {}

    public static void main(String[] words) throws IOException {
        serve(UserParser::parse);
    }

    public static void serve(Parser parser) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            Map<?, ?> question = (Map<?, ?>) Json.read(line);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", question.get("id"));
            answer.putAll(answer(parser, Base64.getDecoder().decode((String) question.get("body"))));
            answers.println(Json.write(answer));
            // Without a flush the answer stays in a buffer, and pactcheck waits for it.
            if (!questions.ready()) answers.flush();
        }
    }

    private static Map<String, Object> answer(Parser parser, byte[] body) {
        try {
            return Map.of("verdict", "accept", "value", onTheWire(parser.parse(body)));
        } catch (UnreadableResponse refusal) {
            return Map.of("verdict", "reject", "error", "UnreadableResponse: " + refusal.getMessage());
        } catch (Exception | StackOverflowError error) {
            return Map.of("verdict", "error", "error", error.getClass().getName() + ": " + error.getMessage());
        }
    }

    /** A parsed value as JSON has it: absent fields left out, moments and enums as texts. */
    static Object onTheWire(Object value) throws ReflectiveOperationException {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (Map.Entry<?, ?> member : map.entrySet())
                members.put((String) member.getKey(), onTheWire(member.getValue()));
            return members;
        }
        if (value instanceof List<?> list) {
            Object[] items = list.toArray();
            for (int index = 0; index < items.length; index++) items[index] = onTheWire(items[index]);
            return java.util.Arrays.asList(items);
        }
        if (!(value instanceof Record)) return value == null || isPlain(value) ? value : value.toString();
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object member = component.getAccessor().invoke(value);
            if (member != null) members.put(component.getName(), onTheWire(member));
        }
        return members;
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof String;
    }
}

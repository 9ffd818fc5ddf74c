import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON without a library: the machine that tests this has the engine and nothing else. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) throw new IllegalArgumentException("more after the JSON");
        return value;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean take(char wanted) {
        space();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) at++;
        return found;
    }

    private void expect(char wanted) {
        if (!take(wanted)) throw new IllegalArgumentException("no " + wanted + " at " + at);
    }

    private Object value() {
        if (take('{')) return object();
        if (take('[')) return array();
        if (take('"')) return string();
        int start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(word);
        };
    }

    /** As Jackson reads it for the platform. */
    private static Object number(String word) {
        if (!word.matches("-?\\d+")) return Double.parseDouble(word);
        long whole = Long.parseLong(word);
        return whole == (int) whole ? (Object) (int) whole : whole;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (take('}')) return map;
        do {
            expect('"');
            String key = string();
            expect(':');
            map.put(key, value());
        } while (take(','));
        expect('}');
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        if (take(']')) return list;
        do list.add(value());
        while (take(','));
        expect(']');
        return list;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        for (char c; (c = text.charAt(at++)) != '"'; ) {
            if (c != '\\') {
                read.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> read.append('\n');
                case 't' -> read.append('\t');
                case 'r' -> read.append('\r');
                case 'b' -> read.append('\b');
                case 'f' -> read.append('\f');
                case 'u' -> {
                    read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> read.append(escaped);
            }
        }
        return read.toString();
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, own) -> members.add(quoted((String) key) + ":" + write(own)));
            return "{" + String.join(",", members) + "}";
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(write(item)));
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15)
            return String.valueOf(number.longValue());
        return value instanceof String string ? quoted(string) : String.valueOf(value);
    }

    private static String quoted(String string) {
        StringBuilder written = new StringBuilder("\"");
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') written.append('\\').append(c);
            else if (c < ' ' || c > '~') written.append(String.format("\\u%04x", (int) c));
            else written.append(c);
        }
        return written.append('"').toString();
    }
}

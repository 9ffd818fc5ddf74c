import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * Calls functions of a script as the platform does: a new context of the default builder reads the
 * whole script for each call. Reads one call a line,
 * {"path": ["actions", "addDeal", "perform"], "handed": [...], "context": true}, and answers each with
 * {"value": ...} or {"error": {...}}, and the milliseconds that loading and calling have taken.
 */
public final class Harness {
    public static void main(String[] arguments) throws Exception {
        Source source =
                Source.newBuilder("js", Files.readString(Path.of(arguments[0])), "pipedrive.js").build();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Engine engine =
                Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build()) {
            for (String line; (line = in.readLine()) != null; )
                out.println(Json.write(answer(engine, source, (Map<?, ?>) Json.parse(line))));
        }
    }

    private static Map<String, Object> answer(Engine engine, Source source, Map<?, ?> call) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Object> log = new ArrayList<>();
        long start = System.nanoTime();
        try (Context context = Context.newBuilder().engine(engine).build()) {
            Value script = context.eval(source);
            long loaded = System.nanoTime();
            answer.put("loadMs", (loaded - start) / 1e6);
            try {
                List<Object> handed = new ArrayList<>();
                for (Object one : (List<?>) call.get("handed")) handed.add(Foreign.wrap(one));
                if (Boolean.TRUE.equals(call.get("context"))) handed.add(contextOf(log));
                Value found = find(script, (List<?>) call.get("path"));
                Value value = found.canExecute() ? found.execute(handed.toArray()) : found;
                answer.put("value", Foreign.copy(value));
            } catch (PolyglotException e) {
                answer.put("error", errorOf(e));
            } finally {
                answer.put("callMs", (System.nanoTime() - loaded) / 1e6);
            }
        }
        answer.put("log", log);
        return answer;
    }

    private static ProxyObject contextOf(List<Object> log) {
        ProxyExecutable write =
                handed -> {
                    log.add(handed[0].asString() + " " + handed[1].asString());
                    return null;
                };
        return ProxyObject.fromMap(Map.of("http", new BlockingHttp(), "log", write));
    }

    /** Members by name; in a list, the one of that name, or at that place. */
    private static Value find(Value script, List<?> path) {
        Value here = script;
        for (Object step : path)
            here = here.hasArrayElements() ? inList(here, step) : here.getMember((String) step);
        return here;
    }

    private static Value inList(Value list, Object step) {
        if (step instanceof Integer index) return list.getArrayElement(index);
        for (long index = 0; index < list.getArraySize(); index++) {
            Value item = list.getArrayElement(index);
            if (item.getMember("name").asString().equals(step)) return item;
        }
        throw new IllegalArgumentException("there is no " + step);
    }

    private static Map<String, Object> errorOf(PolyglotException e) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", e.getMessage());
        Value thrown = e.getGuestObject();
        if (thrown != null)
            for (String name : List.of("name", "recovery", "path"))
                if (thrown.hasMember(name)) error.put(name, Foreign.copy(thrown.getMember(name)));
        return error;
    }
}

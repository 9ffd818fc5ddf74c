import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** `context.http` of the platform: one request, while the script stands still. */
final class BlockingHttp implements ProxyExecutable {
    private static final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(4))
                    .build();

    @Override
    public Object execute(Value... handed) {
        Value request = handed[0];
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(request.getMember("url").asString()))
                        .timeout(
                                Duration.ofMillis(
                                        request.getMember("configuration")
                                                .getMember("timeoutMillis")
                                                .asLong()));
        Value headers = request.getMember("headers");
        for (String name : headers.getMemberKeys())
            builder.header(name, headers.getMember(name).asString());
        String method = request.getMember("method").asString();
        Value body = request.getMember("body");
        if (body == null || body.isNull()) {
            builder.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            String json = Json.write(Foreign.copy(body.getMember("content")));
            builder.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        try {
            HttpResponse<String> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("statusCode", response.statusCode());
            answer.put("headers", response.headers().map());
            answer.put("body", bodyOf(response));
            return Foreign.wrap(answer);
        } catch (Exception e) {
            throw new RuntimeException(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** A body of another type than was asked for is null, as in the platform. */
    private static Object bodyOf(HttpResponse<String> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.body().isEmpty() || !type.contains("json")) return null;
        return Json.parse(response.body());
    }
}

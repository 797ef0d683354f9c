package dev.plinth.spring;

import dev.plinth.Report;
import dev.plinth.json.ReportJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** What was done or found at the start, as {@link ReportJson} writes it. Nothing is asked of the stores again. */
@Endpoint(id = "plinth")
public final class PlinthEndpoint {

    private static final String JSON = "application/json";

    private final List<PlinthInitializer> initializers;

    /** The initializers whose reports are shown. */
    public PlinthEndpoint(List<PlinthInitializer> initializers) {
        this.initializers = List.copyOf(initializers);
    }

    /** All reports, by the name of the store entry or of the schema bean. */
    @ReadOperation(produces = JSON)
    public String reports() {
        return ReportJson.toJson(byName());
    }

    /** One report; null, which is answered with 404, where there is none of that name. */
    @ReadOperation(produces = JSON)
    public @Nullable String report(@Selector String name) {
        Report report = byName().get(name);
        return report == null ? null : ReportJson.toJson(report);
    }

    private Map<String, Report> byName() {
        Map<String, Report> all = new LinkedHashMap<>();
        initializers.forEach(initializer -> all.putAll(initializer.reports()));
        return all;
    }
}

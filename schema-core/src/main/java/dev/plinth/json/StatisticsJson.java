package dev.plinth.json;

import dev.plinth.model.sql.Statistics;
import java.util.List;

/** Extended statistics. */
final class StatisticsJson {

    private StatisticsJson() {}

    static Fields write(Statistics statistics, Fields fields) {
        return fields.put("table", NameJson.write(statistics.table(), "name"))
                .list("kinds", statistics.kinds())
                .list("columns", statistics.columns())
                .each("expressions", statistics.expressions(), ExpressionJson::write);
    }

    static Statistics read(JsonObject statistics) {
        return new Statistics(
                NameJson.read(statistics, "name"),
                statistics.object("table", it -> NameJson.read(it, "name")),
                statistics.constants("kinds", Statistics.Kind.class),
                statistics.texts("columns"),
                statistics.each("expressions", ExpressionJson::read),
                List.of(),
                statistics.optionalText("description"));
    }
}

package dev.plinth.diff;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A declared function or procedure, and the live one of its name and arguments. */
record RoutinePair(Function declared, Function live) {

    /** Those that are there, in the order in which they are declared. */
    static Stream<RoutinePair> of(Schema schema, LiveDatabase database) {
        Map<ObjectName, Function> existing = new HashMap<>();
        database.objects().forEach(it -> {
            if (it.object() instanceof Function function) {
                existing.put(ObjectName.of(function), function);
            }
        });
        return schema.functions().stream()
                .flatMap(function -> Stream.ofNullable(existing.get(ObjectName.of(function)))
                        .map(live -> new RoutinePair(function, live)));
    }
}

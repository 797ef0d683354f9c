package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table.
 *
 * @param events in the order of {@link TriggerEvent}, without duplicates
 * @param function the function it calls
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
public record Trigger(
        String name,
        TriggerTiming timing,
        List<TriggerEvent> events,
        TriggerLevel level,
        QualifiedName function,
        @Nullable String description) {

    public Trigger {
        events = events.stream().distinct().sorted().toList();
    }
}

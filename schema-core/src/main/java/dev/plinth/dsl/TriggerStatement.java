package dev.plinth.dsl;

import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE TRIGGER, complete with its events and the function it executes. */
public final class TriggerStatement implements Block.Statement {

    private final TableDraft table;
    private final String name;
    private @Nullable TriggerTiming timing;
    private List<TriggerEvent> events = List.of();
    private @Nullable TriggerLevel level;
    private @Nullable Function function;
    private @Nullable String description;

    TriggerStatement(TableDraft table, String name) {
        this.table = table;
        this.name = name;
    }

    /** BEFORE one event OR another. */
    public TriggerStatement before(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.BEFORE, first, more);
    }

    /** AFTER one event OR another. */
    public TriggerStatement after(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.AFTER, first, more);
    }

    /** INSTEAD OF one event OR another; only views can have it. */
    public TriggerStatement insteadOf(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.INSTEAD_OF, first, more);
    }

    private TriggerStatement at(TriggerTiming when, TriggerEvent first, TriggerEvent... more) {
        table.requireOpen();
        if (timing != null) {
            String message = title() + " is already " + timing.sql() + " " + events;
            throw table.refusal(message, "Name all events in one call, or write a second trigger.");
        }
        timing = when;
        List<TriggerEvent> all = new ArrayList<>(List.of(more));
        all.add(0, first);
        events = all;
        return this;
    }

    /** FOR EACH ROW. */
    public TriggerStatement forEachRow() {
        return forEach(TriggerLevel.ROW);
    }

    /** FOR EACH STATEMENT, which is also the default. */
    public TriggerStatement forEachStatement() {
        return forEach(TriggerLevel.STATEMENT);
    }

    private TriggerStatement forEach(TriggerLevel wanted) {
        table.requireOpen();
        if (level != null) {
            throw table.refusal(title() + " is already FOR EACH " + level, "Say it once.");
        }
        level = wanted;
        return this;
    }

    /** EXECUTE FUNCTION; the function becomes part of the schema. */
    public TriggerStatement execute(@Nullable Function called) {
        table.requireOpen();
        if (called == null) {
            String message = title() + " executes null, usually a function declared below the table";
            throw table.refusal(message, "Declare the triggerFunction(...) above the table.");
        }
        if (function != null) {
            String message = title() + " already executes " + function.name().display();
            throw table.refusal(message, "Write a second trigger for a second function.");
        }
        function = called;
        return this;
    }

    /** Documentation that stays in the model. */
    public TriggerStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    @Override
    public String title() {
        return "trigger(\"" + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        if (timing == null) {
            return Optional.of("Add .before(...) or .after(...).");
        }
        return function == null ? Optional.of("Add .execute(FUNCTION).") : Optional.empty();
    }

    Function function() {
        if (function == null) {
            throw new IllegalStateException(title() + " is unfinished");
        }
        return function;
    }

    Trigger toModel() {
        if (timing == null) {
            throw new IllegalStateException(title() + " is unfinished");
        }
        TriggerLevel each = level == null ? TriggerLevel.STATEMENT : level;
        return new Trigger(name, timing, events, each, function().name(), description);
    }
}

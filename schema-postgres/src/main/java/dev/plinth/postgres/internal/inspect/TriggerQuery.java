package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The triggers of the declared tables, without those that PostgreSQL makes for foreign keys. A partition has those of its
 * parent too: they fire, and hold their names.
 */
final class TriggerQuery implements CatalogQuery {

    /** Bits of {@code pg_trigger.tgtype}, from the header {@code catalog/pg_trigger.h}. */
    private static final int ROW = 1;

    private static final int BEFORE = 2;
    private static final int INSERT = 4;
    private static final int DELETE = 8;
    private static final int UPDATE = 16;
    private static final int TRUNCATE = 32;
    private static final int INSTEAD = 64;

    final Map<Long, List<Live<Trigger>>> triggers = new HashMap<>();

    @Override
    public String sql() {
        return """
                SELECT t.tgrelid, t.tgname, t.tgtype, n.nspname, p.proname, t.tgenabled, t.tgconstraint <> 0,
                       t.tgnargs > 0, array_length(t.tgattr::int2[], 1) > 0, t.tgqual IS NOT NULL,
                       t.tgoldtable IS NOT NULL OR t.tgnewtable IS NOT NULL
                  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE t.tgrelid = ANY (%s) AND NOT t.tgisinternal"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        int type = row.getInt(3);
        Trigger trigger = new Trigger(
                row.getString(2),
                timing(type),
                events(type),
                (type & ROW) != 0 ? TriggerLevel.ROW : TriggerLevel.STATEMENT,
                new QualifiedName(row.getString(4), row.getString(5)),
                null);
        triggers.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Live<>(trigger, Live.State.USABLE, unmodelled(row)));
    }

    private static TriggerTiming timing(int type) {
        if ((type & INSTEAD) != 0) {
            return TriggerTiming.INSTEAD_OF;
        }
        return (type & BEFORE) != 0 ? TriggerTiming.BEFORE : TriggerTiming.AFTER;
    }

    private static List<TriggerEvent> events(int type) {
        List<TriggerEvent> events = new ArrayList<>();
        addWhen((type & INSERT) != 0, TriggerEvent.INSERT, events);
        addWhen((type & DELETE) != 0, TriggerEvent.DELETE, events);
        addWhen((type & UPDATE) != 0, TriggerEvent.UPDATE, events);
        addWhen((type & TRUNCATE) != 0, TriggerEvent.TRUNCATE, events);
        return events;
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        switch (row.getString(6)) {
            case "D" -> phrases.add("DISABLE TRIGGER");
            case "R" -> phrases.add("ENABLE REPLICA TRIGGER");
            case "A" -> phrases.add("ENABLE ALWAYS TRIGGER");
            default -> {}
        }
        addWhen(row.getBoolean(7), "CONSTRAINT TRIGGER", phrases);
        addWhen(row.getBoolean(8), "arguments", phrases);
        addWhen(row.getBoolean(9), "UPDATE OF columns", phrases);
        addWhen(row.getBoolean(10), "WHEN", phrases);
        addWhen(row.getBoolean(11), "REFERENCING transition tables", phrases);
        return phrases;
    }

    private static <T> void addWhen(boolean condition, T value, List<T> values) {
        if (condition) {
            values.add(value);
        }
    }
}

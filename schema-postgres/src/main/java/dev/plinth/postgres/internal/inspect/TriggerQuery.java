package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import dev.plinth.postgres.internal.sql.CatalogText;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of the declared tables, without those that PostgreSQL makes for foreign keys. A partition has those of its
 * parent too: they fire and hold their names, and nobody need declare them.
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

    /** Arguments end with a zero byte each, which no text can have: it is replaced in hexadecimal, byte by byte. */
    private static final String ARGUMENTS = """
            CASE WHEN t.tgnargs > 0 THEN convert_from(decode(replace(
                regexp_replace(encode(t.tgargs, 'hex'), '(..)', '\\1 ', 'g'), '00 ', '01 '), 'hex'),
                getdatabaseencoding()) END""";

    private static final String ARGUMENT_END = "\u0001";

    @Override
    public String sql() {
        return """
                SELECT t.tgrelid, t.tgname, t.tgtype, n.nspname, p.proname, t.tgenabled, t.tgconstraint <> 0,
                       t.tgdeferrable, t.tginitdeferred,
                       CASE WHEN t.tgconstrrelid <> 0 THEN (
                           SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.relname)
                             FROM pg_class f JOIN pg_namespace fn ON fn.oid = f.relnamespace
                            WHERE f.oid = t.tgconstrrelid) END,
                       CASE WHEN array_length(t.tgattr::int2[], 1) > 0 THEN ARRAY(
                           SELECT a.attname::text
                             FROM unnest(t.tgattr::int2[]) WITH ORDINALITY AS k(number, place)
                             JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = k.number
                            ORDER BY k.place) END,
                       t.tgoldtable, t.tgnewtable, %s, CASE WHEN t.tgqual IS NOT NULL THEN %s END,
                       t.tgparentid <> 0
                  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE t.tgrelid = ANY (%s) AND NOT t.tgisinternal"""
                .formatted(ARGUMENTS, CatalogText.triggerCondition("t.oid"), TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        int type = row.getInt(3);
        String condition = row.getString(15);
        Trigger trigger = new Trigger(
                row.getString(2),
                timing(type),
                events(type),
                Texts.strings(row, 11),
                (type & ROW) != 0 ? TriggerLevel.ROW : TriggerLevel.STATEMENT,
                new Trigger.TransitionTables(row.getString(12), row.getString(13)),
                condition == null ? null : new Expression.Sql(Parentheses.strip(condition)),
                constraint(row),
                new Trigger.Call(
                        new QualifiedName(row.getString(4), row.getString(5)), false, arguments(row.getString(14))),
                null);
        triggers.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Live<>(
                        trigger, row.getBoolean(16) ? Live.State.INHERITED : Live.State.USABLE, unmodelled(row)));
    }

    private static Trigger.@Nullable Constraint constraint(ResultSet row) throws SQLException {
        if (!row.getBoolean(7)) {
            return null;
        }
        Deferral deferral = !row.getBoolean(8)
                ? Deferral.NOT_DEFERRABLE
                : row.getBoolean(9) ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
        return new Trigger.Constraint(deferral, Texts.name(row.getString(10)));
    }

    private static List<String> arguments(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> arguments = Arrays.asList(text.split(ARGUMENT_END, -1));
        return arguments.subList(0, arguments.size() - 1);
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
        String state = state(row.getString(6));
        return state == null ? List.of() : List.of(state);
    }

    /** What was said of a trigger; null for nothing. */
    static @Nullable String state(@Nullable String code) {
        return code == null
                ? null
                : switch (code) {
                    case "D" -> "DISABLE TRIGGER";
                    case "R" -> "ENABLE REPLICA TRIGGER";
                    case "A" -> "ENABLE ALWAYS TRIGGER";
                    default -> null;
                };
    }

    private static <T> void addWhen(boolean condition, T value, List<T> values) {
        if (condition) {
            values.add(value);
        }
    }
}

package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.SequenceOptions;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Sequences. Templates, as jOOQ has no word for OWNED BY; what PostgreSQL does by default is left out. */
final class SequenceRenderer {

    QueryPart create(Sequence sequence, RenderMode mode) {
        Sequence.Owner owner = sequence.owner();
        return create(
                sequence.name(),
                sequence.options(),
                owner == null ? "" : " OWNED BY " + column(owner.table(), owner.column()),
                mode);
    }

    /** The sequence of a serial column, which must exist before the column. */
    QueryPart create(QualifiedName table, OwnedSequence sequence, RenderMode mode) {
        return create(table.sibling(sequence.name()), sequence.options(), "", mode);
    }

    /** Sequences before what takes numbers of them and owns them, and that it owns them behind it. */
    List<QueryPart> around(List<Sequence> owned, List<QueryPart> statements, RenderMode mode) {
        if (owned.isEmpty()) {
            return statements;
        }
        List<QueryPart> around = new ArrayList<>();
        owned.forEach(sequence -> around.add(create(sequence.name(), sequence.options(), "", mode)));
        around.addAll(statements);
        for (Sequence sequence : owned) {
            if (sequence.owner() instanceof Sequence.Owner(QualifiedName table, String column)) {
                around.add(own(table, column, sequence.name()));
            }
        }
        return around;
    }

    private static QueryPart own(QualifiedName table, String column, QualifiedName sequence) {
        return DSL.query("ALTER SEQUENCE {0} OWNED BY {1}", Parts.name(sequence), Parts.raw(column(table, column)));
    }

    /** Makes the column that has been created the owner of a sequence that was created for it. */
    QueryPart own(QualifiedName table, String column, OwnedSequence sequence) {
        return own(table, column, table.sibling(sequence.name()));
    }

    /** What is said of a sequence beyond the usual, each word behind a blank. */
    static String options(SequenceOptions options) {
        SequenceOptions usual = SequenceOptions.of(options.type(), options.increment());
        return (options.increment() == 1 ? "" : " INCREMENT BY " + options.increment())
                + (options.minimum() == usual.minimum() ? "" : " MINVALUE " + options.minimum())
                + (options.maximum() == usual.maximum() ? "" : " MAXVALUE " + options.maximum())
                + (options.start() == firstOf(options) ? "" : " START WITH " + options.start())
                + (options.cache() == 1 ? "" : " CACHE " + options.cache())
                + (options.cycle() ? " CYCLE" : "");
    }

    private static QueryPart create(QualifiedName name, SequenceOptions options, String owner, RenderMode mode) {
        boolean isUsualType = options.type() == BuiltInType.BIGINT;
        return DSL.query(
                mode == RenderMode.RERUNNABLE ? "CREATE SEQUENCE IF NOT EXISTS {0}{1}" : "CREATE SEQUENCE {0}{1}",
                Parts.name(name),
                Parts.raw((isUsualType ? "" : " AS " + options.type().name().toLowerCase(Locale.ROOT))
                        + options(options) + owner));
    }

    private static long firstOf(SequenceOptions options) {
        return options.increment() < 0 ? options.maximum() : options.minimum();
    }

    private static String column(QualifiedName table, String column) {
        return SqlText.qualified(table) + "." + SqlText.identifier(column);
    }
}

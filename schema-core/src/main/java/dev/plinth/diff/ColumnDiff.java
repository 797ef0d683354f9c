package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Expression;
import dev.plinth.naming.TypeNames;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a column: type, nullability, default, and whatever the model has no word for. */
final class ColumnDiff {

    private ColumnDiff() {}

    /** Reports what differs; false when the live type differs for certain. */
    static boolean compare(
            QualifiedName table, Column declared, Live<Column> live, Answers answers, Findings findings) {
        if (isSame(table, declared, live, answers)) {
            return true;
        }
        Subject subject = Subject.column(table, declared.name());
        Column existing = live.object();
        Verdict type = answers.sameType(declared.type(), existing.type());
        findings.verdict(type, subject, "type", declared.type(), existing.type(), TypeNames::of);
        if (declared.nullable() != existing.nullable()) {
            findings.different(subject, "nullability", nullability(declared), nullability(existing));
        }
        boolean isLocal = declared.options().isLocal();
        compareDefault(
                subject,
                table,
                declared.defaultValue(),
                isLocal ? existing.defaultValue() : InheritedColumns.defaultOf(table, existing),
                answers,
                findings);
        compareName(subject, table, declared.options().notNullName(), existing.options().notNullName(), findings);
        if (!isLocal) {
            return type != Verdict.DIFFERENT;
        }
        if (!Objects.equals(declared.collation(), existing.collation())) {
            findings.different(subject, "collation", text(declared.collation()), text(existing.collation()));
        }
        new GenerationDiff(table, declared, answers, findings).compare(declared.generation(), existing.generation());
        compareOptions(table, declared.name(), declared.options(), existing.options(), findings);
        findings.unmodelled(subject, live);
        return type != Verdict.DIFFERENT;
    }

    /** Nearly all columns are plain ones, and as they were declared. */
    private static boolean isSame(QualifiedName table, Column declared, Live<Column> live, Answers answers) {
        Column existing = live.object();
        return declared.type().equals(existing.type())
                && declared.nullable() == existing.nullable()
                && answers.samePredicate(table, declared.defaultValue(), existing.defaultValue()) == Verdict.EQUAL
                && Objects.equals(declared.collation(), existing.collation())
                && declared.generation() == null
                && existing.generation() == null
                && declared.options().equals(existing.options())
                && live.unmodelled().isEmpty();
    }

    /** A name that PostgreSQL chose is none, and before version 18 it keeps none. */
    private static void compareName(
            Subject subject, QualifiedName table, @Nullable String declared, @Nullable String live, Findings findings) {
        if (declared != null && live != null) {
            findings.text(
                    subject,
                    "name of NOT NULL",
                    declared,
                    live,
                    "ALTER TABLE " + table.display() + " RENAME CONSTRAINT " + live + " TO " + declared);
        }
    }

    /** How a column is stored is never changed, as that may take a lock or write the whole table. */
    static void compareOptions(
            QualifiedName table, String column, ColumnOptions wanted, ColumnOptions live, Findings findings) {
        if (wanted.equals(live)) {
            return;
        }
        Subject subject = Subject.column(table, column);
        String alter = "ALTER TABLE " + table.display() + " ALTER COLUMN " + column + " ";
        String storage = Objects.toString(wanted.storage(), "");
        findings.text(subject, "STORAGE", storage, Objects.toString(live.storage(), ""),
                alter + "SET STORAGE " + (storage.isEmpty() ? "DEFAULT" : storage));
        String compression = Objects.toString(wanted.compression(), "");
        findings.text(subject, "COMPRESSION", compression, Objects.toString(live.compression(), ""),
                alter + "SET COMPRESSION " + (compression.isEmpty() ? "DEFAULT" : compression));
        String statistics = Objects.toString(wanted.statistics(), "");
        findings.text(subject, "STATISTICS", statistics, Objects.toString(live.statistics(), ""),
                alter + "SET STATISTICS " + (statistics.isEmpty() ? "-1" : statistics));
        TableOptionsDiff.compareParameters(findings, subject, wanted.parameters(), live.parameters(), alter);
    }

    private static String nullability(Column column) {
        return column.nullable() ? "nullable" : "NOT NULL";
    }

    private static void compareDefault(
            Subject subject,
            QualifiedName table,
            @Nullable Expression declared,
            @Nullable Expression live,
            Answers answers,
            Findings findings) {
        if (declared == null || live == null) {
            if (!isNull(declared) || !isNull(live)) {
                findings.different(subject, "default", ExpressionText.ofNullable(declared),
                        ExpressionText.ofNullable(live));
            }
        } else {
            findings.verdict(
                    answers.sameExpression(table, declared, live), subject, "default", declared, live,
                    ExpressionText::of);
        }
    }

    /** DEFAULT NULL is no default, though a cast of it ({@code NULL::character varying}) is stored as one. */
    static boolean isNull(@Nullable Expression expression) {
        return expression == null
                || expression instanceof Expression.Sql sql
                        && sql.text().strip().toUpperCase(Locale.ROOT).matches("NULL(::.*)?");
    }

    static String text(@Nullable QualifiedName collation) {
        return collation == null ? "" : "COLLATE " + collation.display();
    }
}

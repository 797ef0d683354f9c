package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Source;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Constraints. Templates, as jOOQ has no word for INCLUDE, NULLS NOT DISTINCT, EXCLUDE, MATCH, DEFERRABLE, NOT VALID and
 * VALIDATE; what PostgreSQL does by default is left out.
 */
final class ConstraintRenderer {

    private final KeyRenderer keys;

    ConstraintRenderer(KeyRenderer keys) {
        this.keys = keys;
    }

    /** As it stands in CREATE TABLE and behind ADD. */
    QueryPart definition(Constraint constraint) {
        return DSL.sql("CONSTRAINT {0} {1}", DSL.name(constraint.name()), body(constraint));
    }

    private QueryPart body(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                Parts.raw("PRIMARY KEY " + columns(key.columns(), "", overlaps(key.withoutOverlaps()))
                        + options(key.options()));
            case Constraint.Unique key ->
                Parts.raw("UNIQUE " + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
                        + columns(key.columns(), "", overlaps(key.withoutOverlaps())) + options(key.options()));
            case Constraint.Exclusion exclusion -> exclusion(exclusion);
            case Constraint.Check check ->
                Parts.raw("CHECK " + SqlText.parenthesised(check.condition()) + (check.noInherit() ? " NO INHERIT" : "")
                        + notEnforced(check.enforcement()));
            case Constraint.ForeignKey key -> Parts.raw(foreignKey(key));
        };
    }

    private QueryPart exclusion(Constraint.Exclusion exclusion) {
        List<QueryPart> elements = exclusion.elements().stream()
                .<QueryPart>map(element -> DSL.sql("{0} WITH {1}", keys.key(element.key()),
                        Parts.raw(operator(element.operator()))))
                .toList();
        KeyOptions options = exclusion.options();
        return DSL.sql(
                "EXCLUDE {0}({1}){2}",
                Parts.raw(IndexRenderer.using(exclusion.method())),
                Parts.list(elements),
                Parts.raw(KeyRenderer.include(options.include()) + KeyRenderer.with(options.parameters())
                        + where(exclusion.predicate()) + deferral(options.deferral())));
    }

    /** An operator of PostgreSQL itself stands as it is; any other would not be found without its namespace. */
    private String operator(Operator operator) {
        return operator.source() instanceof Source.BuiltIn
                ? operator.symbol()
                : "OPERATOR(" + keys.namespace(operator.source()) + "." + operator.symbol() + ")";
    }

    private static String foreignKey(Constraint.ForeignKey key) {
        ForeignKeyOptions options = key.options();
        String period = options.period() ? "PERIOD " : "";
        String some = options.onDeleteColumns().isEmpty() ? "" : " " + columns(options.onDeleteColumns(), "", "");
        return "FOREIGN KEY " + columns(key.columns(), period, "")
                + " REFERENCES " + SqlText.qualified(key.target()) + " " + columns(key.targetColumns(), period, "")
                + (options.matchFull() ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete()) + some
                + action(" ON UPDATE ", key.onUpdate())
                + deferral(options.deferral())
                + notEnforced(options.enforcement());
    }

    /** Keys, of whose indexes the table may say something, are enforced. */
    List<QueryPart> add(AddConstraint added, RenderMode mode) {
        Constraint constraint = added.constraint();
        QueryPart plain = DSL.query("ALTER TABLE {0} ADD {1}", Parts.name(added.table()), definition(constraint));
        if (!added.marks().isEmpty()) {
            List<QueryPart> all = new ArrayList<>(List.of(plain));
            for (IndexMark mark : added.marks()) {
                all.add(TableOptionsRenderer.mark(added.table(), constraint.name(), mark));
            }
            return all;
        }
        return switch (constraint.enforcement()) {
            case NOT_VALID -> List.of(DSL.query("{0} NOT VALID", plain));
            case NOT_ENFORCED -> List.of(plain);
            case ENFORCED ->
                mode == RenderMode.ONLINE && !(constraint instanceof Constraint.Key)
                        ? List.of(DSL.query("{0} NOT VALID", plain), validate(added.table(), constraint))
                        : List.of(plain);
        };
    }

    QueryPart validate(ValidateConstraint validated) {
        return validate(validated.table(), validated.constraint());
    }

    /** The query that finds the constraint by its name and table. */
    static String probe(AddConstraint added) {
        return "SELECT FROM pg_catalog.pg_constraint WHERE conrelid = "
                + SqlText.literal(SqlText.qualified(added.table())) + "::pg_catalog.regclass AND conname = "
                + SqlText.literal(added.constraint().name());
    }

    private static QueryPart validate(QualifiedName table, Constraint constraint) {
        return DSL.query(
                "ALTER TABLE {0} VALIDATE CONSTRAINT {1}", Parts.name(table), DSL.name(constraint.name()));
    }

    /** The last of the columns between two words. */
    private static String columns(List<String> columns, String before, String behind) {
        List<String> names = new ArrayList<>(columns.stream().map(SqlText::identifier).toList());
        int last = names.size() - 1;
        names.set(last, before + names.get(last) + behind);
        return "(" + String.join(", ", names) + ")";
    }

    private static String overlaps(boolean withoutOverlaps) {
        return withoutOverlaps ? " WITHOUT OVERLAPS" : "";
    }

    private static String options(KeyOptions options) {
        return KeyRenderer.include(options.include()) + KeyRenderer.with(options.parameters())
                + deferral(options.deferral());
    }

    private static String where(@Nullable Expression predicate) {
        return predicate == null ? "" : " WHERE " + SqlText.parenthesised(predicate);
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }

    private static String deferral(Deferral deferral) {
        return deferral == Deferral.NOT_DEFERRABLE ? "" : " " + deferral.sql();
    }

    private static String notEnforced(Enforcement enforcement) {
        return enforcement == Enforcement.NOT_ENFORCED ? " " + enforcement.sql() : "";
    }
}

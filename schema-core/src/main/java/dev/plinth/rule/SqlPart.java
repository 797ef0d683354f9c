package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserType;
import dev.plinth.model.sql.View;
import dev.plinth.naming.RoutineNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL text that somebody wrote into a schema, with what it belongs to and what it is there. */
record SqlPart(String subject, String what, String text) {

    /** What the text of a view is. */
    static final String QUERY = "query";

    /** What the text of a rule does. */
    static final String COMMAND = "command";

    /** Whether what it names of the schema goes with a tenant. */
    boolean isRewritten() {
        return what.equals(QUERY) || what.equals(COMMAND);
    }

    /** Every piece of SQL text of a schema but the bodies of functions that are text, which are whole programs. */
    static List<SqlPart> of(Schema schema) {
        List<SqlPart> parts = new ArrayList<>();
        for (Table table : schema.tables()) {
            addTable(parts, table);
        }
        for (DomainType domain : schema.objects(DomainType.class)) {
            addDomain(parts, domain);
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            addView(parts, view);
        }
        for (Statistics statistics : schema.objects(Statistics.class)) {
            for (Expression expression : statistics.expressions()) {
                add(parts, statistics.name().display(), "expression", expression);
            }
        }
        addRoutines(parts, schema.functions());
        addTypes(parts, schema);
        return parts;
    }

    private static void addTypes(List<SqlPart> parts, Schema schema) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                String type = nativeType(column.type());
                if (type != null) {
                    parts.add(new SqlPart(TableRule.part(table, column.name()), "type", type));
                }
            }
        }
        for (TypeUse use : TypeUse.ofObjects(schema)) {
            String type = nativeType(use.type());
            if (type != null) {
                parts.add(new SqlPart(use.subject(), "type", type));
            }
        }
    }

    private static void addRoutines(List<SqlPart> parts, List<Function> routines) {
        for (Function routine : routines) {
            for (Argument argument : routine.arguments()) {
                add(parts, RoutineNames.of(routine), "default", argument.defaultValue());
            }
        }
        for (Function routine : routines) {
            for (String text : routine.body().sql()) {
                parts.add(new SqlPart(RoutineNames.of(routine), "body", text));
            }
        }
    }

    private static void addDomain(List<SqlPart> parts, DomainType domain) {
        String subject = domain.name().display();
        add(parts, subject, "default", domain.defaultValue());
        for (Check check : domain.checks()) {
            add(parts, subject + "." + check.name(), "condition", check.condition());
        }
    }

    private static void addView(List<SqlPart> parts, NamedQuery view) {
        parts.add(new SqlPart(view.name().display(), QUERY, view.query()));
        if (view instanceof View one) {
            for (ColumnDefault column : one.defaults()) {
                add(parts, one.parts(), column.column(), "default", column.value());
            }
        }
        addTable(parts, view.parts());
    }

    private static void addTable(List<SqlPart> parts, Table table) {
        addColumns(parts, table);
        for (Check check : table.constraints(Check.class)) {
            add(parts, table, check.name(), "condition", check.condition());
        }
        for (Exclusion exclusion : table.constraints(Exclusion.class)) {
            addIndex(parts, table, exclusion.name(), exclusion.keys(), exclusion.predicate());
        }
        for (Index index : table.indexes()) {
            addIndex(parts, table, index.name(), index.keys(), index.predicate());
        }
        for (Trigger trigger : table.triggers()) {
            add(parts, table, trigger.name(), "WHEN condition", trigger.condition());
        }
        for (Policy policy : table.rowSecurity().policies()) {
            add(parts, table, policy.name(), "USING condition", policy.using());
            add(parts, table, policy.name(), "WITH CHECK condition", policy.withCheck());
        }
        for (RewriteRule rule : table.rules()) {
            addRule(parts, table, rule);
        }
        Partitioning partitioning = table.options().partitioning();
        if (partitioning != null) {
            addIndex(parts, table, "PARTITION BY", partitioning.keys(), null);
        }
    }

    /** Those that are inherited are said where they are declared. */
    private static void addColumns(List<SqlPart> parts, Table table) {
        for (Column column : table.columns()) {
            if (column.options().origin() != ColumnOptions.Origin.INHERITED) {
                add(parts, table, column.name(), "default", column.defaultValue());
            }
        }
        for (Column column : table.columns()) {
            if (column.options().origin() != ColumnOptions.Origin.INHERITED
                    && column.generation() instanceof Generation.Computed computed) {
                add(parts, table, column.name(), "expression", computed.expression());
            }
        }
    }

    private static void addRule(List<SqlPart> parts, Table table, RewriteRule rule) {
        add(parts, table, rule.name(), "predicate", rule.condition());
        for (String command : rule.commands()) {
            parts.add(new SqlPart(TableRule.part(table, rule.name()), COMMAND, command));
        }
    }

    private static void addIndex(
            List<SqlPart> parts, Table table, String name, List<IndexKey> keys, @Nullable Expression predicate) {
        for (IndexKey key : keys) {
            if (key.target() instanceof Target.OfExpression it) {
                add(parts, table, name, "key", it.expression());
            }
        }
        add(parts, table, name, "predicate", predicate);
    }

    private static void add(
            List<SqlPart> parts, Table table, String part, String what, @Nullable Expression expression) {
        if (expression instanceof Expression.Sql sql) {
            parts.add(new SqlPart(TableRule.part(table, part), what, sql.text()));
        }
    }

    private static void add(List<SqlPart> parts, String subject, String what, @Nullable Expression expression) {
        if (expression instanceof Expression.Sql sql) {
            parts.add(new SqlPart(subject, what, sql.text()));
        }
    }

    private static @Nullable String nativeType(ColumnType type) {
        return switch (type) {
            case ColumnType.Native text -> text.sql();
            case ColumnType.Array array -> nativeType(array.element());
            case ColumnType.Named ignored -> null;
            case UserType ignored -> null;
            case ColumnType.BuiltIn ignored -> null;
            case ColumnType.OfExtension ignored -> null;
        };
    }
}

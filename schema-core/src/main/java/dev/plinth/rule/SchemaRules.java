package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every rule there is. */
public final class SchemaRules {

    private static final List<Rule> TENANTS =
            List.of(new NothingForTenants(), new SharedNeedsTenant(), new NamespaceInText());

    private SchemaRules() {}

    /** Errors and warnings of all rules, sorted by subject. */
    public static List<Problem> check(Schema schema) {
        Set<String> inherited = inheritedColumns(schema);
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : of(schema)) {
            for (Problem problem : rule.check(schema).toList()) {
                if (!inherited.contains(problem.subject()) || !SqlRules.COLUMNS.contains(rule)) {
                    problems.add(problem);
                }
            }
        }
        problems.sort(null);
        return List.copyOf(problems);
    }

    /** What is wrong with a column that is inherited is said where it is declared. */
    private static Set<String> inheritedColumns(Schema schema) {
        Set<String> inherited = new HashSet<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.options().origin() == ColumnOptions.Origin.INHERITED) {
                    inherited.add(TableRule.part(table, column.name()));
                }
            }
        }
        return inherited;
    }

    /** What {@link #check} finds that is no error. */
    public static List<Problem> warnings(Schema schema) {
        return check(schema).stream().filter(problem -> problem.severity() == Severity.WARNING).toList();
    }

    /** What stands against applying a schema to many namespaces, sorted by subject; see {@link Schema#inNamespace}. */
    public static List<Problem> checkForTenants(Schema schema) {
        return TENANTS.stream().flatMap(rule -> rule.check(schema)).sorted().toList();
    }

    /** Those of the stores that it has something for: most have one of them, and a process that begins need not load the others. */
    private static List<Rule> of(Schema schema) {
        List<Rule> rules = new ArrayList<>();
        if (schema.hasSqlPart()) {
            rules.addAll(SqlRules.ALL);
        }
        if (schema.hasDynamoPart()) {
            rules.addAll(DynamoRules.ALL);
        }
        return rules;
    }

    /** The rules, those of PostgreSQL first. */
    public static List<Rule> all() {
        return Stream.concat(SqlRules.ALL.stream(), DynamoRules.ALL.stream()).toList();
    }
}

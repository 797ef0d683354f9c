package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is. */
public final class SchemaRules {

    private static final List<Rule> TENANTS =
            List.of(new NothingForTenants(), new SharedNeedsTenant(), new NamespaceInText());

    private SchemaRules() {}

    /** Errors and warnings of all rules, sorted by subject. */
    public static List<Problem> check(Schema schema) {
        Set<String> inherited = inheritedColumns(schema);
        return of(schema)
                .flatMap(rule -> rule.check(schema)
                        .filter(problem -> !inherited.contains(problem.subject()) || !SqlRules.COLUMNS.contains(rule)))
                .sorted()
                .toList();
    }

    /** What is wrong with a column that is inherited is said where it is declared. */
    private static Set<String> inheritedColumns(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.options().origin() == ColumnOptions.Origin.INHERITED)
                        .map(column -> TableRule.part(table, column.name())))
                .collect(Collectors.toSet());
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
    private static Stream<Rule> of(Schema schema) {
        Stream<Rule> sql = schema.hasSqlPart() ? SqlRules.ALL.stream() : Stream.empty();
        return schema.hasDynamoPart() ? Stream.concat(sql, DynamoRules.ALL.stream()) : sql;
    }

    /** The rules, those of PostgreSQL first. */
    public static List<Rule> all() {
        return Stream.concat(SqlRules.ALL.stream(), DynamoRules.ALL.stream()).toList();
    }
}

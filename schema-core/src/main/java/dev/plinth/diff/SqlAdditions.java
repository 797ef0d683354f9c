package dev.plinth.diff;

import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The additions that make whole objects, unordered as to dependencies. */
public final class SqlAdditions {

    private SqlAdditions() {}

    /** All that an empty database lacks. Every database is expected to have the namespace {@code public}. */
    public static List<SqlChange> everything(Schema schema) {
        return Stream.of(
                namespaces(schema).map(CreateNamespace::new),
                schema.extensions().stream().map(CreateExtension::new),
                schema.objects().stream().flatMap(object -> wholeObject(object).stream()),
                schema.tables().stream().flatMap(table -> wholeTable(table).stream()))
                .<SqlChange>flatMap(changes -> changes)
                .toList();
    }

    /** An object that does not exist at all; a view with its defaults, indexes, triggers and rules behind it. */
    static List<SqlChange> wholeObject(DatabaseObject object) {
        if (object instanceof NamedQuery view) {
            List<SqlChange> changes = new ArrayList<>(wholeTable(view.parts()));
            changes.set(0, new CreateObject(bare(view)));
            if (view instanceof View it) {
                changes.addAll(1, it.defaults().stream().map(one -> new AddDefault(it.name(), one)).toList());
            }
            return changes;
        }
        List<SqlChange> changes = new ArrayList<>(List.of(new CreateObject(object)));
        if (object instanceof DomainType domain) {
            // A check of a domain can be NOT VALID only where it is added to it.
            domain.checks().stream()
                    .filter(check -> check.enforcement() == Enforcement.NOT_VALID)
                    .map(check -> new AddDomainCheck(domain.name(), check))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static DatabaseObject bare(NamedQuery view) {
        return switch (view) {
            case View it -> it.withoutParts();
            case MaterializedView it -> it.withoutIndexes();
        };
    }

    /**
     * A table that does not exist at all: CREATE TABLE with all its constraints, then its indexes, its triggers, its
     * rules, its row level security.
     */
    public static List<SqlChange> wholeTable(Table table) {
        return Stream.of(
                Stream.of(new CreateTable(table.withoutIndexesAndTriggers())),
                table.indexes().stream().map(index -> CreateIndex.of(table, index)),
                table.triggers().stream().map(trigger -> new CreateTrigger(table.name(), trigger)),
                table.rules().stream().map(rule -> new CreateRule(table.name(), rule)),
                rowSecurity(table))
                .<SqlChange>flatMap(changes -> changes)
                .toList();
    }

    /** The namespaces that extensions are put into, without PostgreSQL's own. */
    static Stream<String> extensionNamespaces(Schema schema) {
        return schema.extensions().stream()
                .flatMap(extension -> Stream.ofNullable(extension.namespace()))
                .filter(namespace -> !namespace.equals("pg_catalog"));
    }

    /** The policies, then what makes them count. */
    static Stream<SqlChange> rowSecurity(Table table) {
        List<Policy> policies = table.rowSecurity().policies();
        List<String> names = policies.stream().map(Policy::name).toList();
        return Stream.of(
                policies.stream().map(policy -> new CreatePolicy(table.name(), policy)),
                table.rowSecurity().enabled()
                        ? Stream.of(new EnableRowSecurity(table.name(), names))
                        : Stream.<SqlChange>empty(),
                table.rowSecurity().forced()
                        ? Stream.of(new ForceRowSecurity(table.name(), names))
                        : Stream.<SqlChange>empty())
                .flatMap(changes -> changes);
    }

    /** The namespaces that a schema uses, without {@code public}, in the order in which it names them. */
    public static Stream<String> namespaces(Schema schema) {
        Stream<QualifiedName> objects = schema.objects().stream().map(DatabaseObject::name);
        Stream<QualifiedName> tables = schema.tables().stream().map(Table::name);
        return Stream.concat(
                Stream.concat(objects, tables).map(QualifiedName::namespace), extensionNamespaces(schema))
                .filter(namespace -> !namespace.equals(QualifiedName.DEFAULT_NAMESPACE))
                .distinct();
    }
}

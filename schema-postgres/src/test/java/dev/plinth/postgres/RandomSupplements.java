package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.namespace;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.model.sql.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What random schemas say of their objects: comments and privileges. Roles are those that every server has. */
final class RandomSupplements {

    private static final String ROLE = "pg_monitor";
    private static final List<String> TEXTS = List.of("Said", "It's\nof \"two\" lines; $$ \\ -- {0}");

    private final RandomSchema schema;
    private final List<Supplement> said = new ArrayList<>();

    private RandomSupplements(RandomSchema schema) {
        this.schema = schema;
    }

    static List<Supplement> of(RandomSchema schema, Stream<DatabaseObject> objects) {
        RandomSupplements made = new RandomSupplements(schema);
        List<Target> targets = Stream.concat(objects.flatMap(Targets::of), schema.tables.stream().flatMap(Targets::of))
                .toList();
        schema.chosen(targets, 8, made::comment);
        schema.chosen(targets, 6, made::grant);
        schema.chosen(schema.tables, 4, made::grantOnColumns);
        schema.chosen(schema.tables.stream().map(table -> table.name().namespace()).distinct().toList(), 4,
                made::ofNamespace);
        return made.said;
    }

    /** A column that goes with another object comes back as the last one, and a dump would have its comment elsewhere. */
    private void comment(Target target) {
        boolean mayGo = schema.tables.stream()
                .filter(table -> target.kind() == Kind.COLUMN && table.name().equals(target.name()))
                .flatMap(table -> table.column(target.part()).stream())
                .anyMatch(column -> !(column.type() instanceof ColumnType.BuiltIn) || column.generation() != null);
        if (!mayGo) {
            said.add(new Comment(target, schema.any(TEXTS)));
        }
    }

    private void grant(Target target) {
        List<Privilege> all = Privilege.of(target.kind(), 0);
        if (!all.isEmpty() && target.kind() != Kind.COLUMN) {
            List<Privilege> some = all.subList(schema.random.nextInt(all.size()), all.size());
            boolean isOfRole = schema.random.nextBoolean() || all.size() == 1;
            said.add(new Grant(target, some, List.of(), isOfRole ? List.of(ROLE) : List.of(),
                    isOfRole && schema.random.nextInt(3) == 0, false));
        }
    }

    private void grantOnColumns(Table table) {
        List<String> columns = table.columns().stream().map(it -> it.name()).limit(2).toList();
        said.add(new Grant(Target.of(Kind.TABLE, table.name()), List.of(Privilege.UPDATE, Privilege.SELECT), columns,
                List.of(ROLE), false, false));
    }

    /** Default privileges of a role that creates nothing here. */
    private void ofNamespace(String name) {
        if (!name.equals(QualifiedName.DEFAULT_NAMESPACE)) {
            said.add(namespace(name).comment(schema.any(TEXTS)));
            said.add(new Grant(Target.namespace(name), List.of(Privilege.USAGE), List.of(), List.of(ROLE), false,
                    false));
        }
        said.add(new DefaultPrivileges(Target.namespace(name), ROLE, Kind.TABLE,
                List.of(Privilege.SELECT, Privilege.INSERT), List.of(), false));
        said.add(new DefaultPrivileges(Target.namespace(name), ROLE, Kind.FUNCTION, List.of(Privilege.EXECUTE),
                List.of("pg_signal_backend"), true));
    }
}

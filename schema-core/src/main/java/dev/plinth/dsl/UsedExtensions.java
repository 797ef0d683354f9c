package dev.plinth.dsl;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The extensions that something in a schema needs: those of types, operator classes, operators and text search. */
final class UsedExtensions {

    private final Set<String> names = new LinkedHashSet<>();

    private UsedExtensions() {}

    /** Those that are listed, then those that something else tells. */
    static List<Extension> of(List<Table> tables, List<DatabaseObject> objects, List<Extension> listed) {
        List<Extension> extensions = new ArrayList<>(new LinkedHashSet<>(listed));
        Set<String> known = new HashSet<>();
        for (Extension extension : listed) {
            known.add(extension.name());
        }
        UsedExtensions used = new UsedExtensions();
        used.addTypes(tables, objects);
        used.addIndexes(tables, objects);
        used.addOthers(tables, objects);
        for (String name : used.names) {
            if (!known.contains(name)) {
                extensions.add(new Extension(name));
            }
        }
        return extensions;
    }

    private void addTypes(List<Table> tables, List<DatabaseObject> objects) {
        for (Table table : tables) {
            for (Column column : table.columns()) {
                add(column.type());
            }
        }
        for (DatabaseObject object : objects) {
            Definitions.typesIn(object).toList().forEach(this::add);
        }
    }

    private void add(ColumnType type) {
        switch (type) {
            case ColumnType.OfExtension of -> names.add(of.extension());
            case ColumnType.Array array -> add(array.element());
            case ColumnType.BuiltIn builtIn -> {}
            case ColumnType.Named named -> {}
            case UserType defined -> {}
            case ColumnType.Native other -> {}
        }
    }

    private void addIndexes(List<Table> tables, List<DatabaseObject> objects) {
        List<Table> indexed = new ArrayList<>(tables);
        for (DatabaseObject object : objects) {
            if (object instanceof MaterializedView view) {
                indexed.add(view.parts());
            }
        }
        for (Table table : indexed) {
            for (Index index : table.indexes()) {
                names.addAll(index.extensions());
            }
        }
        for (Table table : tables) {
            for (Exclusion exclusion : table.constraints(Exclusion.class)) {
                names.addAll(exclusion.extensions());
            }
        }
    }

    private void addOthers(List<Table> tables, List<DatabaseObject> objects) {
        for (DatabaseObject object : objects) {
            if (object instanceof Aggregate aggregate && aggregate.sortOperator() != null) {
                addSource(aggregate.sortOperator().source());
            }
        }
        for (Table table : tables) {
            Partitioning partitioning = table.options().partitioning();
            if (partitioning != null) {
                names.addAll(partitioning.extensions());
            }
        }
        for (DatabaseObject object : objects) {
            if (object instanceof TextSearchDictionary dictionary) {
                addSource(dictionary.template().source());
            }
        }
        for (DatabaseObject object : objects) {
            if (object instanceof TextSearchConfiguration configuration) {
                configuration.names().map(TextSearchName::source).forEach(this::addSource);
            }
        }
    }

    private void addSource(Source source) {
        names.addAll(Source.extension(source).toList());
    }
}

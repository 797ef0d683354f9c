package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** Something of a table that has a name, and the kind inside which the name must be unique. */
record NamedPart(String kind, String name) {

    /** Columns and the sequences that they own, constraints, indexes and triggers, in this order. */
    static Stream<NamedPart> of(Table table) {
        return Stream.of(
                table.columns().stream().map(it -> new NamedPart("column", it.name())),
                table.columns().stream()
                        .flatMap(it -> Stream.ofNullable(it.sequence()))
                        .map(it -> new NamedPart("sequence", it.name())),
                table.constraints().stream().map(Constraint::name).map(it -> new NamedPart("constraint", it)),
                table.triggers().stream()
                        .filter(it -> it.constraint() != null)
                        .map(it -> new NamedPart("constraint", it.name())),
                table.indexes().stream().map(it -> new NamedPart("index", it.name())),
                table.triggers().stream().map(it -> new NamedPart("trigger", it.name())))
                .flatMap(it -> it);
    }
}

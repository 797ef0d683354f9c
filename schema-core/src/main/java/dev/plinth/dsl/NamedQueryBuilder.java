package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What views and materialized views have in common. */
abstract sealed class NamedQueryBuilder<B> permits ViewBuilder, MaterializedViewBuilder {

    private static final Pattern END = Pattern.compile("\\s*;?\\s*\\z");

    final TableDraft draft;
    final String query;
    List<String> columns = List.of();
    final List<ObjectName> dependsOn = new ArrayList<>();
    private final Map<String, String> comments = new LinkedHashMap<>();

    NamedQueryBuilder(String word, QualifiedName name, @Nullable String query) {
        this.draft = new TableDraft(word, name);
        if (query == null) {
            throw draft.refusal("has no query", "Write it behind the name: " + word + "(\"name\", \"SELECT ...\").");
        }
        this.query = withoutEnd(query);
    }

    /** The text of a statement without the semicolon that ends it. */
    static String withoutEnd(String statement) {
        return END.matcher(statement).replaceFirst("");
    }

    abstract B self();

    /** The name, without its namespace. */
    public String name() {
        return draft.name().name();
    }

    /** The names of the columns, where they are not those of the query. */
    public B columns(String first, String... more) {
        draft.requireOpen();
        if (!columns.isEmpty()) {
            throw draft.refusal("already has its columns(...)", "Name all of them in one call.");
        }
        columns = Stream.concat(Stream.ofNullable(first), Stream.of(more)).toList();
        if (first == null || columns.stream().anyMatch(name -> name == null || name.isBlank())) {
            throw draft.refusal("columns(...) has one without a name", "Name each, or only the first few.");
        }
        return self();
    }

    /** Tables that have to exist before it. Those that the query names with their namespaces need not be said. */
    public B dependsOn(Table... tables) {
        draft.block.requireThere("dependsOn(...)", (Object[]) tables);
        Stream.of(tables).map(table -> ObjectName.ofTable(table.name())).forEach(dependsOn::add);
        return self();
    }

    /** Objects that have to exist before it. Those that the query names with their namespaces need not be said. */
    public B dependsOn(DatabaseObject... objects) {
        draft.block.requireThere("dependsOn(...)", (Object[]) objects);
        Stream.of(objects).map(ObjectName::of).forEach(dependsOn::add);
        return self();
    }

    /** COMMENT ON VIEW or MATERIALIZED VIEW, which is stored in the database. */
    public B comment(String text) {
        draft.comment = draft.comment("it", draft.comment, text);
        return self();
    }

    /** COMMENT ON COLUMN, which is stored in the database. */
    public B comment(String column, String text) {
        if (column.isEmpty()) {
            throw draft.refusal("has a comment on a column without a name",
                    "Name the column, or say comment(\"...\") alone.");
        }
        comments.put(column, draft.comment("the column " + column, comments.get(column), text));
        return self();
    }

    /** What it was told with {@code comment(...)}, with its parts. */
    List<Comment> comments(Kind kind, List<Index> indexes) {
        return Stream.concat(
                Comments.of(kind, draft, List.of(), indexes).stream(),
                Comments.of(kind, Kind.COLUMN, draft.name(), comments).stream())
                .toList();
    }

    /** Documentation that stays in the model. */
    public B describe(String text) {
        draft.requireOpen();
        draft.description = text;
        return self();
    }
}

package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What builders were told with {@code comment("...")}, as comments on what they build. */
final class Comments {

    private final QualifiedName table;
    private final List<Comment> comments = new ArrayList<>();

    private Comments(QualifiedName table) {
        this.table = table;
    }

    /** The comment of an object, if it has one. */
    static List<Comment> of(Target target, @Nullable String text) {
        return text == null ? List.of() : List.of(new Comment(target, text));
    }

    /** The comments of an object, under the empty name, and of its parts. */
    static List<Comment> of(Kind whole, Kind part, QualifiedName name, Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(it -> new Comment(
                        it.getKey().isEmpty() ? Target.of(whole, name) : Target.part(part, name, it.getKey()),
                        it.getValue()))
                .toList();
    }

    /**
     * The comments of a table or a view and its parts.
     *
     * @param whole the kind of the whole
     * @param constraints those of the draft, in the same order
     * @param indexes those of the draft, in the same order
     */
    static List<Comment> of(Kind whole, TableDraft draft, List<Constraint> constraints, List<Index> indexes) {
        Comments all = new Comments(draft.name());
        all.comments.addAll(of(Target.of(whole, draft.name()), draft.comment));
        for (Map.Entry<String, ColumnHandle> column : draft.columns.entrySet()) {
            all.add(Kind.COLUMN, column.getKey(), column.getValue().comment());
        }
        for (int place = 0; place < constraints.size(); place++) {
            all.add(Kind.CONSTRAINT, constraints.get(place).name(), draft.constraints.get(place).comment);
        }
        for (int place = 0; place < indexes.size(); place++) {
            Target index = Target.of(Kind.INDEX, draft.name().sibling(indexes.get(place).name()));
            all.comments.addAll(of(index, draft.indexes.get(place).comment()));
        }
        for (TriggerStatement trigger : draft.triggers) {
            all.add(Kind.TRIGGER, trigger.name(), trigger.comment());
        }
        for (RuleStatement rule : draft.rules) {
            all.add(Kind.RULE, rule.name(), rule.comment());
        }
        for (PolicyStatement policy : draft.policies) {
            all.add(Kind.POLICY, policy.name(), policy.comment());
        }
        return all.comments;
    }

    private void add(Kind kind, String part, @Nullable String text) {
        comments.addAll(of(Target.part(kind, table, part), text));
    }
}
